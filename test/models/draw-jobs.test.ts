/** The commissioning model with uncertain assumptions: draws against the model's own run, targets, and pairs of scenarios. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../datasets/index.ts";
import type { Dataset } from "../../datasets/index.ts";
import { commissioningInputs } from "../../models/commissioning/inputs.ts";
import { commissioningMembers } from "../../models/commissioning/members.ts";
import { commissioningModel } from "../../models/commissioning/model.ts";
import { createDrawJobs, createDraws, plainMachine, RANGE_IDS, RESULT_IDS } from "../../models/index.ts";
import type { DrawJob, DrawnResult, DrawProgram, DrawsPlan, UncertainCase } from "../../models/index.ts";
import { stridesOf } from "../../models/language/named-array.ts";
import { createModelRunner } from "../../models/language/runner.ts";
import { exampleScenario, resolveUncertain } from "../../scenarios/index.ts";
import type { Scenario } from "../../scenarios/index.ts";

const DRAWS = 24;
let dataset: Dataset;
let scenario: Scenario;
let uncertain: UncertainCase;

beforeAll(async () => {
  const folder = fileURLToPath(new URL("../../examples/grampian", import.meta.url));
  dataset = await loadDataset({ kind: "folder", path: folder });
  scenario = exampleScenario(dataset);
  const ranges = {
    "growth:general-medicine": { kind: "normal", mean: 0.004, sd: 0.004 },
    "stay-drift:geriatric-medicine": { kind: "uniform", low: -0.01, high: 0.01 },
    "inflation:hospital:2027/28": { kind: "pert", low: 0.01, mode: 0.02, high: 0.05 },
  } as const;
  const known = new Set(dataset.assumptions.map(({ key }) => key));
  const own = Object.fromEntries(Object.entries(ranges).filter(([key]) => known.has(key)));
  if (Object.keys(own).length < 2) throw new Error("The example has too few of these assumptions to range over.");
  scenario = { ...scenario, uncertainty: { ranges: own } };
  uncertain = resolveUncertain(dataset, scenario, { draws: DRAWS, seed: 7 });
});

/** Every draw of every series, and the drawn columns. */
function drawAll({ program, plan }: { program: DrawProgram; plan: DrawsPlan }): {
  at: (result: DrawnResult, cell: number, draw: number) => number;
  columns: readonly Float64Array[];
} {
  const store = plainMachine.openResults(Math.max(1, program.series), plan.draws);
  const loaded = plainMachine.load(program, plan.draws, store);
  createDraws(plan).fill(loaded.columns, 0, 0, plan.draws);
  loaded.run(plan.draws, 0);
  return {
    at: ({ series, constants }, cell, draw) =>
      (series[cell] as number) < 0
        ? (constants[cell] as number)
        : (store.values[(series[cell] as number) * plan.draws + draw] as number),
    columns: loaded.columns,
  };
}

describe("draws of the three-partnership example", () => {
  it("are what the model gives when it is handed each draw's assumptions, to 1e-11 of the largest figure", () => {
    const ids = [...new Set([...RESULT_IDS, ...RANGE_IDS])];
    const job = createDrawJobs().plan(uncertain, { outputs: ids });
    const { at, columns } = drawAll(job);
    const members = commissioningMembers(uncertain.case);
    const inputs = commissioningInputs(uncertain.case, members);
    const runner = createModelRunner(commissioningModel(uncertain.case.activity.kind));
    let different = 0;
    for (let draw = 0; draw < DRAWS; draw += 6) {
      const own = new Map([...inputs].map(([id, block]) => [id, { ...block, values: block.values.slice() }]));
      uncertain.assumptions.forEach(({ cells }, column) => {
        for (const { input, at: place, scale = 1, offset = 0 } of cells) {
          const block = own.get(input);
          if (block === undefined) throw new Error(`There is no input ${input}.`);
          const strides = stridesOf(members, block.dims);
          const cell = block.dims.reduce(
            (sum, dim) => sum + (members[dim] ?? []).indexOf(place[dim] ?? "") * (strides[dim] ?? 0),
            0,
          );
          block.values[cell] = offset + scale * (columns[column]?.[draw] as number);
        }
      });
      const expected = runner.run(own, members, ids);
      for (const [id, result] of job.results) {
        const want = expected.get(id)?.values as Float64Array;
        const size = Math.max(1e-6, ...want.map(Math.abs));
        want.forEach((value, cell) => {
          const apart = Math.abs(at(result, cell, draw) - value) / size;
          if (apart > 1e-11) expect({ id, cell, draw, apart }).toBe("the same");
          if (Math.abs(at(result, cell, draw) - at(result, cell, 0)) / size > 1e-6) different++;
        });
      }
    }
    // The draws do differ: the comparison is not one of constants.
    expect(different).toBeGreaterThan(1000);
  });

  it("doing nothing is the scenario without shifts, bit for bit in every draw", () => {
    const none = resolveUncertain(dataset, { ...scenario, shifts: [] }, { draws: DRAWS, seed: 7 });
    const job = createDrawJobs().plan(none, { outputs: ["emergencyBedDays", "hospitalCost", "position", "reserves"] });
    const { at } = drawAll(job);
    for (const [, result] of job.results) {
      const half = result.series.length / 2;
      expect(result.dims[0]).toBe("world");
      for (let cell = 0; cell < half; cell++) {
        for (let draw = 0; draw < DRAWS; draw++) expect(at(result, cell, draw)).toBe(at(result, cell + half, draw));
      }
    }
  });
});

describe("a target", () => {
  it("is met in the draws in which its formula says yes; being equal meets it", () => {
    const at2030 = { formula: 'bedDaysSaved[year = "2030/31"]', direction: "at-least", value: 1000 } as const;
    const always = { formula: "bedDaysSaved - bedDaysSaved", direction: "at-most", value: 0 } as const;
    const job = createDrawJobs().plan(uncertain, { outputs: ["bedDaysSaved"], targets: [at2030, always] });
    const { at } = drawAll(job);
    const saved = job.results.get("bedDaysSaved") as DrawnResult;
    const year = (job.members["year"] ?? []).indexOf("2030/31");
    const [first, second] = [...job.targets] as DrawnResult[] as [DrawnResult, DrawnResult];
    expect(first.dims).toEqual([]);
    expect(second.dims).toEqual(["year"]);
    for (let draw = 0; draw < DRAWS; draw++) {
      expect(at(first, 0, draw)).toBe(at(saved, year, draw) >= 1000 ? 1 : 0);
      second.series.forEach((_, cell) => expect(at(second, cell, draw)).toBe(1));
    }
  });

  it("of a formula that the language refuses is refused", () => {
    const targets = [{ formula: "bedDaysSaved + releasedTotal", direction: "at-most", value: 0 } as const];
    expect(() => createDrawJobs().plan(uncertain, { targets })).toThrow(/bed days a year and .* £/);
  });
});

describe("two scenarios in the same draws", () => {
  const twice = (): Scenario => ({
    ...scenario,
    shifts: scenario.shifts.map((shift) => ({ ...shift, amount: shift.amount * 2 })),
  });

  it("differ draw by draw by the second less the first", () => {
    const other = resolveUncertain(dataset, twice(), { draws: DRAWS, seed: 7 });
    const outputs = ["bedDaysSaved", "releasedTotal", "reach"];
    const pair = createDrawJobs().planPair(uncertain, other, { outputs });
    const { at } = drawAll(pair);
    const [jobOfFirst, jobOfSecond] = [uncertain, other].map((given) => createDrawJobs().plan(given, { outputs }));
    const [firstAlone, secondAlone] = [jobOfFirst, jobOfSecond].map((job) => drawAll(job as DrawJob).at);
    let moved = 0;
    for (const id of outputs) {
      const [second, apart, ownFirst, ownSecond] = [
        pair.results,
        pair.difference,
        jobOfFirst?.results,
        jobOfSecond?.results,
      ].map((results) => results?.get(id) as DrawnResult) as [DrawnResult, DrawnResult, DrawnResult, DrawnResult];
      second.series.forEach((_, cell) => {
        for (let draw = 0; draw < DRAWS; draw++) {
          const [a, b] = [firstAlone?.(ownFirst, cell, draw) as number, at(second, cell, draw)];
          // A scenario's draws are its own, whatever it is compared with.
          expect(b).toBe(secondAlone?.(ownSecond, cell, draw));
          expect(Math.abs(at(apart, cell, draw) - (b - a))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(b)));
          if (a !== b) moved++;
        }
      });
    }
    expect(moved).toBeGreaterThan(500);
  });

  it("have the targets of the second, as it has them alone", () => {
    const other = resolveUncertain(dataset, twice(), { draws: DRAWS, seed: 7 });
    const targets = [{ formula: 'bedDaysSaved[year = "2030/31"]', direction: "at-most", value: 12_000 } as const];
    const [pair, alone, first] = [
      createDrawJobs().planPair(uncertain, other, { outputs: ["reach"], targets }),
      createDrawJobs().plan(other, { outputs: ["reach"], targets }),
      createDrawJobs().plan(uncertain, { outputs: ["reach"], targets }),
    ];
    const met = (job: typeof pair | typeof alone): number[] => {
      const { at } = drawAll(job);
      return Array.from({ length: DRAWS }, (_, draw) => at(job.targets[0] as DrawnResult, 0, draw));
    };
    expect(met(pair)).toEqual(met(alone));
    expect(met(pair)).not.toEqual(met(first));
    expect(pair.results.size).toBe(1);
    expect(pair.targets[0]?.unit).toBe("bed days a year");
  });

  it("must have the same seed and the same ranges", () => {
    const jobs = createDrawJobs();
    const seed = resolveUncertain(dataset, twice(), { draws: DRAWS, seed: 8 });
    expect(() => jobs.planPair(uncertain, seed)).toThrow(/seed is 7 in the first and 8 in the second/);
    const ranges = {
      ...scenario.uncertainty?.ranges,
      "growth:general-medicine": { kind: "uniform", low: 0, high: 0.01 },
    } as const;
    const other = resolveUncertain(dataset, { ...twice(), uncertainty: { ranges } }, { draws: DRAWS, seed: 7 });
    expect(() => jobs.planPair(uncertain, other)).toThrow(/range of growth:general-medicine/);
  });
});
