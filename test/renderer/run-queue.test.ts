import { expect, test } from "vitest";
import type { RunOutcome, RunRequest } from "../../engine/contract/index.ts";
import { RunQueue, type RunWish } from "../../renderer/store/run-queue.ts";
import { doneOutcome, SCENARIO } from "./fake-engine.ts";

/** A queue whose runs and timers the test settles by hand. */
function bench() {
  const calls: { request: RunRequest; settle: (outcome: RunOutcome) => void; fail: (problem: unknown) => void }[] = [];
  const timers: (() => void)[] = [];
  const told: string[] = [];
  let ids = 0;
  const queue = new RunQueue({
    run: (request) =>
      new Promise((settle, fail) => {
        calls.push({ request, settle, fail });
      }),
    newRunId: () => `run-${(ids += 1)}`,
    after: (_, call) => {
      timers.push(call);
      return () => {
        timers.splice(timers.indexOf(call), 1);
      };
    },
    onResult: (result, wish) => told.push(`result ${result.runId} ${wish.scenario.title}`),
    onProblem: (problem, kind) => told.push(`${kind} ${problem.code}`),
    onUnreachable: (problem) => told.push(`unreachable ${String(problem)}`),
    onSlow: (slow) => told.push(slow ? "slow" : "settled"),
  });
  const wish = (title: string): RunWish => ({ datasetId: "d", scenario: { ...SCENARIO, title }, bridge: false });
  return { queue, calls, timers, told, wish };
}
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test("one run at a time; of those that wait only the newest is run", async () => {
  const { queue, calls, told, wish } = bench();
  for (const title of ["a", "b", "c", "d"]) queue.request(wish(title));
  expect(calls.map(({ request }) => request.scenario.title)).toEqual(["a"]);
  calls[0]?.settle(doneOutcome("run-1"));
  await rest();
  expect(calls.map(({ request }) => request.scenario.title)).toEqual(["a", "d"]);
  calls[1]?.settle(doneOutcome("run-2"));
  await rest();
  expect(told.filter((line) => line.startsWith("result"))).toEqual(["result run-1 a", "result run-2 d"]);
  expect(calls.every(({ request }) => request.lane === "workbench")).toBe(true);
});

test("says that an answer is slow only while one is awaited", async () => {
  const { queue, calls, timers, told, wish } = bench();
  queue.request(wish("a"));
  expect(timers).toHaveLength(1);
  timers[0]?.();
  expect(told).toEqual(["slow"]);
  calls[0]?.settle(doneOutcome("run-1"));
  await rest();
  expect(told).toEqual(["slow", "result run-1 a", "settled"]);
  expect(timers).toHaveLength(0);
});

test("a failure, a crash and a lost call are told, and the queue goes on", async () => {
  const { queue, calls, told, wish } = bench();
  const error = { code: "scenario.shift", message: "Too much", path: "", value: "", expected: "" };
  queue.request(wish("a"));
  calls[0]?.settle({ kind: "failed", runId: "run-1", error });
  await rest();
  queue.request(wish("b"));
  calls[1]?.settle({ kind: "crashed", runId: "run-2", error: { ...error, code: "engine.crashed" } });
  await rest();
  queue.request(wish("c"));
  calls[2]?.fail(new Error("gone"));
  await rest();
  queue.request(wish("d"));
  calls[3]?.settle(doneOutcome("run-4"));
  await rest();
  expect(told.filter((line) => line !== "settled")).toEqual([
    "failed scenario.shift",
    "crashed engine.crashed",
    "unreachable Error: gone",
    "result run-4 d",
  ]);
});

test("an answer for a document that was closed is dropped", async () => {
  const { queue, calls, told, wish } = bench();
  queue.request(wish("a"));
  queue.clear();
  calls[0]?.settle(doneOutcome("run-1"));
  await rest();
  expect(told.filter((line) => line.startsWith("result"))).toEqual([]);
  queue.request(wish("b"));
  calls[1]?.settle(doneOutcome("run-2"));
  await rest();
  expect(told).toContain("result run-2 b");
});
