/** How often differences are above and below 0: however the draws are shared, and whether they are kept. */
import fc from "fast-check";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../../datasets/index.ts";
import { createCrew } from "../../../engine/draws/crew.ts";
import { drawWorkerBeside, openMachine } from "../../../engine/draws/open-machine.ts";
import { runDraws } from "../../../engine/draws/run-draws.ts";
import type { Summaries } from "../../../engine/draws/run-draws.ts";
import { addSigns, markedSeries, mergeSigns, newSigns } from "../../../engine/draws/signs.ts";
import { workerThreads } from "../../../engine/thread.ts";
import { createDrawJobs, createDraws, plainMachine } from "../../../models/index.ts";
import type { PairJob } from "../../../models/commissioning/draw-jobs.ts";
import { exampleScenario, resolveUncertain } from "../../../scenarios/index.ts";
import { bundleWorker } from "../support/worker-bundle.ts";
import type { Bundle } from "../support/worker-bundle.ts";

const DRAWS = 1100;
let bundle: Bundle;
let pair: PairJob;

beforeAll(async () => {
  const folder = fileURLToPath(new URL("../../../examples/grampian", import.meta.url));
  const [dataset, bundled] = await Promise.all([
    loadDataset({ kind: "folder", path: folder }),
    bundleWorker({ kernels: true }),
  ]);
  bundle = bundled;
  const own = exampleScenario(dataset);
  const [first, ...rest] = own.shifts;
  if (first === undefined) throw new Error("The example moves nothing.");
  // Half of one shift: what it does less of is near 0 in some figures, and of either sign.
  const other = { ...own, shifts: [{ ...first, amount: first.amount / 2 }, ...rest] };
  const [a, b] = [other, own].map((scenario) => resolveUncertain(dataset, scenario, { draws: DRAWS, seed: 6 }));
  if (a === undefined || b === undefined) throw new Error("There are two.");
  pair = createDrawJobs().planPair(a, b, { outputs: ["bedDaysSaved", "releasedTotal", "delayedBedDaysSaved"] });
});
afterAll(() => bundle.remove());

async function signsWith(helpers: number, keptBytes?: number): Promise<number[]> {
  const machine = openMachine(bundle.url);
  const crew = createCrew(machine, workerThreads(drawWorkerBeside(bundle.url)), helpers);
  await crew.prepare();
  const { program, plan, difference: signed } = pair;
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const kept = keptBytes === undefined ? {} : { keptBytes };
  const told: Summaries[] = [];
  const { signs } = await runDraws(machine, crew, { program, plan, signed, shared, ...kept }, (coarse) =>
    told.push(coarse),
  );
  crew.close();
  expect(told[0]?.signs?.some((count) => count > 0 && count <= 500)).toBe(true);
  return [...(signs ?? [])];
}

describe("a run of two scenarios", () => {
  it("counts what all draws at once come to, on one thread and three, kept or not", async () => {
    const { program, plan, difference } = pair;
    const store = plainMachine.openResults(program.series, DRAWS);
    const loaded = plainMachine.load(program, DRAWS, store);
    createDraws(plan).fill(loaded.columns, 0, 0, DRAWS);
    loaded.run(DRAWS, 0);
    const wanted = Array.from({ length: 2 * program.series }, () => 0);
    for (const { series } of difference.values()) {
      for (const s of series) {
        if (s < 0) continue;
        const draws = store.values.subarray(s * DRAWS, (s + 1) * DRAWS);
        wanted[2 * s] = draws.filter((value) => value > 0).length;
        wanted[2 * s + 1] = draws.filter((value) => value < 0).length;
      }
    }
    expect(wanted.some((count) => count > 0 && count < DRAWS)).toBe(true);
    expect(await signsWith(0)).toEqual(wanted);
    expect(await signsWith(2)).toEqual(wanted);
    expect(await signsWith(0, 0)).toEqual(wanted);
    expect(await signsWith(2, 0)).toEqual(wanted);
  });
});

describe("signs", () => {
  it("of parts add up to those of the whole, in any order; 0 and -0 are neither", () => {
    const value = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 5e-324, -5e-324));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 40 }), fc.nat(40), (list, cut) => {
        const values = Float64Array.from([NaN, ...list]);
        const middle = Math.min(cut, list.length);
        const [whole, head, tail] = [newSigns(2), newSigns(2), newSigns(2)];
        addSigns(values, 1, list.length, 1, whole);
        addSigns(values, 1, middle, 1, head);
        addSigns(values, 1 + middle, list.length - middle, 1, tail);
        expect([...whole]).toEqual([0, 0, list.filter((x) => x > 0).length, list.filter((x) => x < 0).length]);
        expect([...mergeSigns(tail, head)]).toEqual([...whole]);
      }),
    );
  });

  it("are of the series of the results alone", () => {
    const result = { dims: ["year"], series: Int32Array.of(3, -1, 1), constants: Float64Array.of(0, 2, 0) };
    expect([...markedSeries(new Map([["x", result]]), 5)]).toEqual([0, 1, 0, 1, 0]);
  });
});
