/** Short pages of the door's own, for a person who meets it without the right address. */
import { contentSecurityPolicy, contentTypes } from "../../engine/index.ts";

/** Headers of every answer. Nothing is cached: the next start may serve another version on the same port. */
export function securityHeaders(port: number): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy([`ws://127.0.0.1:${port}`]),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  };
}

/** A page of a heading and a sentence. Both are the program's own words, never a request's. */
export function messagePage(heading: string, sentence: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>Careshift: ${heading}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36em;margin:15vh auto;padding:0 20px}h1{font-size:22px}</style></head>
<body><h1>${heading}</h1><p>${sentence}</p></body>
</html>
`;
}

export const htmlType = contentTypes[".html"] ?? "text/html";
