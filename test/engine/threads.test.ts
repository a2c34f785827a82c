/** Runs on real worker threads, and what happens when one of them dies. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { OpenedDocument, RunOutcome } from "../../engine/index.ts";
import { workerThreads } from "../../engine/thread.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { openEngine, runToEnd } from "./support/open-engine.ts";
import type { TestEngine } from "./support/open-engine.ts";
import { bundleWorker } from "./support/worker-bundle.ts";
import type { Bundle } from "./support/worker-bundle.ts";

let real: Bundle;
let busy: Bundle;
let engine: TestEngine;
let example: OpenedDocument;
let scenario: Scenario;

beforeAll(async () => {
  [real, busy] = await Promise.all([
    bundleWorker(),
    bundleWorker({ worker: new URL("./support/busy-worker.ts", import.meta.url) }),
  ]);
});
afterAll(() => Promise.all([real.remove(), busy.remove()]));
afterEach(() => engine.close());

async function open(worker: URL): Promise<void> {
  engine = await openEngine(worker);
  example = await engine.client.documents.openExample({ id: "grampian" });
  const [first] = example.scenarios;
  if (first === undefined) throw new Error("The example has no scenario.");
  scenario = first;
}

function run(runId: string, lane = "board"): Promise<RunOutcome> {
  return engine.client.runs.run({ runId, lane, datasetId: example.dataset.id, scenario, bridge: false });
}

/** Resolves when a run has got as far as its worker. */
async function computing(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = engine.host.onEvent((event) => {
      if (event.kind !== "progress") return;
      stop();
      resolve();
    });
  });
}

describe("a worker thread", () => {
  test("gives the same results, bit for bit, as this process does", async () => {
    await open(real.url);
    const threaded = await runToEnd(engine, example, scenario);
    const here = await openEngine();
    const same = await runToEnd(here, await here.client.documents.openExample({ id: "grampian" }), scenario);
    await here.close();
    expect([...threaded.values.keys()]).toEqual([...same.values.keys()]);
    const bits = ({ values }: { values: ReadonlyMap<string, { values: Float64Array }> }): [string, string][] =>
      [...values].map(([id, block]) => [id, Buffer.from(block.values.slice().buffer).toString("hex")]);
    expect(bits(threaded)).toEqual(bits(same));
  });

  test("sees nothing of this process's environment", async () => {
    await open(real.url);
    process.env["CARESHIFT_SECRET"] = "secret";
    const [message] = await new Promise<unknown[]>((resolve) => {
      const thread = workerThreads(busy.url)({
        message: (told) => {
          thread.terminate();
          resolve([told]);
        },
        ended: () => undefined,
      });
    });
    delete process.env["CARESHIFT_SECRET"];
    expect(message).toMatchObject({ kind: "ready", environment: {} });
  });
});

describe("a worker that is killed in the middle of a run", () => {
  test("ends it with a clear message, says that it was replaced, and the next run works", async () => {
    await open(busy.url);
    const events = await engine.client.runs.events();
    const started = computing();
    const killed = run("first");
    await started;
    engine.pool.threads("first")[0]?.terminate();
    const outcome = await killed;
    expect(outcome).toMatchObject({ kind: "crashed", runId: "first", error: { code: "engine.crashed" } });
    expect(outcome.kind === "crashed" && outcome.error.message).toMatch(
      /stopped in the middle of this run .*run it again\.$/,
    );
    for await (const event of events) {
      if (event.kind === "worker-replaced") break;
    }
    const again = computing();
    const next = run("second");
    await again;
    expect(await engine.client.runs.cancel({ runId: "second" })).toEqual({ cancelled: true });
    expect(await next).toEqual({ kind: "cancelled", runId: "second" });
  });

  test("leaves the real engine working, with the same results", async () => {
    await open(real.url);
    const before = await runToEnd(engine, example, scenario);
    const running = run("first");
    for (const thread of engine.pool.threads()) thread.terminate();
    expect(["crashed", "done"]).toContain((await running).kind);
    const after = await runToEnd(engine, example, scenario);
    expect([...after.values]).toEqual([...before.values]);
  });
});

describe("lanes over the wire", () => {
  test("the latest wins; the earlier ones end as superseded", async () => {
    await open(busy.url);
    const started = computing();
    const first = run("first");
    await started;
    const second = run("second");
    const third = run("third");
    const other = run("other", "compare");
    expect(await first).toEqual({ kind: "superseded", runId: "first" });
    expect(await second).toEqual({ kind: "superseded", runId: "second" });
    expect(await engine.client.runs.cancel({ runId: "third" })).toEqual({ cancelled: true });
    expect(await third).toEqual({ kind: "cancelled", runId: "third" });
    engine.host.close();
    expect(await other).toEqual({ kind: "cancelled", runId: "other" });
  });

  test("a call that is given up cancels its run", async () => {
    await open(busy.url);
    const started = computing();
    const controller = new AbortController();
    const request = { runId: "a", lane: "board", datasetId: example.dataset.id, scenario, bridge: false };
    const call = engine.client.runs.run(request, { signal: controller.signal });
    await started;
    controller.abort();
    await expect(call).rejects.toThrow(/abort/i);
    await expect.poll(async () => (await engine.client.runs.cancel({ runId: "a" })).cancelled).toBe(false);
  });
});

test("a worker that cannot start settles the run with what to do", async () => {
  await open(new URL("nowhere/worker.mjs", real.url));
  const outcome = await run("a");
  expect(outcome).toMatchObject({ kind: "crashed", error: { code: "engine.no-start" } });
  expect(outcome.kind === "crashed" && outcome.error.message).toContain("could not start");
});
