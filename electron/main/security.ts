import type { App, Session, Shell, WebContents } from "electron";
import { externalLink } from "./external-links.ts";
import { mayDownload, mayNavigate, mayRequest } from "./navigation.ts";

type OpenExternal = Pick<Shell, "openExternal">;

/** Guards every page that is ever made, the window's and any that slips past it. */
export function setUpSecurity(app: Pick<App, "on">, shell: OpenExternal): void {
  app.on("web-contents-created", (_event, contents) => guard(contents, shell));
}

function guard(contents: WebContents, shell: OpenExternal): void {
  const openOutside = (address: string): void => {
    const link = externalLink(address);
    if (link !== null) void shell.openExternal(link);
  };
  contents.on("will-navigate", (event) => {
    if (mayNavigate(event.url)) return;
    event.preventDefault();
    openOutside(event.url);
  });
  contents.on("will-frame-navigate", (event) => {
    if (!(event.isMainFrame && mayNavigate(event.url))) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: "deny" };
  });
}

/** Shuts the network: nothing is loaded but the program's own files, and nothing saved but what the page made itself. */
export function setUpNetwork(
  session: Pick<Session, "webRequest" | "on">,
  context: { readonly developing: boolean },
): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayRequest(details.url, context) }));
  session.on("will-download", (event, item) => {
    if (!mayDownload(item.getURL())) event.preventDefault();
  });
}
