/** What the model refuses, with the code, the place and words a person can act on. Nothing is clipped or defaulted. */
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, ModelInputError } from "../../models/index.ts";
import type { CommissioningCase, NamedArray, Programme, Shift, Specialty } from "../../models/index.ts";
import { workedCase } from "./cases/worked-case.ts";

const runner = createCommissioningRunner();

/** The refusal of the worked example with something changed. */
function refusal(change: (given: CommissioningCase) => CommissioningCase): ModelInputError {
  try {
    runner.run(change(workedCase), ["position"]);
  } catch (error) {
    if (error instanceof ModelInputError) return error;
    throw error;
  }
  throw new Error("The case was not refused.");
}

const first = <T>(items: readonly T[], change: Partial<T>): readonly T[] =>
  items.map((item, i) => (i === 0 ? { ...item, ...change } : item));
const shift = (change: Partial<Shift>) => (given: CommissioningCase) => ({
  ...given,
  shifts: first(given.shifts, change),
});
const programme = (change: Partial<Programme>) => (given: CommissioningCase) => ({
  ...given,
  programmes: first(given.programmes, change),
});
const specialty = (change: Partial<Specialty>) => (given: CommissioningCase) => ({
  ...given,
  specialties: first(given.specialties, change),
});
const line = (change: Partial<CommissioningCase["lines"][number]>) => (given: CommissioningCase) => ({
  ...given,
  lines: given.lines.map((one) => (one.id === "home-care" ? { ...one, ...change } : one)),
});
const put = (block: NamedArray, at: number, value: number): NamedArray => ({
  ...block,
  values: block.values.with(at, value),
});
const projected = (given: CommissioningCase) => {
  if (given.activity.kind !== "projected") throw new Error("The worked example is projected.");
  return given.activity;
};

describe("the dataset", () => {
  it.each<[string, (given: CommissioningCase) => CommissioningCase, string, string, RegExp]>([
    [
      "negative population",
      (g) => ({ ...g, population: put(g.population, 5, -1) }),
      "case.out-of-range",
      "population[5]",
      /Population, value 6 .* is -1/,
    ],
    [
      "population that is not a number",
      (g) => ({ ...g, population: put(g.population, 0, Number.NaN) }),
      "case.not-finite",
      "population[0]",
      /NaN/,
    ],
    [
      "infinite admissions",
      (g) => ({ ...g, activity: { ...projected(g), admissions0: put(projected(g).admissions0, 1, Infinity) } }),
      "case.not-finite",
      "activity.admissions0[1]",
      /Infinity/,
    ],
    [
      "a block of the wrong shape",
      (g) => ({ ...g, population: { ...g.population, values: new Float64Array(5) } }),
      "case.shape",
      "population",
      /12|3 × 2 × 2 × 1/,
    ],
    [
      "delay above bed days",
      (g) => ({ ...g, delayedBedDays0: put(g.delayedBedDays0, 1, 9053) }),
      "case.delay-exceeds-bed-days",
      "delayedBedDays0[east][geriatrics]",
      /9053 delayed bed days are more than its 9052/,
    ],
    [
      "use of hospitals that does not sum to 1",
      (g) => ({ ...g, useOf: put(g.useOf, 2, 0.9) }),
      "case.use-of-hospitals",
      "useOf[west][medicine]",
      /sum to 0.9/,
    ],
    [
      "two areas of one name",
      (g) => ({ ...g, areas: ["east", "east"] }),
      "case.id",
      "areas[1]",
      /two area entries called "east"/,
    ],
    [
      "bands out of order",
      (g) => ({ ...g, bands: [...g.bands].reverse() }),
      "case.bands",
      "bands[18-74]",
      /youngest to oldest/,
    ],
    ["growth of -100 %", (g) => ({ ...g, growth: [-1, 0] }), "case.out-of-range", "growth[0]", /more than -1/],
    [
      "prices that move in the base year",
      (g) => ({ ...g, deflator: [0.02, 0.02, 0.02] }),
      "case.base-year",
      "deflator[0]",
      /must be 0/,
    ],
    ["too few rates", (g) => ({ ...g, deflator: [0, 0.02] }), "case.length", "deflator", /has 2 values; there are 3/],
    [
      "a health-age shift in the base year",
      (g) => ({ ...g, healthAgeShift: [1, 0, 0] }),
      "case.base-year",
      "healthAgeShift[0]",
      /base year/,
    ],
    [
      "hospital prices of an unknown kind",
      (g) => ({ ...g, hospitalCostType: "drugs" }),
      "case.unknown-id",
      "hospitalCostType",
      /"drugs".*hospital, care/,
    ],
    [
      "reserves that are not a number",
      (g) => ({ ...g, openingReserves: Number.NaN }),
      "case.not-finite",
      "openingReserves",
      /Opening reserves/,
    ],
    ["a year count of 0", (g) => ({ ...g, yearCount: 0 }), "case.out-of-range", "yearCount", /at least 1/],
  ])("%s", (_, change, code, path, message) => {
    const error = refusal(change);
    expect(error).toMatchObject({ code, path });
    expect(error.message).toMatch(message);
    expect(error.expected).not.toBe("");
  });
});

describe("specialties and lines", () => {
  it.each<[string, (given: CommissioningCase) => CommissioningCase, string, RegExp]>([
    ["cost shares that do not sum to 1", specialty({ fixedShare: 0.4 }), "case.shares", /medicine .*sum to 1\.1/],
    ["occupancy of 0", specialty({ occupancy: 0 }), "case.out-of-range", /occupancy of medicine is 0/],
    ["a closure step of 0", specialty({ closureStep: 0 }), "case.out-of-range", /closure step/],
    ["a share above 1", specialty({ inScope: 1.1 }), "case.out-of-range", /at most 1/],
    ["a line that is not there", specialty({ line: "ward" }), "case.unknown-id", /"ward"/],
    ["a line outside the set-aside", specialty({ line: "community" }), "specialty.line-not-set-aside", /nhs-delegated/],
    [
      "activity in the set-aside that no line pays for",
      specialty({ line: null }),
      "specialty.no-line",
      /no budget line pays/,
    ],
    ["need weights that weigh nobody", line({ needWeight: [0, 0] }), "line.need-weights", /home-care/],
    ["a negative budget", line({ budget0: -1 }), "case.out-of-range", /budget of home-care/],
    ["a payer that is not known", line({ payer: "council" as "council-delegated" }), "case.unknown-id", /"council"/],
  ])("%s", (_, change, code, message) => {
    const error = refusal(change);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });
});

describe("programmes", () => {
  it.each<[string, (given: CommissioningCase) => CommissioningCase, string, RegExp]>([
    [
      "an effect above 1",
      programme({ effectOnStay: 1.2 }),
      "programme.effect-above-1",
      /effectOnStay of programme home-first is 1\.2/,
    ],
    ["a line that is not there", programme({ line: "nowhere" }), "case.unknown-id", /"nowhere"/],
    ["a set-aside line", programme({ line: "set-aside" }), "programme.set-aside-line", /home-first/],
    [
      "a saving on a set-aside line",
      programme({ lineSaving: { "set-aside": 5 } }),
      "programme.set-aside-line",
      /saving/,
    ],
    ["a saving on an unknown line", programme({ lineSaving: { homecare: 5 } }), "case.unknown-id", /"homecare"/],
    ["a free place", programme({ unitCost: 0 }), "case.out-of-range", /cost of a place/],
    [
      "half a target",
      programme({ targets: put(workedCase.programmes[0]?.targets as NamedArray, 0, 0.5) }),
      "programme.targets",
      /0\.5/,
    ],
    ["a reach above 1", programme({ maxReach: 1.01 }), "case.out-of-range", /maxReach/],
    ["present places for one area only", programme({ presentCapacity: [3] }), "case.length", /one for each area/],
  ])("%s", (_, change, code, message) => {
    const error = refusal(change);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });
});

describe("shifts", () => {
  it("taking more than a specialty holds, with the figures", () => {
    // Geriatrics holds 4,526 of 8,906 parts of £9,450,000 = £4,802,459.02 in 2027/28; £5,000,000 × 1.05 = £5,250,000.
    const error = refusal(shift({ amount: 5_000_000 }));
    expect(error.code).toBe("shift.takes-more-than-held");
    expect(error.message).toBe(
      "In 2027/28 the shifts take £5,250,000.00 from geriatrics, which holds £4,802,459.02 of its set-aside line: " +
        "£447,540.98 too much. Move less, or from another specialty.",
    );
    expect(error).toMatchObject({ value: "£5,250,000.00", expected: "at most £4,802,459.02" });
  });

  it("takes all that a specialty holds, to the penny, and not a penny more", () => {
    const all = 4_802_459.02;
    const cash = (amount: number) => shift({ amount, priceBase: "cash", phase: [1, 1] });
    expect(() => runner.run(cash(all)(workedCase), ["position"])).not.toThrow();
    expect(refusal(cash(all + 0.01)).code).toBe("shift.takes-more-than-held");
  });

  it("cutting more than is there, with the figures", () => {
    const cut = { amount: -900_000, from: null };
    const error = refusal((given) => shift(cut)(programme({ presentCapacity: [5, 0] })(given)));
    expect(error.code).toBe("programme.cut-more-than-is-there");
    expect(error.message).toContain(
      "year 2027/28, programme home-first, area east: shifts take away 9 places and 5 are there",
    );
    expect(() =>
      runner.run(shift(cut)(programme({ presentCapacity: [18, 0] })(workedCase)), ["position"]),
    ).not.toThrow();
  });

  it("a cut so deep that figures run away is still refused for what it is", () => {
    expect(refusal(shift({ amount: -4_000_000_000, from: null })).code).toBe("programme.cut-more-than-is-there");
  });

  it.each<[string, (given: CommissioningCase) => CommissioningCase, string, RegExp]>([
    ["a start in the base year", shift({ startMonth: 11 }), "shift.start", /base year/],
    ["a start after the last year", shift({ startMonth: 36 }), "shift.start", /after the last year/],
    ["a start within a month", shift({ startMonth: 12.5 }), "shift.start", /month/],
    ["no phase", shift({ phase: [] }), "shift.phase", /no phase/],
    ["a negative phase", shift({ phase: [-1] }), "case.out-of-range", /Phase 1/],
    ["hand shares that do not sum to 1", shift({ split: [0.5, 0.4] }), "case.shares", /sum to 0\.9/],
    ["a share below 0", shift({ split: [1.5, -0.5] }), "case.out-of-range", /at least 0/],
    ["an amount that is not a number", shift({ amount: Number.NaN }), "case.not-finite", /amount of shift first/],
    ["an unknown specialty", shift({ from: "surgery" }), "case.unknown-id", /"surgery"/],
    ["an unknown programme", shift({ to: "moonshot" }), "case.unknown-id", /"moonshot"/],
    ["prices of a year that is not there", shift({ priceBase: 3 }), "shift.price-base", /"cash"/],
    [
      "a split by need where nobody is eligible",
      (g) => shift({ split: "need" })(programme({ eligibleShare: 0 })(g)),
      "shift.split",
      /eligible admissions/,
    ],
    [
      "all specialties, where none has activity",
      (g) =>
        shift({ from: "all", amount: 0 })({
          ...g,
          specialties: g.specialties.map((one) => ({ ...one, inScope: 0 })),
          lines: g.lines.map((line) => ({ ...line, budget0: 0 })),
        }),
      "shift.source-empty",
      /all specialties/,
    ],
    [
      "a specialty outside the set-aside",
      (g) => shift({ from: "medicine" })(specialty({ line: null, inScope: 0 })(g)),
      "shift.source-outside-set-aside",
      /medicine/,
    ],
  ])("%s", (_, change, code, message) => {
    const error = refusal(change);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it("works again after a refusal", () => {
    refusal(shift({ amount: 5_000_000 }));
    const again = runner.run(workedCase, ["releasedTotal"]).values.get("releasedTotal")?.values[1];
    expect(again).toBeCloseTo(81_765.475, 6);
  });
});
