import { EventEmitter } from "node:events";
import { beforeEach, describe, expect, test } from "vitest";
import type { ToEngine } from "../../electron/control-messages.ts";
import { createEngineHost, type EngineHost } from "../../electron/main/engine-host.ts";
import { mayStartAgain } from "../../electron/main/restarts.ts";

type Port = string;

/** An engine's process that keeps what it is sent, and says and does what the test tells it to. */
class Process extends EventEmitter {
  readonly sent: ToEngine[] = [];
  readonly ports: Port[] = [];
  killed = false;
  postMessage(message: ToEngine, transfer: Port[] = []): void {
    this.sent.push(message);
    this.ports.push(...transfer);
  }
  kill(): boolean {
    this.killed = true;
    return true;
  }
}

class Page {
  readonly received: [string, Port | undefined][] = [];
  gone = false;
  postMessage(channel: string, _message: unknown, [port]: Port[] = []): void {
    this.received.push([channel, port]);
  }
  isDestroyed(): boolean {
    return this.gone;
  }
}

let processes: Process[];
let endings: { code: number; again: boolean }[];
let faults: string[];
let clock: number;
let channels: number;
let host: EngineHost<Port>;

beforeEach(() => {
  processes = [];
  endings = [];
  faults = [];
  clock = 0;
  channels = 0;
  host = createEngineHost<Port>({
    fork: () => {
      const process = new Process();
      processes.push(process);
      return process;
    },
    createChannel: () => {
      channels += 1;
      return { port1: `engine ${channels}`, port2: `page ${channels}` };
    },
    folders: { stateFolder: "/state", documentsFolder: "/documents" },
    onEnded: (ending) => endings.push(ending),
    onFault: (message) => faults.push(message),
    now: () => clock,
  });
});

const latest = (): Process => processes.at(-1) ?? new Process();
const file = { handle: "h", name: "Plan.scenario.json", kind: "scenario" };

test("the engine is told its folders first", () => {
  host.start();
  expect(latest().sent).toEqual([
    { kind: "start", stateFolder: "/state", documentsFolder: "/documents", standing: [] },
  ]);
});

describe("grants", () => {
  test("each answer goes to its own question, in whatever order they come", async () => {
    host.start();
    const first = host.grant("/a.scenario.json", "read-write");
    const second = host.grant("/b.zip", "read");
    expect(latest().sent.slice(1)).toEqual([
      { kind: "grant", id: 1, path: "/a.scenario.json", mode: "read-write" },
      { kind: "grant", id: 2, path: "/b.zip", mode: "read" },
    ]);
    latest().emit("message", { kind: "refused", id: 2, message: "b.zip is no dataset." });
    latest().emit("message", { kind: "granted", id: 1, file });
    await expect(second).rejects.toThrow("b.zip is no dataset.");
    expect(await first).toEqual(file);
  });

  test("an engine that dies settles every question", async () => {
    host.start();
    const asked = [host.grant("/a.zip", "read"), host.grant("/b.zip", "read")];
    latest().emit("exit", 139);
    const settled = await Promise.allSettled(asked);
    expect(settled.map((result) => result.status)).toEqual(["rejected", "rejected"]);
    await expect(asked[0]).rejects.toThrow("The engine stopped before it could look at the file. Try again.");
  });

  test("a new engine takes over the handles that were given, and no other", async () => {
    host.start();
    const given = host.grant("/a.scenario.json", "read-write");
    const refused = host.grant("/b.zip", "read");
    latest().emit("message", { kind: "granted", id: 1, file });
    latest().emit("message", { kind: "refused", id: 2, message: "b.zip is no dataset." });
    await expect(refused).rejects.toThrow("b.zip is no dataset.");
    await given;
    latest().emit("exit", 139);
    expect(latest().sent[0]).toEqual({
      kind: "start",
      stateFolder: "/state",
      documentsFolder: "/documents",
      standing: [{ handle: "h", path: "/a.scenario.json", mode: "read-write" }],
    });
  });

  test("with no engine running the question is refused at once, with what to do", async () => {
    await expect(host.grant("/a.zip", "read")).rejects.toThrow("The engine is not running. Save what you can");
  });

  test.each<unknown>([
    { kind: "granted", id: 1, file: { ...file, kind: "folder" } },
    { kind: "granted", id: 1 },
    { kind: "granted", id: 1, file, path: "/a" },
    { kind: "run", id: 1 },
    "granted",
    null,
  ])("what does not fit the schema is a fault and answers nothing: %j", async (message) => {
    host.start();
    let settled = false;
    void host.grant("/a.zip", "read").finally(() => (settled = true));
    latest().emit("message", message);
    await Promise.resolve();
    expect(faults).toEqual(["The engine said something that the shell does not understand."]);
    expect(settled).toBe(false);
  });

  test("an answer to no question changes nothing; a broken engine's words are a fault", () => {
    host.start();
    latest().emit("message", { kind: "granted", id: 99, file });
    latest().emit("message", { kind: "broken", message: "worker.js is missing." });
    expect(faults).toEqual(["worker.js is missing."]);
  });
});

describe("ports", () => {
  test("a page and the engine get the two ends of one channel, and a page loaded anew gets another", () => {
    const page = new Page();
    host.start();
    host.attach(page);
    host.attach(page);
    expect(latest().sent.slice(1)).toEqual([{ kind: "attach" }, { kind: "attach" }]);
    expect(latest().ports).toEqual(["engine 1", "engine 2"]);
    expect(page.received).toEqual([
      ["careshift:engine-port", "page 1"],
      ["careshift:engine-port", "page 2"],
    ]);
  });

  test("a page that is there before the engine gets its port when the engine starts", () => {
    const page = new Page();
    host.attach(page);
    expect(page.received).toEqual([]);
    host.start();
    expect(latest().sent.map((message) => message.kind)).toEqual(["start", "attach"]);
    expect(page.received).toHaveLength(1);
  });

  test("an engine that died is replaced, told its folders, and joined to the page again", () => {
    const page = new Page();
    host.start();
    host.attach(page);
    latest().emit("exit", 1);
    expect(processes).toHaveLength(2);
    expect(latest().sent.map((message) => message.kind)).toEqual(["start", "attach"]);
    expect(page.received.at(-1)).toEqual(["careshift:engine-port", "page 2"]);
    expect(endings).toEqual([{ code: 1, again: true }]);
  });

  test("a page that is gone is sent nothing", () => {
    const page = new Page();
    host.start();
    host.attach(page);
    page.gone = true;
    latest().emit("exit", 1);
    expect(page.received).toHaveLength(1);
    expect(latest().sent.map((message) => message.kind)).toEqual(["start"]);
  });
});

describe("endings", () => {
  test("the third within a minute is the last", () => {
    host.start();
    for (const at of [1000, 2000, 3000]) {
      clock = at;
      latest().emit("exit", 5);
    }
    expect(endings.map((ending) => ending.again)).toEqual([true, true, false]);
    expect(processes).toHaveLength(3);
  });

  test("one now and then is forgiven", () => {
    host.start();
    for (const at of [0, 100_000, 200_000, 300_000]) {
      clock = at;
      latest().emit("exit", 5);
    }
    expect(endings.every((ending) => ending.again)).toBe(true);
  });

  test("an old process that ends late does not count", () => {
    host.start();
    const [old] = processes;
    old?.emit("exit", 1);
    old?.emit("exit", 1);
    expect(processes).toHaveLength(2);
    expect(endings).toHaveLength(1);
  });

  test("stopping ends the engine without a word", () => {
    host.start();
    host.stop();
    expect(latest().killed).toBe(true);
    latest().emit("exit", 0);
    expect(processes).toHaveLength(1);
    expect(endings).toEqual([]);
  });

  test.each([
    [[0], 0, true],
    [[0, 10], 10, true],
    [[0, 10, 20], 20, false],
    [[0, 59_999, 60_000], 60_000, true],
    [[1, 59_999, 60_000], 60_000, false],
  ])("endings at %j, now %i: started again %j", (times, now, again) => {
    expect(mayStartAgain(times, now)).toBe(again);
  });
});
