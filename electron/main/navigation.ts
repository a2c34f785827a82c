import { APP_ORIGIN } from "../origin.ts";

const START_PAGE = new RegExp(`^${APP_ORIGIN}/(?:index\\.html)?(?:[?#].*)?$`);

/** Whether a page may go to an address: the program's start page and nothing else. */
export function mayNavigate(address: unknown): boolean {
  return typeof address === "string" && START_PAGE.test(address);
}

/** Whether a window of the program may load something from an address, pages and their parts alike. */
export function mayRequest(address: unknown, context: { readonly developing: boolean }): boolean {
  if (typeof address !== "string") return false;
  if (address.startsWith(`${APP_ORIGIN}/`) || address.startsWith(`blob:${APP_ORIGIN}/`)) return true;
  // Pictures that a chart makes of itself; the content security policy allows them as nothing else.
  if (address.startsWith("data:image/")) return true;
  return context.developing && address.startsWith("devtools://devtools/");
}

/** Whether the page may offer an address as a download: what it made itself, such as the picture of a chart. */
export function mayDownload(address: unknown): boolean {
  return (
    typeof address === "string" && (address.startsWith(`blob:${APP_ORIGIN}/`) || address.startsWith("data:image/"))
  );
}
