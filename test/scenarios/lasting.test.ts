import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, ModelInputError } from "../../models/index.ts";
import {
  emptyScenario,
  lastingLimits,
  marginsOf,
  resolveCase,
  type Scenario,
  setProgramme,
  setSpecialty,
  specialtyHolds,
} from "../../scenarios/index.ts";
import { fixtureDataset, YEARS } from "./fixture.ts";

const dataset = fixtureDataset();
const empty = emptyScenario(dataset);
const holds = specialtyHolds(dataset);
const plan = {
  years: YEARS,
  specialties: dataset.specialties.map(({ id, line }, k) => ({ id, line, holds: holds[k] as number })),
  assumptions: dataset.assumptions,
};
const SOURCES = ["general-medicine", "geriatric-medicine"];
const TARGETS = ["hospital-at-home", "rapid-response", "reablement"];
const runner = createCommissioningRunner();

/** "shift.takes-more-than-held", another code, or null where the model runs it. */
function refusalOf(scenario: Scenario): string | null {
  try {
    runner.run(resolveCase(dataset, scenario), ["specialtyTaken"]);
    return null;
  } catch (error) {
    if (error instanceof ModelInputError) return error.code;
    throw error;
  }
}

function scenarioOf(shifts: readonly Partial<Scenario["shifts"][number]>[], assumptions: Scenario["assumptions"] = {}) {
  const programmes = empty.programmes.filter(({ id }) => TARGETS.includes(id));
  return {
    ...empty,
    programmes,
    assumptions,
    shifts: shifts.map((shift, n): Scenario["shifts"][number] => ({
      id: `s${n}`,
      from: "general-medicine",
      to: "reablement",
      amount: 0,
      priceBase: "2024/25",
      start: "2026-04",
      phase: [1],
      split: "population",
      ...shift,
    })),
  } satisfies Scenario;
}

/** Only reablement, so that its cost type alone counts. */
const careOnly = (scenario: Scenario): Scenario => ({
  ...scenario,
  programmes: scenario.programmes.filter(({ id }) => id === "reablement"),
});

const rates = (stem: string, rate: number) =>
  Object.fromEntries(YEARS.slice(1).map((year) => [`${stem}:${year}`, rate]));

describe("what a specialty can give in every year", () => {
  it("is what it holds where prices rise no faster than budgets", () => {
    // Both rise by 3 % a year in the small dataset: general holds 7.2m, geriatric 5.6m of 12.8m.
    const limits = lastingLimits(scenarioOf([{}]), plan, new Set());
    expect(limits.get("general-medicine")).toEqual({ most: 7_200_000, shortIn: null });
    expect(limits.get("geriatric-medicine")).toEqual({ most: 5_600_000, shortIn: null });
    expect(limits.get("other-specialties")?.most).toBe(0);
  });

  it("is less where care prices rise faster than the set-aside, by hand", () => {
    // After four years: 7.2m x 1.03^4 / 1.05^4 = 7.2m x 1.12550881 / 1.21550625 = 6,666,903.80 (and a part of a penny).
    const scenario = careOnly(scenarioOf([{}], rates("inflation:care", 0.05)));
    const limit = lastingLimits(scenario, plan, new Set()).get("general-medicine");
    expect(limit?.shortIn).toBe("2028/29");
    expect(limit?.most).toBe(Math.floor((7_200_000 * 1.12550881 * 100) / 1.21550625) / 100);
    expect(limit?.most).toBeCloseTo(6_666_904, -2);
  });

  it("is exact for one programme: at the limit it runs, two pence above it is refused", () => {
    const at = (amount: number) => careOnly(scenarioOf([{ amount }], rates("inflation:care", 0.05)));
    const { most } = lastingLimits(at(0), plan, new Set()).get("general-medicine") ?? { most: NaN };
    expect(refusalOf(at(most))).toBe(null);
    expect(refusalOf(at(Math.round(most * 100 + 2) / 100))).toBe("shift.takes-more-than-held");
  });

  it("leaves amounts in cash as they are, and half a year's spending counts half", () => {
    // Budgets fall by 10 % a year: after four years 7.2m x 0.6561 = 4,723,920.
    const falling = rates("uplift:set-aside", -0.1);
    const cash = careOnly(scenarioOf([{ priceBase: "cash" }], falling));
    expect(lastingLimits(cash, plan, new Set()).get("general-medicine")).toEqual({
      most: 4_723_920,
      shortIn: "2028/29",
    });
    // From October of the last year alone, half is spent: twice as much, but never more than is held now.
    const late = careOnly(scenarioOf([{ priceBase: "cash", start: "2028-10" }], falling));
    expect(lastingLimits(late, plan, new Set()).get("general-medicine")).toEqual({ most: 7_200_000, shortIn: null });
  });

  it("leaves room for what is taken from all: 1.28m of 12.8m takes 0.72m from general", () => {
    const scenario = scenarioOf([{ from: "all", amount: 1_280_000, priceBase: "cash" }, { priceBase: "cash" }]);
    const limit = lastingLimits(careOnly(scenario), plan, new Set()).get("general-medicine");
    // In the first year of spending, when the budget has risen least: 7.2m x 1.03^2 - 0.72m = 7,638,480 - 720,000.
    expect(limit).toEqual({ most: 6_918_480, shortIn: "2026/27" });
  });

  it("a slider at its limit is refused in words that say which year binds", () => {
    const scenario = careOnly(scenarioOf([{}], rates("inflation:care", 0.05)));
    const limits = lastingLimits(scenario, plan, new Set());
    const context = {
      years: YEARS,
      specialties: plan.specialties.slice(0, 2).map((each) => ({
        ...each,
        label: each.id === "general-medicine" ? "General medicine" : each.id,
        locked: false,
        ...limits.get(each.id),
      })),
      programmes: [{ id: "reablement", label: "Reablement", locked: false }],
    };
    const refused = setSpecialty(scenario, "general-medicine", 7_100_000, context);
    const most = limits.get("general-medicine")?.most ?? NaN;
    expect(refused).toMatchObject({ kind: "refused", nearest: most, binding: ["general-medicine"] });
    expect(refused.kind === "refused" && refused.reason).toMatch(
      /^General medicine holds £7,200,000 in 2024\/25, and can give £6,666,\d{3}\.\d\d a year so that it is not short in 2028\/29\.$/,
    );
  });

  const anyRate = fc.double({ min: -0.05, max: 0.12, noNaN: true });
  const anyTerms = fc.record({
    start: fc.constantFrom("2025-04", "2026-10", "2027-01", "2028-06"),
    phase: fc.constantFrom<number[]>([1], [0.25, 0.5, 1], [1, 0.6], [0, 1]),
    priceBase: fc.constantFrom("2024/25", "2026/27", "cash"),
  });

  it("any amounts up to the limits are never refused as more than is held", () => {
    let tried = 0;
    fc.assert(
      fc.property(
        fc.record({ uplift: anyRate, care: anyRate, community: anyRate }),
        fc.tuple(anyTerms, anyTerms, anyTerms),
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        fc.integer({ min: 0, max: 200_000_000 }),
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.constantFrom(...TARGETS),
        ({ uplift, care, community }, terms, shares, fromAll, firstPounds, moved) => {
          const first = scenarioOf(
            [
              ...TARGETS.map((to, n) => ({ to, amount: firstPounds * (n + 1), ...terms[n] })),
              { from: "all", to: "reablement", amount: fromAll / 100, ...terms[2] },
            ],
            {
              ...rates("uplift:set-aside", uplift),
              ...rates("inflation:care", care),
              ...rates("inflation:nhs-community", community),
            },
          );
          const contextOf = (scenario: Scenario) => {
            const limits = lastingLimits(scenario, plan, new Set());
            return {
              years: YEARS,
              specialties: plan.specialties
                .filter(({ id }) => SOURCES.includes(id))
                .map((each) => ({ ...each, label: each.id, locked: false, ...limits.get(each.id) })),
              programmes: TARGETS.map((id) => ({ id, label: id, locked: false })),
            };
          };
          let scenario: Scenario = first;
          SOURCES.forEach((id, k) => {
            const context = contextOf(scenario);
            const most = context.specialties.find((each) => each.id === id)?.most ?? 0;
            const wanted = Math.floor(most * 100 * (shares[k] as number)) / 100;
            const outcome = setSpecialty(scenario, id, wanted, context);
            if (outcome.kind === "moved") scenario = outcome.scenario;
          });
          const outcome = setProgramme(scenario, moved, 1e9, contextOf(scenario));
          if (outcome.kind === "refused") {
            const again = setProgramme(scenario, moved, outcome.nearest, contextOf(scenario));
            if (again.kind === "moved") scenario = again.scenario;
          }
          const margins = marginsOf(scenario);
          const limits = lastingLimits(scenario, plan, new Set());
          const within = SOURCES.every((id) => (margins.specialties.get(id) ?? 0) <= (limits.get(id)?.most ?? 0));
          if (!within) return;
          tried += 1;
          expect(refusalOf(scenario)).not.toBe("shift.takes-more-than-held");
        },
      ),
      { numRuns: 150 },
    );
    // Few begin above a limit: the others are put to the model.
    expect(tried).toBeGreaterThan(75);
  });
});
