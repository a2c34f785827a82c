/** What a run with draws answers over the contract: ranges, chances of targets, differences, correlations. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeRanges } from "../../../engine/index.ts";
import type { DecodedRanges, EngineError, OpenedDocument, RangesAnswer, RangesRequest } from "../../../engine/index.ts";
import type { Members, NamedArray } from "../../../models/index.ts";
import type { Scenario } from "../../../scenarios/index.ts";
import { openEngine, runToEnd } from "../support/open-engine.ts";
import type { TestEngine } from "../support/open-engine.ts";
import { lastRanges } from "../support/last-ranges.ts";

const DRAWS = 40;
let engine: TestEngine;
let example: OpenedDocument;
let scenario: Scenario;

beforeAll(async () => {
  engine = await openEngine();
  example = await engine.client.documents.openExample({ id: "grampian" });
  scenario = example.scenarios[0] as Scenario;
});
afterAll(() => engine.close());

async function ask(
  change: Partial<Omit<RangesRequest, "options">> & { readonly options?: RangesRequest["options"] } = {},
): Promise<{ readonly answer: RangesAnswer; readonly decoded: DecodedRanges }> {
  const outcome = await lastRanges(engine, example, { scenario, options: { draws: DRAWS, seed: 3 }, ...change });
  if (outcome.kind !== "ranges") throw new Error(JSON.stringify(outcome));
  return { answer: outcome, decoded: decodeRanges(outcome) };
}

async function refused(change: Parameters<typeof ask>[0]): Promise<EngineError> {
  const outcome = await lastRanges(engine, example, { scenario, options: { draws: DRAWS }, ...change });
  if (outcome.kind !== "failed") throw new Error(`It ended as ${outcome.kind}.`);
  return outcome.error;
}

/** One statistic of a result of the scenario: by year where it has years. */
function column(array: NamedArray | undefined, members: Members, statistic: string): number[] {
  if (array === undefined) throw new Error("There is no such result.");
  const names = members[array.dims.at(-1) ?? ""] ?? [];
  const place = names.indexOf(statistic);
  expect(place).toBeGreaterThanOrEqual(0);
  return [...array.values].filter((_, i) => i % names.length === place);
}

const SAVED = 'bedDaysSaved[year = "2030/31"]';
const target = (value: number, formula = SAVED): NonNullable<RangesRequest["options"]["targets"]>[number] => ({
  label: "Enough saved",
  formula,
  direction: "at-least",
  value,
});

describe("ranges", () => {
  it("have the central run's figures beside those of draws, which are in order", async () => {
    const { answer, decoded } = await ask();
    const central = await runToEnd(engine, example, scenario);
    const saved = decoded.results.get("bedDaysSaved");
    expect(column(decoded.results.get("bridging"), decoded.members, "central")).toEqual([
      ...(central.values.get("bridging")?.values ?? [0]),
    ]);
    const [p10, p50, p90] = ["P10", "P50", "P90"].map((name) => column(saved, decoded.members, name)) as [
      number[],
      number[],
      number[],
    ];
    p50.forEach((middle, t) => {
      expect(middle).toBeGreaterThanOrEqual(p10[t] as number);
      expect(middle).toBeLessThanOrEqual(p90[t] as number);
    });
    expect(p90.at(-1)).toBeGreaterThan(p10.at(-1) as number);
    expect(answer).toMatchObject({
      draws: DRAWS,
      seed: 3,
      points: "random",
      final: true,
      chances: [],
      differences: [],
    });
    expect(answer.assumptions).toBeGreaterThan(10);
    expect(answer.hashes).not.toHaveProperty("against");
  });
});

describe("targets", () => {
  it("that are asked have the share of draws in which they are met, and its standard error", async () => {
    const { decoded } = await ask();
    const year = (decoded.members["year"] ?? []).indexOf("2030/31");
    const p25 = column(decoded.results.get("bedDaysSaved"), decoded.members, "P25")[year] as number;
    // With 40 draws P25 is between ranks 10 and 11 from below: 30 of them are at or above it.
    const { answer } = await ask({ options: { draws: DRAWS, seed: 3, targets: [target(p25), target(-1e9)] } });
    expect(answer.chances).toEqual([
      {
        ...target(p25),
        unit: "bed days a year",
        dims: [],
        members: {},
        chance: [0.75],
        standardErrors: [Math.sqrt((0.75 * 0.25) / 40)],
      },
      expect.objectContaining({ chance: [1], standardErrors: [0] }),
    ]);
  });

  it("have one chance for each cell of their formula, and no error for Sobol points", async () => {
    const { answer } = await ask({
      options: { draws: 32, points: "sobol", targets: [target(1, "bedDaysSaved")] },
    });
    const [chance] = answer.chances;
    expect(chance?.dims).toEqual(["year"]);
    expect(chance?.chance).toHaveLength(chance?.members["year"]?.length ?? NaN);
    // Nothing is saved before the first shift begins; in the last year something is in nearly every draw.
    expect(chance?.chance[0]).toBe(0);
    expect(chance?.chance.at(-1)).toBeGreaterThan(0.9);
    expect(chance?.standardErrors).toBeNull();
  });

  it("of the scenario are answered unless others are asked", async () => {
    const own: Scenario = { ...scenario, uncertainty: { targets: [{ ...target(0), label: "Its own" }] } };
    const labels = async (targets?: [] | [ReturnType<typeof target>]): Promise<string[]> => {
      const options = { draws: 8, ...(targets === undefined ? {} : { targets }) };
      return (await ask({ scenario: own, options })).answer.chances.map(({ label }) => label);
    };
    expect(await labels()).toEqual(["Its own"]);
    expect(await labels([target(5)])).toEqual(["Enough saved"]);
    expect(await labels([])).toEqual([]);
  });

  it.each([
    ["bedDaySaved", "Did you mean bedDaysSaved?"],
    ["bedDaysSaved + releasedTotal", "cannot be added"],
    ['bedDaysSaved[year = "2099/00"]', 'no member called "2099/00"'],
    ["bedDaysSaved +", "bedDaysSaved +"],
    ["population * occupancy * ramp", "values; at most 10000"],
  ])("of %s are refused with their place", async (formula, words) => {
    const targets = [target(0), target(0, formula)];
    expect(await refused({ options: { draws: 8, targets } })).toMatchObject({
      code: "scenario.target",
      path: "options.targets[1].formula",
      message: expect.stringMatching(/^The target "Enough saved" cannot be worked out\. /) as string,
    });
    const error = await refused({ scenario: { ...scenario, uncertainty: { targets } }, options: { draws: 8 } });
    expect(error.path).toBe("uncertainty.targets[1].formula");
    expect(error.message).toContain(words);
    expect(error.message).not.toContain("of_this_run");
  });
});

describe("two scenarios", () => {
  const half = (): Scenario => ({
    ...scenario,
    title: "Half",
    shifts: scenario.shifts.map((shift) => ({ ...shift, amount: Math.round(shift.amount / 2) })),
  });

  it("differ by the scenario less the other in the same draws", async () => {
    const options = { draws: DRAWS, seed: 3, targets: [target(9000)] };
    const { answer, decoded } = await ask({ against: half(), options });
    const [alone, other] = [await ask({ options }), await ask({ scenario: half(), options })];
    const of = (statistic: string): number[] =>
      column(decoded.differences.get("bedDaysSaved"), decoded.members, statistic);
    const ofResult = ({ results, members }: DecodedRanges, statistic: string): number[] =>
      column(results.get("bedDaysSaved"), members, statistic);
    for (const statistic of ["central", "mean"]) {
      const [own, its] = [ofResult(alone.decoded, statistic), ofResult(other.decoded, statistic)];
      of(statistic).forEach((apart, t) => expect(apart).toBeCloseTo((own[t] as number) - (its[t] as number), 6));
    }
    // Moving twice the money saves more in every draw of the last year, and nothing yet in the first.
    expect([of("chance above").at(-1), of("chance below").at(-1)]).toEqual([1, 0]);
    expect([of("chance above")[0], of("chance below")[0]]).toEqual([0, 0]);
    expect(of("standard error of chance above").at(-1)).toBe(0);
    // The ranges and the targets are the scenario's own, whatever it is compared with.
    expect(ofResult(decoded, "P90")).toEqual(ofResult(alone.decoded, "P90"));
    expect(answer.chances).toEqual(alone.answer.chances);
    expect(answer.hashes).toEqual({ ...alone.answer.hashes, against: other.answer.hashes.scenario });
  });

  it("are compared in the draws of the scenario, whatever the other says of its own", async () => {
    const against = { ...half(), uncertainty: { seed: 99, draws: 7 } };
    const { answer } = await ask({ against });
    expect(answer).toMatchObject({ draws: DRAWS, seed: 3 });
    expect(answer.differences.length).toBe(answer.blocks.length);
  });

  it("must be on the same dataset and have the same formulas", async () => {
    const dataset = { name: "fife", hash: `sha256-${"7".repeat(64)}` };
    expect(await refused({ against: { ...half(), dataset } })).toMatchObject({
      code: "scenario.other-dataset",
      path: "against.dataset.hash",
      message: expect.stringContaining(
        'compared with, "Half", cannot be run. "Half" was made on the dataset "fife"',
      ) as string,
    });
    const variables = [{ id: "more", label: "More", unit: "bed days a year", dims: ["year"], formula: "bedDaysSaved" }];
    expect(await refused({ against: { ...half(), variables } })).toMatchObject({
      code: "pair.differs",
      path: "against",
    });
  });
});

describe("rank correlations", () => {
  it("are told as asked, as used after repair, and as achieved", async () => {
    const names = ["reablement", "telecare", "falls-exercise"].map((id) => `programme:${id}:unitCost`);
    const [a, b, c] = names as [string, string, string];
    const correlations = [
      { first: b, second: a, rank: 0.9 },
      { first: b, second: c, rank: 0.9 },
      { first: a, second: c, rank: -0.9 },
    ];
    const { answer } = await ask({
      scenario: { ...scenario, uncertainty: { correlations } },
      options: { draws: 1000 },
    });
    expect(answer.correlations.map(({ first, second, requested: rank }) => ({ first, second, rank }))).toEqual(
      correlations,
    );
    for (const { requested, used, achieved } of answer.correlations) {
      // 0.9, 0.9 and -0.9 cannot be at once: the nearest that can are weaker.
      expect(Math.abs(used)).toBeLessThan(0.85);
      expect(Math.sign(used)).toBe(Math.sign(requested));
      expect(Math.abs((achieved ?? NaN) - used)).toBeLessThan(0.1);
      expect(achieved).not.toBe(used);
    }
  });
});
