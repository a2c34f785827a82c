import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { STYLE_IDS } from "../../renderer/charts/no-injected-styles.ts";
import { tableText } from "../../renderer/charts/chart-table.tsx";
import { connectByWebSocket, rpcAddress } from "../../renderer/client/browser-link.ts";
import { Connection, ConnectionLostError } from "../../renderer/client/connection.ts";
import { browserFileDoor } from "../../renderer/client/file-door.ts";
import { fakeEngine } from "./fake-engine.ts";

test("the engine is beside the page", () => {
  expect(rpcAddress({ protocol: "http:", host: "127.0.0.1:4000" })).toBe("ws://127.0.0.1:4000/rpc");
  expect(rpcAddress({ protocol: "https:", host: "a.example" })).toBe("wss://a.example/rpc");
});

test("a call waits for the first connection, and fails at once when one was lost", async () => {
  const connection = new Connection();
  const early = connection.call(["a"], 1, { context: {} });
  connection.opened({ call: (path, input) => Promise.resolve(`${path.join()} ${String(input)}`) });
  expect(await early).toBe("a 1");
  connection.lost(1);
  await expect(connection.call(["a"], 1, { context: {} })).rejects.toBeInstanceOf(ConnectionLostError);
});

test("a call that the loss cut off says that the connection was lost; other errors stay what they are", async () => {
  const connection = new Connection();
  let fail: (problem: unknown) => void = () => undefined;
  connection.opened({ call: () => new Promise((_, reject) => (fail = reject)) });
  const cut = connection.call(["a"], 1, { context: {} });
  connection.lost(1);
  fail(new Error("closed"));
  await expect(cut).rejects.toBeInstanceOf(ConnectionLostError);
  connection.opened({ call: () => Promise.reject(new RangeError("wrong")) });
  await expect(connection.call(["a"], 1, { context: {} })).rejects.toBeInstanceOf(RangeError);
});

/** Sockets that the test opens and closes, each with an engine that answers when it is told to. */
function sockets() {
  const all: { socket: EventTarget & { close: () => void }; answer: () => void; fail: () => void }[] = [];
  const connection = connectByWebSocket(
    "ws://x/rpc",
    () => {
      const socket = Object.assign(new EventTarget(), { close: () => undefined });
      all.push({ socket, answer: () => undefined, fail: () => undefined });
      return socket as unknown as WebSocket;
    },
    () => ({
      call: () =>
        new Promise((answer, fail) => {
          Object.assign(all.at(-1) ?? {}, { answer, fail: () => fail(new Error("closed")) });
        }),
    }),
  );
  const closed = (code: number, reason: string) => Object.assign(new Event("close"), { code, reason });
  return { all, connection, closed };
}
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test("a connection is open once the engine has answered, not when its socket is", async () => {
  const { all, connection } = sockets();
  all[0]?.socket.dispatchEvent(new Event("open"));
  await rest();
  expect(connection.state.kind).toBe("connecting");
  all[0]?.answer();
  await rest();
  expect(connection.state.kind).toBe("open");
});

test("a door that has a window already says so, and is asked again", async () => {
  vi.useFakeTimers();
  const { all, connection, closed } = sockets();
  const seen: string[] = [];
  connection.onChange(({ kind }) => seen.push(kind));
  all[0]?.socket.dispatchEvent(new Event("open"));
  all[0]?.socket.dispatchEvent(closed(4409, "Close that one first."));
  expect(connection.state).toEqual({ kind: "refused", reason: "Close that one first." });
  await vi.advanceTimersByTimeAsync(300);
  expect(all).toHaveLength(2);
  all[1]?.socket.dispatchEvent(new Event("open"));
  all[1]?.answer();
  await vi.advanceTimersByTimeAsync(0);
  // It never passed for open before it was.
  expect(seen).toEqual(["refused", "open"]);
  vi.useRealTimers();
});

test("a lost connection is tried again after 250, 500, 1,000 ms and so on", async () => {
  vi.useFakeTimers();
  const { all, connection, closed } = sockets();
  for (const wait of [250, 500, 1000]) {
    all.at(-1)?.socket.dispatchEvent(closed(1006, ""));
    const before = all.length;
    await vi.advanceTimersByTimeAsync(wait - 1);
    expect(all).toHaveLength(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(all).toHaveLength(before + 1);
  }
  expect(connection.state).toEqual({ kind: "lost", attempt: 3 });
  vi.useRealTimers();
});

test("a name that is taken asks before it replaces, and lets another name be chosen", async () => {
  const { client, asked } = fakeEngine();
  const names = ["taken", "free"];
  const suggestions: string[] = [];
  const answers = [false];
  const door = browserFileDoor(
    client.calls,
    () => Promise.resolve(null),
    ({ suggestedName }) => {
      suggestions.push(suggestedName);
      return Promise.resolve(names.shift() ?? null);
    },
    () => Promise.resolve(answers.shift() ?? true),
  );
  expect(await door.pickSave("scenario", "first")).toMatchObject({ name: "free" });
  expect(suggestions).toEqual(["first", "taken"]);
  expect(asked).toEqual(["nameInFolder taken false", "nameInFolder free false"]);

  names.push("taken");
  expect(await door.pickSave("scenario", "first")).toMatchObject({ name: "taken" });
  expect(asked.at(-1)).toBe("nameInFolder taken true");
  expect(await door.pickSave("scenario", "first")).toBeNull();
  expect(await door.pickOpen()).toBeNull();
});

test("the chart library still looks for the styles that stand in for its own", () => {
  const library = readFileSync(fileURLToPath(import.meta.resolve("plotly.js-strict-dist-min")), "utf8");
  expect(STYLE_IDS).toHaveLength(2);
  expect(library).toContain('"plotly.js-style-"');
  expect(library).toContain(".no-inline-styles");
  expect(library).toContain(`document.getElementById("${STYLE_IDS[1] ?? ""}")`);
  // Every other style element would need a policy that allows inline styles.
  expect(library.split('createElement("style")')).toHaveLength(STYLE_IDS.length + 1);
});

test("a copied table is cells to a spreadsheet", () => {
  const table = { caption: "Beds", head: ["Year", "Open"], rows: [{ label: "2024/25", cells: ["1,204"] }] };
  expect(tableText(table)).toBe("Beds\nYear\tOpen\n2024/25\t1,204");
});
