import { afterEach, describe, expect, test, vi } from "vitest";
import type { Dataset } from "../../datasets/index.ts";
import { createPool } from "../../engine/pool.ts";
import type { Job, Pool, PoolOptions } from "../../engine/pool.ts";
import type { ThreadListener } from "../../engine/thread.ts";

/** A worker that does what the test says. */
class FakeThread {
  readonly posted: { kind: string; ticket?: number; datasetId?: string }[] = [];
  terminated = false;
  readonly listener: ThreadListener;
  constructor(listener: ThreadListener) {
    this.listener = listener;
  }
  post(message: object): void {
    this.posted.push(message as FakeThread["posted"][number]);
  }
  terminate(): void {
    this.terminated = true;
  }
  ready(): void {
    this.listener.message({ kind: "ready" });
  }
  get tickets(): number[] {
    return this.posted.flatMap((message) => (message.kind === "run" ? [message.ticket ?? -1] : []));
  }
  finish(ticket = this.tickets.at(-1) ?? -1): void {
    const frame = {
      members: {},
      blocks: [],
      values: new ArrayBuffer(0),
      hashes: { model: String(ticket), data: "", scenario: "" },
      computeMs: 1,
    };
    this.listener.message({ kind: "done", ticket, frame });
  }
}

let threads: FakeThread[] = [];
let replaced: string[] = [];
let pool: Pool;

function open(size = 1, options: Partial<PoolOptions> = {}): void {
  threads = [];
  replaced = [];
  pool = createPool({
    size,
    replaced: (message) => replaced.push(message),
    start: (listener) => {
      const thread = new FakeThread(listener);
      threads.push(thread);
      return thread;
    },
    ...options,
  });
}

function thread(index: number): FakeThread {
  const found = threads[index];
  if (found === undefined) throw new Error(`There is no thread ${index}.`);
  return found;
}

function job(runId: string, lane = "board", datasetId = "data"): Job {
  const scenario = {
    format: "careshift-scenario" as const,
    version: 1 as const,
    title: runId,
    notes: "",
    dataset: { name: "x", hash: `sha256-${"0".repeat(64)}` },
    programmes: [],
    shifts: [],
    assumptions: {},
  };
  return { runId, lane, datasetId, dataset: {} as Dataset, scenario, work: { kind: "run", bridge: false } };
}

afterEach(() => {
  pool.close();
  vi.useRealTimers();
});

describe("lanes", () => {
  test("the latest wins: earlier runs of the lane end as superseded, whether they wait or are being computed", async () => {
    open();
    thread(0).ready();
    const runs = ["a", "b", "c"].map((id) => pool.run(job(id)));
    expect(await runs[0]).toEqual({ kind: "superseded" });
    expect(await runs[1]).toEqual({ kind: "superseded" });
    thread(0).finish();
    expect(thread(0).tickets).toEqual([1, 3]);
    thread(0).finish();
    expect(await runs[2]).toMatchObject({ kind: "done", frame: { hashes: { model: "3" } } });
  });

  test("lanes do not touch each other", async () => {
    open();
    thread(0).ready();
    const first = pool.run(job("a", "board"));
    const second = pool.run(job("b", "compare"));
    thread(0).finish();
    thread(0).finish();
    expect([(await first).kind, (await second).kind]).toEqual(["done", "done"]);
  });

  test("a second worker is started only when runs wait, and a lane goes back to the worker that knows it", async () => {
    open(2);
    thread(0).ready();
    const first = pool.run(job("a", "board"));
    expect(threads).toHaveLength(1);
    const second = pool.run(job("b", "compare"));
    expect(threads).toHaveLength(2);
    thread(1).ready();
    thread(0).finish();
    thread(1).finish();
    await Promise.all([first, second]);
    void pool.run(job("c", "compare"));
    expect(thread(1).tickets).toEqual([2, 3]);
  });
});

describe("datasets", () => {
  test("each goes to a worker once, and is dropped there when it is closed", async () => {
    open();
    thread(0).ready();
    for (const id of ["a", "b"]) {
      const run = pool.run(job(id));
      thread(0).finish();
      await run;
    }
    pool.drop("data");
    const run = pool.run(job("c"));
    thread(0).finish();
    await run;
    expect(thread(0).posted.map((message) => message.kind)).toEqual([
      "keep-dataset",
      "run",
      "run",
      "drop-dataset",
      "keep-dataset",
      "run",
    ]);
  });
});

describe("cancelling", () => {
  test("settles a waiting run and one that is computed, and says whether there was one", async () => {
    open();
    const waiting = pool.run(job("a"));
    expect(pool.cancel("a")).toBe(true);
    expect(await waiting).toEqual({ kind: "cancelled" });
    thread(0).ready();
    const computed = pool.run(job("b"));
    expect(pool.cancel("b")).toBe(true);
    expect(await computed).toEqual({ kind: "cancelled" });
    expect(pool.cancel("b")).toBe(false);
    expect(pool.cancel("never")).toBe(false);
  });

  test("a worker that goes on with what nobody wants is ended after the grace, without alarm", async () => {
    vi.useFakeTimers();
    open(1, { graceMs: 100 });
    thread(0).ready();
    void pool.run(job("a"));
    pool.cancel("a");
    const next = pool.run(job("b"));
    vi.advanceTimersByTime(99);
    expect(thread(0).terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(thread(0).terminated).toBe(true);
    thread(1).ready();
    thread(1).finish();
    expect(await next).toMatchObject({ kind: "done" });
    expect(replaced).toEqual([]);
  });
});

describe("workers that die", () => {
  test("one that dies in the middle of a run takes it along, is replaced, and the next run works", async () => {
    open();
    thread(0).ready();
    const run = pool.run(job("a"));
    thread(0).listener.ended("out of memory");
    const outcome = await run;
    expect(outcome).toMatchObject({ kind: "crashed", error: { code: "engine.crashed" } });
    expect(outcome.kind === "crashed" && outcome.error.message).toContain("(out of memory)");
    expect(replaced).toEqual(["The engine's worker stopped (out of memory) and was replaced."]);
    thread(1).ready();
    const next = pool.run(job("b"));
    thread(1).finish();
    expect(await next).toMatchObject({ kind: "done" });
  });

  test("one that answers what cannot be read is ended and replaced", async () => {
    open();
    thread(0).ready();
    const run = pool.run(job("a"));
    thread(0).listener.message({ kind: "done", ticket: 1, frame: { values: "none" } });
    expect(await run).toMatchObject({ kind: "crashed" });
    expect(thread(0).terminated).toBe(true);
    expect(threads).toHaveLength(2);
  });

  test("a late answer to a run that was given up changes nothing", async () => {
    open();
    thread(0).ready();
    void pool.run(job("a"));
    pool.cancel("a");
    const next = pool.run(job("b"));
    thread(0).finish(1);
    thread(0).finish(1);
    thread(0).finish(2);
    expect(await next).toMatchObject({ kind: "done", frame: { hashes: { model: "2" } } });
  });

  test("a start that fails three times settles every run that waits; a new run tries again", async () => {
    open();
    const runs = [pool.run(job("a", "one")), pool.run(job("b", "two"))];
    for (let i = 0; i < 3; i++) thread(i).listener.ended("no such file");
    for (const run of runs) {
      expect(await run).toMatchObject({ kind: "crashed", error: { code: "engine.no-start" } });
    }
    expect(threads).toHaveLength(3);
    const again = pool.run(job("c"));
    expect(threads).toHaveLength(4);
    thread(3).ready();
    thread(3).finish();
    expect(await again).toMatchObject({ kind: "done" });
  });
});

test("closing ends the workers and settles every run", async () => {
  open();
  thread(0).ready();
  const runs = [pool.run(job("a", "one")), pool.run(job("b", "two"))];
  pool.close();
  expect(await Promise.all(runs)).toEqual([{ kind: "cancelled" }, { kind: "cancelled" }]);
  expect(thread(0).terminated).toBe(true);
  expect(await pool.run(job("c"))).toMatchObject({ kind: "crashed", error: { code: "engine.closed" } });
});
