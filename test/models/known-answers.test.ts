/** Answers that come from outside: small published-style cases whose right value anyone can check on paper. */
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, ModelInputError } from "../../models/index.ts";
import type { CommissioningCase, NamedArray, Programme } from "../../models/index.ts";
import { figure, valuesOf } from "./cases/figure.ts";
import { workedCase } from "./cases/worked-case.ts";

const runner = createCommissioningRunner();
const block = (dims: readonly string[], values: readonly number[]): NamedArray => ({
  dims,
  values: Float64Array.from(values),
});
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

/** One area, one specialty, nothing growing; the people stand in as many age bands as there are groups of admissions. */
function plain(groups: readonly number[], years: number, firstYear: number, stay: number): CommissioningCase {
  const bands = groups.map((_, i) => ({ id: `group-${i + 1}`, lower: 10 * i, middle: 10 * i + 5 }));
  return {
    ...workedCase,
    firstYear,
    yearCount: years,
    areas: ["here"],
    bands,
    useOf: block(["area", "hospital", "specialty"], [1]),
    population: block(
      ["year", "area", "age", "sex"],
      Array.from({ length: years * groups.length }, () => 1000),
    ),
    activity: {
      kind: "projected",
      admissions0: block(["area", "age", "sex", "specialty"], groups),
      bedDays0: block(
        ["area", "age", "sex", "specialty"],
        groups.map((admissions) => admissions * stay),
      ),
    },
    delayedBedDays0: block(["area", "specialty"], [0]),
    growth: [0],
    stayDrift: [0],
    healthAgeShift: zeros(years),
    inflation: { hospital: zeros(years), care: zeros(years) },
    deflator: zeros(years),
    specialties: workedCase.specialties.slice(1).map((one) => ({ ...one, inScope: 1 })),
    programmes: [],
    shifts: [],
    lines: workedCase.lines.map((line) => ({ ...line, needWeight: undefined, uplift: zeros(years) })),
  };
}

/** A programme that reaches everyone in the groups it targets: so many places that 1 - exp(-x) is 1. */
function reachesAll(id: string, targets: readonly number[], effect: number): Programme {
  return {
    ...(workedCase.programmes[0] as Programme),
    id,
    unitCost: 1,
    throughput: 1000,
    rampMonths: 0,
    maxReach: 1,
    eligibleShare: 1,
    targets: block(["age", "sex", "specialty"], targets),
    effectOnAdmissions: effect,
    effectOnStay: 0,
    effectOnDelay: 0,
    lineSaving: {},
  };
}

function withProgrammes(given: CommissioningCase, programmes: readonly Programme[]): CommissioningCase {
  return {
    ...given,
    programmes,
    shifts: programmes.map(({ id }) => ({
      id,
      from: null,
      to: id,
      amount: 1_000_000,
      priceBase: "cash",
      startMonth: 12,
      phase: [1],
      split: [1],
    })),
  };
}

describe("a scenario with no change", () => {
  it("changes every measure by exactly 0", () => {
    const results = runner.run({ ...workedCase, shifts: [] });
    for (const id of [
      "released",
      "avoided",
      "stranded",
      "notionalReduction",
      "investment",
      "served",
      "bridging",
      "shiftedOut",
    ]) {
      expect([id, valuesOf(results, id).every((value) => value === 0)]).toEqual([id, true]);
    }
    for (const [id, { dims, values }] of results.values) {
      if (dims[0] !== "world") continue;
      expect([id, ...values.subarray(0, values.length / 2)]).toEqual([id, ...values.subarray(values.length / 2)]);
    }
  });

  it("is exactly the same after a change and back", () => {
    const before = runner.run(workedCase);
    runner.run({ ...workedCase, shifts: workedCase.shifts.map((shift) => ({ ...shift, amount: shift.amount * 1.1 })) });
    const after = runner.run(workedCase);
    for (const [id, { values }] of before.values)
      expect([id, ...(after.values.get(id)?.values ?? [])]).toEqual([id, ...values]);
  });

  it("keeps a change in some years whose value equals the first year's", () => {
    const uneven = { ...workedCase, inflation: { ...workedCase.inflation, hospital: [0, 0.1, 0] } };
    const results = runner.run(uneven, ["hospitalPriceIndex"]);
    expect([...valuesOf(results, "hospitalPriceIndex")]).toEqual([1, 1.1, 1.1]);
  });
});

describe("overlapping programmes", () => {
  // 1,000 admissions: 400 suit A only, 200 both, 200 B only, 200 neither; A avoids 30 %, B 20 %.
  const groups = plain([400, 200, 200, 200], 3, 2024, 7);
  const a = reachesAll("a", [1, 1, 0, 0], 0.3);
  const b = reachesAll("b", [0, 1, 1, 0], 0.2);
  const left = (programmes: readonly Programme[], id: string): number =>
    figure(runner.run(withProgrammes(groups, programmes), [id]), id, {
      world: "scenario",
      year: "2026/27",
      area: "here",
      specialty: "geriatrics",
    });

  it("leave 752 of 1,000, whichever comes first, never 740", () => {
    // 400 × 0.7 + 200 × 0.7 × 0.8 + 200 × 0.8 + 200 = 280 + 112 + 160 + 200.
    expect(left([a, b], "emergencyAdmissions")).toBeCloseTo(752, 9);
    expect(left([b, a], "emergencyAdmissions")).toBeCloseTo(752, 9);
  });

  it("A alone avoids 180, B alone 80, and 12 are counted once", () => {
    expect(1000 - left([a], "emergencyAdmissions")).toBeCloseTo(180, 9);
    expect(1000 - left([b], "emergencyAdmissions")).toBeCloseTo(80, 9);
    expect(180 + 80 - (1000 - left([a, b], "emergencyAdmissions"))).toBeCloseTo(12, 9);
  });

  it("with 7 days each, 1,736 bed days are saved", () => {
    expect(7000 - left([a, b], "emergencyBedDays")).toBeCloseTo(1736, 8);
  });

  it("two effects of 60 % make 84 %, never 120 %; 12 % and 25 % leave 0.66", () => {
    const one = plain([1000], 3, 2024, 1);
    const both = (x: number, y: number): number =>
      figure(
        runner.run(withProgrammes(one, [reachesAll("x", [1], x), reachesAll("y", [1], y)]), ["emergencyAdmissions"]),
        "emergencyAdmissions",
        {
          world: "scenario",
          year: "2026/27",
          area: "here",
          specialty: "geriatrics",
        },
      );
    expect(both(0.6, 0.6)).toBeCloseTo(160, 9);
    expect(both(0.12, 0.25)).toBeCloseTo(660, 9);
  });

  it("bed days go with the admissions avoided: 40 of 100 take 120 of 300", () => {
    const acute = withProgrammes(plain([100], 2, 2024, 3), [reachesAll("c", [1], 0.4)]);
    const results = runner.run(acute, ["emergencyAdmissions", "emergencyBedDays"]);
    const at = { world: "scenario", year: "2025/26", area: "here", specialty: "geriatrics" };
    expect(figure(results, "emergencyAdmissions", at)).toBeCloseTo(60, 9);
    expect(figure(results, "emergencyBedDays", at)).toBeCloseTo(180, 9);
  });
});

describe("leap years", () => {
  it("36,600 bed days in a base year of 366 days are 100 beds in every year, never 100.27", () => {
    const given = plain([36_600], 5, 2023, 1);
    const full = { ...given, specialties: given.specialties.map((one) => ({ ...one, occupancy: 1 })) };
    const results = runner.run(full, ["days", "bedsNeeded"]);
    expect([...valuesOf(results, "days")]).toEqual([366, 365, 365, 365, 366]);
    expect([...valuesOf(results, "bedsNeeded")]).toEqual(Array.from({ length: 10 }, () => 100));
  });
});

describe("phasing", () => {
  const given = plain([1000], 6, 2024, 5);
  const phased = (startMonth: number, phase: readonly number[]): readonly number[] => {
    const [only] = withProgrammes(given, [reachesAll("p", [1], 0)]).shifts;
    if (only === undefined) throw new Error("There is one shift.");
    const shifts = [{ ...only, amount: 10, startMonth, phase }];
    return [
      ...valuesOf(
        runner.run({ ...withProgrammes(given, [reachesAll("p", [1], 0)]), shifts }, ["investment"]),
        "investment",
      ),
    ];
  };

  it("a straight line to 10 by 2029/30 passes through 6 in 2027/28", () => {
    const line = phased(12, [0.2, 0.4, 0.6, 0.8, 1]);
    [0, 2, 4, 6, 8, 10].forEach((share, t) => expect(line[t]).toBeCloseTo(share, 12));
  });

  it("a step in 2027/28 starts in 2027/28, and the last phase holds", () => {
    expect(phased(36, [1])).toEqual([0, 0, 0, 10, 10, 10]);
  });

  it("a step from October of 2027 is half in 2027/28", () => {
    expect(phased(42, [1])[3]).toBeCloseTo(5, 12);
  });

  it("a step after the horizon, or in the base year, is refused", () => {
    expect(() => phased(84, [1])).toThrow(ModelInputError);
    expect(() => phased(0, [1])).toThrow(/base year/);
  });
});

describe("small investments", () => {
  it("avoid places × throughput × effect, to first order", () => {
    const one = withProgrammes(plain([10_000], 2, 2024, 5), [
      { ...reachesAll("p", [1], 0.5), throughput: 20, unitCost: 1_000_000 },
    ]);
    const results = runner.run(one, ["emergencyAdmissions"]);
    const at = { world: "scenario", year: "2025/26", area: "here", specialty: "geriatrics" };
    // One place, 20 people, half avoided: 10 of 10,000; returns diminish by less than 0.2 % of that.
    const avoided = 10_000 - figure(results, "emergencyAdmissions", at);
    expect(avoided).toBeLessThan(10);
    expect(avoided).toBeGreaterThan(9.98);
  });
});
