import { extname } from "node:path";
import { contentSecurityPolicy, contentTypes, resolveAsset } from "../../engine/door/index.ts";
import { APP_ORIGIN } from "../origin.ts";

export interface AppResponse {
  readonly status: 200 | 404 | 405;
  readonly headers: Readonly<Record<string, string>>;
  /** The file to send, or null for a refusal. */
  readonly file: string | null;
}

const ALWAYS = {
  "Content-Security-Policy": contentSecurityPolicy([]),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
} as const;

const PLAIN = { ...ALWAYS, "Content-Type": "text/plain; charset=utf-8" } as const;

/**
 * How a request for `app://careshift/…` is answered from the folder of the window's files. The address is read as text,
 * since parsing it would tidy away the dots that the resolver looks for.
 */
export function appResponse(
  rendererFolder: string,
  request: { readonly method: string; readonly url: string },
): AppResponse {
  if (request.method !== "GET") return { status: 405, headers: { ...PLAIN, Allow: "GET" }, file: null };
  if (!request.url.startsWith(`${APP_ORIGIN}/`)) return { status: 404, headers: PLAIN, file: null };
  const path = request.url.slice(APP_ORIGIN.length).split(/[?#]/, 1)[0] ?? "";
  const file = resolveAsset(rendererFolder, path);
  const type = file === null ? undefined : contentTypes[extname(file).toLowerCase()];
  if (file === null || type === undefined) return { status: 404, headers: PLAIN, file: null };
  return { status: 200, headers: { ...ALWAYS, "Content-Type": type }, file };
}
