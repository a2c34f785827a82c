import { expect, test } from "vitest";
import { type FromEngine, fromEngine, toEngine } from "../../electron/control-messages.ts";
import { createEngineControl } from "../../electron/engine-control.ts";

const file = { handle: "h", name: "Plan.scenario.json", kind: "scenario" as const };
const start = { kind: "start", stateFolder: "/state", documentsFolder: "/documents", standing: [] };

function control(problem?: string) {
  const replies: FromEngine[] = [];
  const served: string[] = [];
  const granted: (string | undefined)[][] = [];
  const starts: string[] = [];
  const hear = createEngineControl<string>({
    start: ({ stateFolder }) => {
      if (problem !== undefined) throw new Error(problem);
      starts.push(stateFolder);
      return {
        grant: (path, mode, ...handle) => {
          if (path.endsWith(".exe")) throw new Error(`${path} is no file of ours.`);
          granted.push([path, mode, ...handle]);
          return file;
        },
        serve: (port) => void served.push(port),
      };
    },
    reply: (message) => replies.push(message),
  });
  return { hear, replies, served, granted, starts };
}

test("start, grant and attach reach the engine; a grant is answered with its own number", () => {
  const { hear, replies, served, granted, starts } = control();
  hear(start, []);
  hear({ kind: "grant", id: 7, path: "/Àrd 100% #1/Plan.scenario.json", mode: "read-write" }, []);
  hear({ kind: "attach" }, ["port"]);
  expect(starts).toEqual(["/state"]);
  expect(granted).toEqual([["/Àrd 100% #1/Plan.scenario.json", "read-write"]]);
  expect(served).toEqual(["port"]);
  expect(replies).toEqual([{ kind: "granted", id: 7, file }]);
});

test("an engine that follows another takes over its handles", () => {
  const { hear, replies, granted } = control();
  hear({ ...start, standing: [{ handle: "h", path: "/Plan.scenario.json", mode: "read-write" }] }, []);
  expect(granted).toEqual([["/Plan.scenario.json", "read-write", "h"]]);
  expect(replies).toEqual([]);
});

test("what the engine will not grant is refused by number, in its words", () => {
  const { hear, replies } = control();
  hear(start, []);
  hear({ kind: "grant", id: 8, path: "/setup.exe", mode: "read" }, []);
  expect(replies).toEqual([{ kind: "refused", id: 8, message: "/setup.exe is no file of ours." }]);
});

test("before the start, and after one that failed, a grant is refused and never left waiting", () => {
  const early = control();
  early.hear({ kind: "grant", id: 1, path: "/a.zip", mode: "read" }, []);
  expect(early.replies).toEqual([{ kind: "refused", id: 1, message: "The engine has not started." }]);

  const broken = control("worker.js is missing.");
  broken.hear(start, []);
  broken.hear({ kind: "grant", id: 2, path: "/a.zip", mode: "read" }, []);
  broken.hear({ kind: "attach" }, ["port"]);
  expect(broken.replies).toEqual([
    { kind: "broken", message: "worker.js is missing." },
    { kind: "refused", id: 2, message: "The engine has not started." },
    { kind: "broken", message: "The engine has not started." },
  ]);
});

test("a port that got lost on the way is told", () => {
  const { hear, replies } = control();
  hear(start, []);
  hear({ kind: "attach" }, []);
  expect(replies).toEqual([{ kind: "broken", message: "The window's port did not arrive." }]);
});

const hostile: unknown[] = [
  null,
  undefined,
  "start",
  [],
  {},
  { kind: "run" },
  { kind: "start" },
  { ...start, stateFolder: "" },
  { ...start, standing: [{ handle: "", path: "/a", mode: "read" }] },
  { ...start, standing: [{ handle: "h", path: "/a", mode: "execute" }] },
  { ...start, extra: true },
  { kind: "grant", path: "/a", mode: "read" },
  { kind: "grant", id: 0, path: "/a", mode: "read" },
  { kind: "grant", id: 1.5, path: "/a", mode: "read" },
  { kind: "grant", id: 1, path: "", mode: "read" },
  { kind: "grant", id: 1, path: "x".repeat(40_000), mode: "read" },
  { kind: "grant", id: 1, path: "/a", mode: "execute" },
  { kind: "grant", id: 1, path: ["/a"], mode: "read" },
  { kind: "attach", port: 1 },
];

test.each(hostile)("%j is not understood, and nothing is done", (message) => {
  const { hear, replies, served, granted, starts } = control();
  hear(message, ["port"]);
  expect(toEngine.safeParse(message).success).toBe(false);
  expect(replies).toEqual([{ kind: "broken", message: "The engine was sent a message that it does not understand." }]);
  expect([...served, ...granted, ...starts]).toEqual([]);
});

test("what the engine may say is as narrow", () => {
  for (const message of [
    { kind: "granted", id: 1, file },
    { kind: "refused", id: 1, message: "No." },
    { kind: "broken", message: "No." },
  ])
    expect(fromEngine.safeParse(message).success).toBe(true);
  for (const message of [
    null,
    { kind: "granted", id: 1, file, path: "/a" },
    { kind: "granted", id: "1", file },
    { kind: "ready" },
    { kind: "broken" },
  ])
    expect(fromEngine.safeParse(message).success).toBe(false);
});
