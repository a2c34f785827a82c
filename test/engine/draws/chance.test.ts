/** Chance variation in the answer to a run with draws: figures of their own, beside those that have none. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../../datasets/index.ts";
import type { Dataset } from "../../../datasets/index.ts";
import type { DrawOptions } from "../../../engine/contract/index.ts";
import { answerOf } from "../../../engine/draws/answer.ts";
import type { Answer } from "../../../engine/draws/answer.ts";
import { createCrew } from "../../../engine/draws/crew.ts";
import type { Crew } from "../../../engine/draws/crew.ts";
import { drawWorkerBeside, openMachine } from "../../../engine/draws/open-machine.ts";
import { inWords } from "../../../engine/draws/failures.ts";
import { createRunPlanner } from "../../../engine/draws/planned-run.ts";
import { runDraws } from "../../../engine/draws/run-draws.ts";
import { workerThreads } from "../../../engine/thread.ts";
import { createCommissioningRunner, plainMachine } from "../../../models/index.ts";
import type { DrawMachine } from "../../../models/index.ts";
import { exampleScenario } from "../../../scenarios/index.ts";
import type { Scenario } from "../../../scenarios/index.ts";
import { bundleWorker } from "../support/worker-bundle.ts";
import type { Bundle } from "../support/worker-bundle.ts";

const plan = createRunPlanner(createCommissioningRunner());
const alone = createCrew(plainMachine, () => ({ post: () => undefined, terminate: () => undefined }), 0);
const OUTPUTS = ["emergencyAdmissionsTotal", "emergencyBedDaysTotal"];
let dataset: Dataset;
let scenario: Scenario;
let bundle: Bundle;

beforeAll(async () => {
  const folder = fileURLToPath(new URL("../../../examples/grampian", import.meta.url));
  [dataset, bundle] = await Promise.all([
    loadDataset({ kind: "folder", path: folder }),
    bundleWorker({ kernels: true }),
  ]);
  scenario = exampleScenario(dataset);
});
afterAll(() => bundle.remove());

async function answered(
  own: Scenario,
  options: DrawOptions,
  against?: Scenario,
  machine: DrawMachine = plainMachine,
  crew: Crew = alone,
): Promise<Answer> {
  const planned = plan({ dataset, scenario: own, against, options: { outputs: OUTPUTS, draws: 600, ...options } });
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const run = { program: planned.program, plan: planned.plan, shared };
  return answerOf(planned, await runDraws(machine, crew, run, () => undefined));
}

const withRatio = (squaredStayRatio?: number): Scenario => ({
  ...scenario,
  uncertainty: { ...scenario.uncertainty, chance: squaredStayRatio === undefined ? {} : { squaredStayRatio } },
});

function statisticOf({ blocks, members, values }: Answer, id: string, statistic: string): number[] {
  const block = blocks.find((one) => one.id === id);
  if (block === undefined) throw new Error(`There is no block ${id}.`);
  const names = members["statistic"] ?? [];
  const own = values.subarray(block.offset, block.offset + block.length);
  return [...own].filter((_, i) => i % names.length === names.indexOf(statistic));
}

describe("a run with chance variation", () => {
  it("answers with figures that are labelled apart, after those without, which stay as they are", async () => {
    const [without, beside] = [await answered(scenario, {}), await answered(withRatio(3), {})];
    expect(without.chance).toBeNull();
    expect(without.blocks.map(({ id }) => id)).toEqual(OUTPUTS);
    expect(beside.blocks.slice(0, 2)).toEqual(without.blocks);
    expect(beside.values.subarray(0, without.values.length)).toEqual(without.values);
    expect(beside.assumptions).toBe(without.assumptions);
    expect(beside.blocks.slice(2).map(({ id, label, unit }) => [id, label, unit])).toEqual([
      [
        "emergencyAdmissionsByAreaWithChance",
        "Emergency admissions, by area, with chance variation",
        "admissions a year",
      ],
      [
        "emergencyAdmissionsTotalWithChance",
        "Emergency admissions, all areas, with chance variation",
        "admissions a year",
      ],
      ["emergencyBedDaysByAreaWithChance", "Emergency bed days, by area, with chance variation", "bed days a year"],
      ["emergencyBedDaysTotalWithChance", "Emergency bed days, all areas, with chance variation", "bed days a year"],
    ]);
    expect(beside.chance?.modelled).toHaveLength(4);
    expect(beside.chance?.notModelled).toEqual([]);
    expect(beside.chance?.note).toMatch(/^Figures with chance variation also vary by chance.*assumptions\.$/);
  });

  it("has the expected figures as central values, the same mean within error, and wider ranges", async () => {
    const answer = await answered(withRatio(3), {});
    for (const of of OUTPUTS) {
      const id = `${of}WithChance`;
      expect(statisticOf(answer, id, "central")).toEqual(statisticOf(answer, of, "central"));
      const error = statisticOf(answer, id, "standard error of mean");
      const mean = statisticOf(answer, of, "mean");
      statisticOf(answer, id, "mean").forEach((value, cell) => {
        expect(Math.abs(value - (mean[cell] as number))).toBeLessThan(4 * (error[cell] as number));
      });
      const width = (figure: string): number[] => {
        const low = statisticOf(answer, figure, "P10");
        return statisticOf(answer, figure, "P90").map((high, cell) => high - (low[cell] as number));
      };
      // In the base year nothing is unknown, and chance is all there is.
      expect(width(of)[0]).toBe(0);
      expect(width(id)[0]).toBeGreaterThan(100);
    }
  });

  it("can be asked of one run, either way, whatever the scenario says", async () => {
    const asked = await answered(scenario, { chance: true });
    expect(asked.blocks.map(({ id }) => id)).toEqual([
      ...OUTPUTS,
      "emergencyAdmissionsByAreaWithChance",
      "emergencyAdmissionsTotalWithChance",
    ]);
    expect(asked.chance?.notModelled.map(({ of }) => of)).toEqual(["emergencyBedDaysByArea", "emergencyBedDaysTotal"]);
    expect(asked.chance?.note).not.toContain("happen to stay");
    expect(asked.chance?.note).toContain("Bed days with chance variation are not modelled");
    expect(asked.chance?.note).toContain("uncertainty.chance.squaredStayRatio");
    expect((await answered(withRatio(), {})).chance).toEqual(asked.chance);
    const refused = await answered(withRatio(3), { chance: false });
    expect(refused.chance).toBeNull();
    expect(refused.blocks.map(({ id }) => id)).toEqual(OUTPUTS);
  });

  it("that cannot be counted says of which figure, and which assumption it was due to", async () => {
    const key = "growth:general-medicine";
    const range = { kind: "uniform", low: 0, high: 60 } as const;
    const uncertainty = { ranges: { [key]: range }, chance: {} };
    const assumptions = { ...scenario.assumptions, [key]: 0.01 };
    const planned = plan({
      dataset,
      scenario: { ...scenario, assumptions, uncertainty },
      against: undefined,
      options: { outputs: OUTPUTS, draws: 200 },
    });
    const shared = new Int32Array(new SharedArrayBuffer(8));
    const run = { program: planned.program, plan: planned.plan, shared };
    const error: unknown = await runDraws(plainMachine, alone, run, () => undefined).catch((caught: unknown) => caught);
    const { message } = inWords(error, planned) as Error;
    expect(message).toContain("Emergency admissions, by area, with chance variation");
    expect(message).toContain(`${key} is`);
  });

  it("compares two scenarios by the same chance, whatever the other says of it", async () => {
    const none = { ...scenario, shifts: [], title: "Nothing moved" };
    const answer = await answered(withRatio(3), {}, none);
    const difference = answer.differences.find(({ id }) => id === "emergencyAdmissionsTotalWithChance");
    if (difference === undefined) throw new Error("There is no difference with chance variation.");
    const own = answer.values.subarray(difference.offset, difference.offset + difference.length / 2);
    // Doing nothing is the first half: there the two are one and the same.
    expect(own.every((value) => value === 0)).toBe(true);
    const scenarios = answer.values.subarray(difference.offset + difference.length / 2);
    expect(scenarios.some((value) => value !== 0)).toBe(true);
  });

  it("gives the same bits on one thread in TypeScript and on two in WebAssembly, with any points", async () => {
    for (const points of ["random", "sobol"] as const) {
      const machine = openMachine(bundle.url);
      const crew = createCrew(machine, workerThreads(drawWorkerBeside(bundle.url)), 1);
      try {
        const one = await answered(withRatio(3), { points, draws: 1100 });
        const two = await answered(withRatio(3), { points, draws: 1100 }, undefined, machine, crew);
        expect(machine.kind).toBe("webassembly");
        expect(two.values).toEqual(one.values);
      } finally {
        crew.close();
      }
    }
  });
});
