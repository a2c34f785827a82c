/** Plain requests to the browser door: the way in, and the window's files. */
import { realpath } from "node:fs/promises";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { contentTypes, resolveAsset } from "../../engine/index.ts";
import { isOwnHost, isOwnRequest } from "./guards.ts";
import { htmlType, messagePage, securityHeaders } from "./pages.ts";
import type { Sessions } from "./session.ts";

export interface AssetRequest {
  readonly rendererFolder: string;
  readonly port: number;
  readonly sessions: Sessions;
  /** False when there have been too many requests. */
  readonly allowed: () => boolean;
  /** Told when a browser without a session asked for the window, and every address printed so far has been used. */
  readonly shutOut: () => void;
}

const NEW_ADDRESS = "Look in the terminal where Careshift runs: the last address printed there lets one browser in.";

/** Answers one request. Every answer carries the security headers; nothing is served without a session. */
export async function answerRequest(
  door: AssetRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { port, sessions } = door;
  const [asked, query] = splitOnce(request.url ?? "/", "?");
  const refuse = (status: number, heading: string, sentence: string, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { ...securityHeaders(port), ...headers, "Content-Type": htmlType, Connection: "close" });
    response.end(request.method === "HEAD" ? undefined : messagePage(heading, sentence));
  };

  const shutOut = (heading: string): void => {
    if (asked === "/" && !sessions.hasToken()) door.shutOut();
    refuse(403, heading, NEW_ADDRESS);
  };

  if (!door.allowed()) return refuse(429, "Too many requests", "Wait a moment and reload.", { "Retry-After": "1" });
  if (!isOwnHost(request.headers.host, port)) {
    return refuse(
      421,
      "Another address",
      "Open Careshift by the address printed in its terminal, exactly as it stands.",
    );
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refuse(405, "Not possible", "This address only gives pages.", { Allow: "GET, HEAD" });
  }
  if (hasBody(request)) return refuse(413, "Not possible", "This address takes no uploads.");
  if (!isOwnRequest(request.headers.origin, header(request, "sec-fetch-site"), port)) {
    return refuse(403, "Another page asked", `Careshift answers its own window only. ${NEW_ADDRESS}`);
  }

  const known = sessions.knows(request.headers.cookie, port);
  const token = asked === "/" ? new URLSearchParams(query).get("token") : null;
  if (token !== null) {
    const cookie = sessions.exchange(token, port);
    if (cookie === null && !known) return shutOut("This address has been used");
    response.writeHead(303, {
      ...securityHeaders(port),
      Location: "/",
      ...(cookie === null ? {} : { "Set-Cookie": cookie }),
    });
    response.end();
    return;
  }
  if (!known) return shutOut("This is not the whole address");

  const file = await findFile(door.rendererFolder, asked);
  if (file === null) return refuse(404, "Not found", "Careshift has no such page.");
  response.writeHead(200, {
    ...securityHeaders(port),
    "Content-Type": contentTypes[path.extname(file.name).toLowerCase()] ?? "application/octet-stream",
    "Content-Length": String(file.bytes.length),
  });
  response.end(request.method === "HEAD" ? undefined : file.bytes);
}

/** The file asked for, if it is there and, links followed, still inside the folder. */
async function findFile(folder: string, asked: string): Promise<{ name: string; bytes: Uint8Array } | null> {
  const root = await realpath(folder).catch(() => null);
  const name = root === null ? null : resolveAsset(root, asked);
  if (root === null || name === null) return null;
  try {
    const real = await realpath(name);
    const inside = path.relative(root, real);
    if (path.isAbsolute(inside) || inside.split(path.sep)[0] === "..") return null;
    return { name, bytes: await readFile(real) };
  } catch {
    return null;
  }
}

function hasBody(request: IncomingMessage): boolean {
  return request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) > 0;
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
