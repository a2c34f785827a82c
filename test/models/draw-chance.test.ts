/** Chance variation in draws of the three-partnership example: which figures have it, and what they are made of. */
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../datasets/index.ts";
import type { Dataset } from "../../datasets/index.ts";
import { createDrawJobs, createDraws, ModelInputError, plainMachine } from "../../models/index.ts";
import type { DrawJob, DrawnResult, UncertainCase } from "../../models/index.ts";
import { createChance } from "../../models/uncertainty/chance/chance.ts";
import { exampleScenario, resolveUncertain } from "../../scenarios/index.ts";

const DRAWS = 60;
const RATIO = 3;
const SEED = 7;
const OUTPUTS = ["emergencyAdmissionsByArea", "emergencyBedDaysByArea", "emergencyBedDaysTotal"];
let dataset: Dataset;
let given: UncertainCase;

beforeAll(async () => {
  const folder = fileURLToPath(new URL("../../examples/grampian", import.meta.url));
  dataset = await loadDataset({ kind: "folder", path: folder });
  const own = resolveUncertain(dataset, exampleScenario(dataset), { draws: DRAWS, seed: SEED });
  given = { ...own, chance: { squaredStayRatio: RATIO } };
});

type DrawsOf = (id: string, cell: number, draw: number) => number;

function drawAll({ program, plan, results }: DrawJob): { at: DrawsOf; columns: readonly Float64Array[] } {
  const store = plainMachine.openResults(program.series, plan.draws);
  const loaded = plainMachine.load(program, plan.draws, store);
  createDraws(plan).fill(loaded.columns, 0, 0, plan.draws);
  loaded.run(plan.draws, 0);
  const at: DrawsOf = (id, cell, draw) => {
    const { series, constants } = results.get(id) as DrawnResult;
    const s = series[cell] as number;
    return s < 0 ? (constants[cell] as number) : (store.values[s * plan.draws + draw] as number);
  };
  return { at, columns: loaded.columns };
}

describe("figures with chance variation", () => {
  it("are those of models/uncertainty/chance: the same admissions, and bed days to 1e-12", () => {
    const job = createDrawJobs().plan(given, { outputs: OUTPUTS });
    const { at } = drawAll(job);
    const { world = [], year: years = [], area: areas = [] } = job.members;
    const { dims } = job.results.get("emergencyAdmissionsByAreaWithChance") as DrawnResult;
    expect(dims).toEqual(["world", "year", "area"]);
    let compared = 0;
    world.forEach((_, w) =>
      years.forEach((year, y) => {
        areas.forEach((area, a) => {
          const chance = createChance(SEED, `${year}, ${area}`);
          const cell = (w * years.length + y) * areas.length + a;
          for (let draw = 0; draw < DRAWS; draw += 7) {
            const expected = at("emergencyAdmissionsByArea", cell, draw);
            const stay = at("emergencyBedDaysByArea", cell, draw) / expected;
            const count = at("emergencyAdmissionsByAreaWithChance", cell, draw);
            expect(count).toBe(chance.admissions(draw, expected));
            const days = chance.bedDays(draw, count, stay, RATIO * stay * stay);
            expect(Math.abs(at("emergencyBedDaysByAreaWithChance", cell, draw) / days - 1)).toBeLessThan(1e-12);
            compared++;
          }
        });
      }),
    );
    expect(compared).toBeGreaterThan(300);
  });

  it("come after the others, which they leave as they were to the last bit", () => {
    const [plain, job] = [false, true].map((chance) => createDrawJobs().plan(given, { outputs: OUTPUTS, chance })) as [
      DrawJob,
      DrawJob,
    ];
    expect([...job.results.keys()]).toEqual([
      ...OUTPUTS,
      "emergencyAdmissionsByAreaWithChance",
      "emergencyAdmissionsTotalWithChance",
      "emergencyBedDaysByAreaWithChance",
      "emergencyBedDaysTotalWithChance",
    ]);
    expect([...plain.results.keys()]).toEqual(OUTPUTS);
    expect([plain.chance, plain.plan.chance]).toEqual([null, []]);
    expect(job.plan.assumptions).toHaveLength(plain.plan.assumptions.length);
    const [without, beside] = [drawAll(plain), drawAll(job)];
    expect(beside.columns.length).toBe(plain.plan.assumptions.length + (job.plan.chance?.length ?? 0));
    for (const id of OUTPUTS) {
      for (let cell = 0; cell < (plain.results.get(id) as DrawnResult).series.length; cell++) {
        for (let draw = 0; draw < DRAWS; draw += 9) expect(beside.at(id, cell, draw)).toBe(without.at(id, cell, draw));
      }
    }
  });

  it("leave bed days out where nothing is known of squared stays, and say so", () => {
    const { chance, results } = createDrawJobs().plan({ ...given, chance: undefined }, { chance: true });
    expect(chance?.modelled.map(({ id }) => id)).toEqual([
      "emergencyAdmissionsByAreaWithChance",
      "emergencyAdmissionsTotalWithChance",
    ]);
    expect(chance?.notModelled).toEqual([
      { id: "emergencyBedDaysByAreaWithChance", of: "emergencyBedDaysByArea" },
      { id: "emergencyBedDaysTotalWithChance", of: "emergencyBedDaysTotal" },
    ]);
    expect(results.has("emergencyAdmissionsTotalWithChance")).toBe(true);
    expect(results.has("emergencyBedDaysTotalWithChance")).toBe(false);
    expect(createDrawJobs().plan({ ...given, chance: undefined }).chance).toBeNull();
  });
});

describe("two scenarios with chance variation", () => {
  it("meet the same chance: where they expect the same they have the same", () => {
    const none = { ...exampleScenario(dataset), shifts: [] };
    const other = { ...resolveUncertain(dataset, none, { draws: DRAWS, seed: SEED }), chance: given.chance };
    const pair = createDrawJobs().planPair(other, given, { outputs: OUTPUTS });
    const { at } = drawAll(pair);
    const ofOther = drawAll(createDrawJobs().plan(other, { outputs: OUTPUTS })).at;
    const apart = drawAll({ ...pair, results: pair.difference }).at;
    for (const id of ["emergencyAdmissionsByAreaWithChance", "emergencyBedDaysTotalWithChance"]) {
      const { series } = pair.difference.get(id) as DrawnResult;
      series.forEach((_, cell) => {
        for (let draw = 0; draw < DRAWS; draw += 9) {
          const difference = at(id, cell, draw) - ofOther(id, cell, draw);
          expect(apart(id, cell, draw)).toBe(difference);
          if (cell < series.length / 2) expect(difference).toBe(0);
        }
      });
    }
  });

  it("must say the same of it", () => {
    const other = { ...given, chance: { squaredStayRatio: 2 } };
    expect(() => createDrawJobs().planPair(other, given)).toThrow(ModelInputError);
    expect(() => createDrawJobs().planPair(other, given)).toThrow(/their chance is \{"squaredStayRatio":2\}/);
  });
});
