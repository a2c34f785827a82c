import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import { openDoor } from "../../../cli/serve/door.ts";
import type { Door, DoorOptions } from "../../../cli/serve/door.ts";
import { clientOverWebSocket } from "../../../engine/index.ts";
import { fakeRouter } from "../../engine/support/fake-engine.ts";

let folder: string;
let door: Door;
const sockets: WebSocket[] = [];
let windows: boolean[] = [];
let shutOut = 0;

async function open(limits: DoorOptions["limits"] = {}, router = fakeRouter()): Promise<void> {
  const rendererFolder = path.join(folder, "renderer");
  door = await openDoor({
    router,
    rendererFolder,
    port: 0,
    windows: (there) => windows.push(there),
    shutOut: () => (shutOut += 1),
    limits,
  });
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "careshift-door-"));
  const { mkdir } = await import("node:fs/promises");
  await mkdir(path.join(folder, "renderer", "assets"), { recursive: true });
  await writeFile(path.join(folder, "renderer", "index.html"), "<!doctype html><title>Careshift</title>");
  await writeFile(path.join(folder, "renderer", "assets", "app.js"), "export {};");
  await writeFile(path.join(folder, "secret.js"), "secret");
  await symlink(path.join(folder, "secret.js"), path.join(folder, "renderer", "link.js"));
  windows = [];
  shutOut = 0;
  await open();
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate();
  await door.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A request whose headers and path are exactly as given: no client puts them in order first. */
function ask(asked: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: "127.0.0.1",
        port: door.port,
        path: asked,
        method,
        headers: { Host: `127.0.0.1:${door.port}`, ...headers },
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => (body += part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      },
    );
    request.on("error", reject);
    request.end();
  });
}

async function letIn(): Promise<string> {
  const address = new URL(door.newAddress());
  const answer = await ask(address.pathname + address.search);
  expect(answer.status).toBe(303);
  return String(answer.headers["set-cookie"]).split(";")[0] ?? "";
}

interface SocketEnd {
  opened: boolean;
  status: number;
  code: number;
  reason: string;
}

function socket(
  headers: Record<string, string>,
  at = "/rpc",
): { websocket: WebSocket; opened: Promise<void>; end: Promise<SocketEnd> } {
  const websocket = new WebSocket(`ws://127.0.0.1:${door.port}${at}`, {
    headers: { Origin: `http://127.0.0.1:${door.port}`, ...headers },
  });
  sockets.push(websocket);
  let opened = false;
  let status = 0;
  websocket.on("open", () => (opened = true));
  websocket.on("unexpected-response", (_, response) => {
    status = response.statusCode ?? 0;
    websocket.terminate();
  });
  websocket.on("error", () => undefined);
  return {
    websocket,
    opened: new Promise((resolve) => websocket.on("open", () => resolve())),
    end: new Promise((resolve) =>
      websocket.on("close", (code, reason) => resolve({ opened, status, code, reason: String(reason) })),
    ),
  };
}

describe("the way in", () => {
  test("the printed address works once, and its cookie is for this door's pages alone", async () => {
    const address = new URL(door.newAddress());
    const first = await ask(address.pathname + address.search);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe("/");
    const cookie = String(first.headers["set-cookie"]);
    expect(cookie).toMatch(
      new RegExp(`^careshift-${door.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/; Max-Age=86400$`),
    );
    const again = await ask(address.pathname + address.search);
    expect(again.status).toBe(403);
    expect(again.headers["set-cookie"]).toBeUndefined();
    expect((await ask("/", { Cookie: cookie.split(";")[0] ?? "" })).status).toBe(200);
  });

  test("the used address goes on to the page for the browser that used it", async () => {
    const address = new URL(door.newAddress());
    const cookie = String((await ask(address.pathname + address.search)).headers["set-cookie"]).split(";")[0] ?? "";
    expect((await ask(address.pathname + address.search, { Cookie: cookie })).status).toBe(303);
  });

  test.each(["/", "/index.html", "/assets/app.js", "/?token=", "/?token=wrong", "/?token=a&token=b"])(
    "%s without the address is refused",
    async (asked) => {
      expect((await ask(asked)).status).toBe(403);
    },
  );

  test("a browser that is shut out is told of only when no address is left to be used", async () => {
    const address = new URL(door.newAddress());
    await ask("/");
    await ask("/?token=wrong");
    expect(shutOut).toBe(0);
    await ask(address.pathname + address.search);
    await ask("/favicon.ico");
    expect(shutOut).toBe(0);
    await ask("/");
    await ask(address.pathname + address.search);
    expect(shutOut).toBe(2);
  });

  test("a made-up session is refused", async () => {
    expect((await ask("/", { Cookie: `careshift-${door.port}=${"A".repeat(43)}` })).status).toBe(403);
  });
});

describe("who may ask", () => {
  test.each([
    "localhost:PORT",
    "evil.example:PORT",
    "127.0.0.1",
    "127.0.0.1:1",
    "[::1]:PORT",
    "127.0.0.1:PORT.evil.example",
  ])("the name %s is not answered to, even with a session", async (host) => {
    const cookie = await letIn();
    const answer = await ask("/", { Cookie: cookie, Host: host.replace("PORT", String(door.port)) });
    expect(answer.status).toBe(421);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  test("a rebound name cannot use the token either", async () => {
    const address = new URL(door.newAddress());
    expect((await ask(address.pathname + address.search, { Host: `evil.example:${door.port}` })).status).toBe(421);
    expect((await ask(address.pathname + address.search)).status).toBe(303);
  });

  test.each([
    [{ Origin: "http://evil.example" }],
    [{ Origin: "null" }],
    [{ Origin: "http://localhost:8080" }],
    [{ "Sec-Fetch-Site": "cross-site" }],
    [{ "Sec-Fetch-Site": "same-site" }],
  ])("a request of another page is refused: %j", async (headers) => {
    const cookie = await letIn();
    expect((await ask("/assets/app.js", { Cookie: cookie, ...(headers as Record<string, string>) })).status).toBe(403);
  });

  test.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])("%s is refused", async (method) => {
    const cookie = await letIn();
    const answer = await ask("/", { Cookie: cookie }, method);
    expect(answer.status).toBe(405);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("a request with a body is refused", async () => {
    const cookie = await letIn();
    expect((await ask("/", { Cookie: cookie, "Content-Length": "5" })).status).toBe(413);
  });

  test("too many requests at once are refused", async () => {
    await door.close();
    await open({ requestBurst: 3, requestsPerSecond: 0.001 });
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await ask("/")).status);
    expect(statuses).toEqual([403, 403, 403, 429, 429]);
  });
});

describe("what is served", () => {
  test("the window's files, with the headers that fence them in", async () => {
    const cookie = await letIn();
    const answer = await ask("/assets/app.js", { Cookie: cookie, "Sec-Fetch-Site": "same-origin" });
    expect(answer).toMatchObject({ status: 200, body: "export {};" });
    expect(answer.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["referrer-policy"]).toBe("no-referrer");
    expect(answer.headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(answer.headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(answer.headers["content-security-policy"]).toContain(`connect-src 'self' ws://127.0.0.1:${door.port};`);
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("refusals carry the same headers", async () => {
    const answer = await ask("/");
    expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });

  test("HEAD gives the headers alone", async () => {
    const cookie = await letIn();
    expect(await ask("/", { Cookie: cookie }, "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  test.each([
    "/../secret.js",
    "/%2e%2e/secret.js",
    "/..%2fsecret.js",
    "/..%5csecret.js",
    "/assets/../../secret.js",
    "/secret.js",
    "/link.js",
    "/index.html%00",
    "/assets",
  ])("%s is not found", async (asked) => {
    const cookie = await letIn();
    const answer = await ask(asked, { Cookie: cookie });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain("secret");
  });

  test("what is not HTTP ends the connection and not the door", async () => {
    await new Promise<void>((resolve) => {
      const raw = connect(door.port, "127.0.0.1", () => raw.write("\0\0garbage\r\n\r\n"));
      raw.on("error", () => undefined);
      raw.on("close", () => resolve());
    });
    expect((await ask("/")).status).toBe(403);
  });
});

describe("the WebSocket", () => {
  test("speaks the contract to a window with a session", async () => {
    const { websocket, opened } = socket({ Cookie: await letIn() });
    await opened;
    const client = clientOverWebSocket(websocket);
    expect(await client.documents.examples()).toEqual([
      { id: "grampian", title: "Grampian", detail: "Three partnerships" },
    ]);
    expect(windows).toEqual([true]);
  });

  test("an error arrives in words, without a stack", async () => {
    await door.close();
    await open({}, fakeRouter({ examples: () => Promise.reject(new Error("boom\n    at secret/path.ts:1")) }));
    const { websocket, opened } = socket({ Cookie: await letIn() });
    await opened;
    const error: unknown = await clientOverWebSocket(websocket)
      .documents.examples()
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ data: { code: "engine.unexpected" } });
    expect(JSON.stringify(error)).not.toContain("secret/path");
    expect(String(error)).toContain("Something unexpected happened in the engine: boom.");
  });

  test.each<[string, Record<string, string>, string, number]>([
    ["no session", {}, "/rpc", 403],
    ["a made-up session", { Cookie: "careshift-PORT=abc" }, "/rpc", 403],
    ["another origin", { Cookie: "SESSION", Origin: "http://evil.example" }, "/rpc", 403],
    ["the same name on another port", { Cookie: "SESSION", Origin: "http://127.0.0.1:1" }, "/rpc", 403],
    ["the same name by https", { Cookie: "SESSION", Origin: "https://127.0.0.1:PORT" }, "/rpc", 403],
    ["a page without origin", { Cookie: "SESSION", Origin: "null" }, "/rpc", 403],
    [
      "a rebound name",
      { Cookie: "SESSION", Host: "evil.example:PORT", Origin: "http://evil.example:PORT" },
      "/rpc",
      421,
    ],
    ["another path", { Cookie: "SESSION" }, "/other", 404],
    ["a token in place of a session", { Cookie: "" }, "/rpc?token=x", 403],
  ])("%s is refused", async (_, headers, at, status) => {
    const session = await letIn();
    const put = (value: string): string => value.replace("SESSION", session).replace("PORT", String(door.port));
    const end = await socket(Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, put(value)])), at)
      .end;
    expect(end).toMatchObject({ opened: false, status });
    expect(windows).toEqual([]);
  });

  test("a second window is refused with a sentence while the first one answers, and the first goes on", async () => {
    const Cookie = await letIn();
    const first = socket({ Cookie });
    await first.opened;
    const end = await socket({ Cookie }).end;
    expect(end).toMatchObject({ code: 4409, reason: "Careshift is open in another window. Close that one first." });
    expect(await clientOverWebSocket(first.websocket).documents.examples()).toHaveLength(1);
  });

  test("a window that is reloaded comes back", async () => {
    const Cookie = await letIn();
    for (let i = 0; i < 3; i++) {
      const { websocket, opened } = socket({ Cookie });
      await opened;
      expect(await clientOverWebSocket(websocket).documents.examples()).toHaveLength(1);
      websocket.close();
    }
    expect(windows.filter((there) => there)).toHaveLength(3);
  });

  test("a window that no longer answers gives way", async () => {
    await door.close();
    await open({ pongMs: 50 });
    const Cookie = await letIn();
    const first = socket({ Cookie });
    await first.opened;
    first.websocket.pause();
    const second = socket({ Cookie });
    await second.opened;
    expect(await clientOverWebSocket(second.websocket).documents.examples()).toHaveLength(1);
  });

  test("a message that is too large ends the connection and not the door", async () => {
    await door.close();
    await open({ messageBytes: 1000 });
    const Cookie = await letIn();
    const { websocket, opened, end } = socket({ Cookie });
    await opened;
    websocket.send("x".repeat(2000));
    expect((await end).code).toBe(1009);
    const next = socket({ Cookie });
    await next.opened;
    expect(await clientOverWebSocket(next.websocket).documents.examples()).toHaveLength(1);
  });

  test("messages that are not of the protocol are passed over, and the window goes on", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { websocket, opened } = socket({ Cookie: await letIn() });
    await opened;
    for (const hostile of [
      "",
      "not JSON",
      "null",
      "[]",
      "{}",
      '{"i":1}',
      '{"i":"1","p":{"u":7}}',
      Buffer.from([0xff, 0]),
    ])
      websocket.send(hostile);
    expect(await clientOverWebSocket(websocket).documents.examples()).toHaveLength(1);
    said.mockRestore();
  });

  test("a flood of messages ends the connection", async () => {
    await door.close();
    await open({ burst: 5, perSecond: 0.001 });
    const { websocket, opened, end } = socket({ Cookie: await letIn() });
    await opened;
    for (let i = 0; i < 10; i++) websocket.send(JSON.stringify({ i: String(i), p: { u: "/documents/examples" } }));
    expect((await end).code).toBe(4429);
  });
});
