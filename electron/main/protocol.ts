import { readFile } from "node:fs/promises";
import type { Protocol } from "electron";
import { APP_SCHEME } from "../origin.ts";
import { appResponse } from "./app-response.ts";

/** Has to come before the app is ready: it makes `app:` an origin like https, not a local file. */
export function registerAppScheme(protocol: Pick<Protocol, "registerSchemesAsPrivileged">): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
  ]);
}

/** Serves the window's files, from the folder or from within the packed app. */
export function setUpProtocol(protocol: Pick<Protocol, "handle">, rendererFolder: string): void {
  protocol.handle(APP_SCHEME, async ({ method, url }) => {
    const { status, headers, file } = appResponse(rendererFolder, { method, url });
    if (file === null)
      return new Response(status === 405 ? "Only GET is answered." : "There is no such file.", { status, headers });
    try {
      return new Response(await readFile(file), { status, headers });
    } catch {
      return new Response("There is no such file.", {
        status: 404,
        headers: { ...headers, "Content-Type": "text/plain" },
      });
    }
  });
}
