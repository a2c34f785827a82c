/**
 * Who may speak to the browser door: a page that the door itself served, to the person who has the address printed in
 * the terminal. Any other page in the same browser can send requests to 127.0.0.1 too, directly or under a name of its
 * own that it points here; each of these functions closes one such way.
 */

/** The one name that the door answers to. A name pointed at 127.0.0.1 by someone else arrives with that name as Host. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}`;
}

/** The one origin that may open the WebSocket: browsers do not keep other pages from trying. */
export function isOwnOrigin(origin: string | undefined, port: number): boolean {
  return origin === `http://127.0.0.1:${port}`;
}

/**
 * Whether a plain request comes from the door's own page or from the address bar. Browsers say so in Sec-Fetch-Site; an
 * older one that does not is let through, as it still needs the session.
 */
export function isOwnRequest(origin: string | undefined, site: string | undefined, port: number): boolean {
  if (origin !== undefined && !isOwnOrigin(origin, port)) return false;
  return site === undefined || site === "same-origin" || site === "none";
}

/** The value of one cookie of a Cookie header; undefined when absent. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
