/** Runs with draws on the host's worker threads: one that is superseded, and one whose thread dies. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { OpenedDocument, RangesOutcome } from "../../../engine/index.ts";
import type { Scenario } from "../../../scenarios/index.ts";
import { lastRanges } from "../support/last-ranges.ts";
import { openEngine } from "../support/open-engine.ts";
import type { TestEngine } from "../support/open-engine.ts";
import { bundleWorker } from "../support/worker-bundle.ts";
import type { Bundle } from "../support/worker-bundle.ts";

let real: Bundle;
let dying: Bundle;
let engine: TestEngine;
let example: OpenedDocument;
let scenario: Scenario;

beforeAll(async () => {
  [real, dying] = await Promise.all([
    bundleWorker({ kernels: true }),
    bundleWorker({ drawWorker: new URL("../support/dying-draw-worker.ts", import.meta.url) }),
  ]);
});
afterAll(() => Promise.all([real.remove(), dying.remove()]));
afterEach(() => engine.close());

async function open({ url }: Bundle, drawThreads: number): Promise<void> {
  engine = await openEngine(url, undefined, drawThreads);
  example = await engine.client.documents.openExample({ id: "grampian" });
  scenario = example.scenarios[0] as Scenario;
}

function draw(draws: number, answers?: (answer: RangesOutcome) => void): Promise<RangesOutcome> {
  return lastRanges(engine, example, { scenario, options: { draws }, lane: "fan" }, answers);
}

describe("a run with draws that is superseded", () => {
  it("ends at once, and the same thread answers the next", async () => {
    await open(real, 2);
    const before = engine.pool.threads();
    let long = Promise.resolve<RangesOutcome | null>(null);
    // As soon as its first answer is there: all the rest is still to come.
    await new Promise<void>((resolve) => (long = draw(1_000_000, () => resolve())));
    const next = draw(600);
    expect(await long).toMatchObject({ kind: "superseded" });
    expect(await next).toMatchObject({ kind: "ranges", draws: 600, final: true });
    expect(await draw(700)).toMatchObject({ kind: "ranges", draws: 700 });
    expect(engine.pool.threads()).toEqual(before);
  });
});

describe("a thread that shares draws and dies", () => {
  it("fails its run in words, and the next run works, on the same worker", async () => {
    await open(dying, 2);
    const before = engine.pool.threads();
    const outcome = await draw(1_000_000);
    expect(outcome).toMatchObject({ kind: "failed", error: { code: "engine.crashed" } });
    expect(outcome.kind === "failed" && outcome.error.message).toMatch(
      /^One of the engine's threads stopped in the middle of this run \(it is tired\)\. .* run it again\.$/,
    );
    expect(await draw(1000)).toMatchObject({ kind: "ranges", draws: 1000, final: true });
    expect(engine.pool.threads()).toEqual(before);
  });
});
