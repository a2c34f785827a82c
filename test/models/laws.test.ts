/** The laws of section 11 of docs/method/model.md that bind sections 4 to 7, on cases at random. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bridge,
  bridgeInputs,
  commissioningVariables,
  createCommissioningRunner,
  ModelInputError,
  RESULT_IDS,
} from "../../models/index.ts";
import type { CommissioningCase, CommissioningResults } from "../../models/index.ts";
import { arbitraryCase } from "./cases/arbitrary-case.ts";
import { valuesOf } from "./cases/figure.ts";

const runner = createCommissioningRunner();
const CELLS = [
  "admissions",
  "notDelayedBedDays",
  "delayedBedDayCells",
  "bedDays",
  "reachOf",
  "lineEffects",
  "programmeSpend",
  "areaShare",
];
/** Refusals that a random case may rightly meet. */
const RIGHTLY_REFUSED = new Set([
  "shift.takes-more-than-held",
  "programme.cut-more-than-is-there",
  "shift.split",
  "shift.source-empty",
  "line.need-weights",
]);

/** Runs a case; a case that is rightly refused is not counted. */
function accepted(
  given: CommissioningCase,
  outputs: readonly string[] = [...RESULT_IDS, ...CELLS],
): CommissioningResults {
  try {
    return runner.run(given, outputs);
  } catch (error) {
    if (error instanceof ModelInputError && RIGHTLY_REFUSED.has(error.code)) fc.pre(false);
    throw error;
  }
}

/** The two halves of a block that starts with `world`. */
function worlds(results: CommissioningResults, id: string): { nothing: Float64Array; scenario: Float64Array } {
  const values = valuesOf(results, id);
  expect(results.values.get(id)?.dims[0]).toBe("world");
  const half = values.length / 2;
  return { nothing: values.subarray(0, half), scenario: values.subarray(half) };
}

/** Sums of consecutive groups: totals over everything after the first dimension. */
function byFirst(values: Float64Array, count: number): number[] {
  const size = values.length / count;
  return Array.from({ length: count }, (_, i) =>
    values.subarray(i * size, (i + 1) * size).reduce((sum, x) => sum + x, 0),
  );
}

/** Equal to rounding: 1e-9 of the sizes that were subtracted. */
function near(a: number, b: number, size: number): void {
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(size), Math.abs(a), Math.abs(b)));
}

const RUNS = { numRuns: 40 };
const moneySize = (given: CommissioningCase): number => given.lines.reduce((sum, line) => sum + line.budget0, 0) * 10;

describe("a zero shift is doing nothing", () => {
  it("bit for bit, in every figure that has both", () => {
    const both = commissioningVariables
      .filter((variable) => variable.dims[0] === "world" && variable.id !== "inScenario")
      .map((one) => one.id);
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const zero = { ...given, shifts: given.shifts.map((shift) => ({ ...shift, amount: 0 })) };
        const none = { ...given, shifts: [] };
        const results = accepted(zero, both);
        const without = accepted(none, both);
        for (const id of both) {
          const { nothing, scenario } = worlds(results, id);
          const alone = worlds(without, id);
          for (let i = 0; i < nothing.length; i++) {
            // === rather than Object.is: 0 and -0 are the same amount.
            if (nothing[i] !== scenario[i] || nothing[i] !== alone.nothing[i] || nothing[i] !== alone.scenario[i]) {
              expect.fail(
                `${id}[${i}]: doing nothing ${nothing[i]}, zero shift ${scenario[i]}, no shift ${alone.scenario[i]}`,
              );
            }
          }
        }
        for (const id of ["released", "avoided", "stranded", "bridging", "investment", "served"]) {
          expect(
            accepted(zero, [id])
              .values.get(id)
              ?.values.every((value) => value === 0),
          ).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe("money", () => {
  it("budgets sum to the same before and after every shift, within half a penny", () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const results = accepted(given);
        const before = byFirst(valuesOf(results, "budgetBeforeShifts"), given.yearCount);
        const after = byFirst(worlds(results, "budget").scenario, given.yearCount);
        before.forEach((sum, t) => expect(Math.abs(sum - (after[t] ?? 0))).toBeLessThan(0.005));
      }),
      RUNS,
    );
  });

  it("cost of doing nothing less cost of the scenario = avoided + released; with stranded, the notional reduction", () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const results = accepted(given);
        const cost = worlds(results, "hospitalCost");
        const notional = worlds(results, "notionalCost");
        const [released, avoided, stranded] = ["released", "avoided", "stranded"].map((id) => valuesOf(results, id));
        released?.forEach((money, i) => {
          const parts = money + (avoided?.[i] ?? 0);
          near((cost.nothing[i] ?? 0) - (cost.scenario[i] ?? 0), parts, cost.nothing[i] ?? 0);
          near(
            (notional.nothing[i] ?? 0) - (notional.scenario[i] ?? 0),
            parts + (stranded?.[i] ?? 0),
            notional.nothing[i] ?? 0,
          );
        });
        const [variable, beds] = ["releasedVariable", "releasedBeds"].map((id) => valuesOf(results, id));
        released?.forEach((money, i) => near(money, (variable?.[i] ?? 0) + (beds?.[i] ?? 0), money));
      }),
      RUNS,
    );
  });

  it("change in position = avoided + released + line savings - programme spend; in true-up = avoided + released - shifted out", () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const results = accepted(given);
        const position = worlds(results, "position");
        const trueUp = worlds(results, "trueUp");
        const saved = byFirst(worlds(results, "lineEffects").scenario, given.yearCount);
        const spent = byFirst(worlds(results, "programmeSpend").scenario, given.yearCount);
        const total = (id: string, t: number): number => valuesOf(results, id)[t] ?? 0;
        for (let t = 0; t < given.yearCount; t++) {
          const hospital = total("avoidedTotal", t) + total("releasedTotal", t);
          // New money brings no budget with it; money with a source comes out of one budget and goes into another.
          near(
            (position.scenario[t] ?? 0) - (position.nothing[t] ?? 0),
            hospital + (saved[t] ?? 0) - (spent[t] ?? 0),
            moneySize(given),
          );
          near(
            (trueUp.scenario[t] ?? 0) - (trueUp.nothing[t] ?? 0),
            hospital - total("shiftedOut", t),
            moneySize(given),
          );
          near(spent[t] ?? 0, total("investmentTotal", t), moneySize(given));
        }
      }),
      RUNS,
    );
  });

  it("reserves stay at or above their floor once there, and gap and drawing make the deficit", () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const results = accepted(given);
        for (const world of ["nothing", "scenario"] as const) {
          const of = (id: string): Float64Array => worlds(results, id)[world];
          for (let t = 1; t < given.yearCount; t++) {
            const [before, after] = [of("reserves")[t - 1] ?? 0, of("reserves")[t] ?? 0];
            near(
              Math.max(0, -(of("position")[t] ?? 0)),
              (of("reservesDrawn")[t] ?? 0) + (of("fundingGap")[t] ?? 0),
              moneySize(given),
            );
            expect(after).toBeGreaterThanOrEqual(Math.min(before, given.reservesFloor) - 1e-6);
          }
        }
      }),
      RUNS,
    );
  });

  it("the shares of areas sum to the whole", () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const results = accepted(given);
        const pairs = [
          ["releasedByArea", "released"],
          ["avoidedByArea", "avoided"],
        ] as const;
        for (const [byArea, whole] of pairs) {
          const shares = byFirst(valuesOf(results, byArea), given.yearCount);
          byFirst(valuesOf(results, whole), given.yearCount).forEach((sum, t) =>
            near(sum, shares[t] ?? 0, moneySize(given)),
          );
        }
        const cost = byFirst(valuesOf(results, "hospitalCost"), 2 * given.yearCount);
        byFirst(valuesOf(results, "hospitalCostByArea"), 2 * given.yearCount).forEach((sum, i) =>
          near(sum, cost[i] ?? 0, moneySize(given)),
        );
        byFirst(valuesOf(results, "areaShare"), given.shifts.length).forEach((sum) => expect(sum).toBeCloseTo(1, 9));
        const cells = byFirst(valuesOf(results, "bedDays"), 2 * given.yearCount);
        byFirst(valuesOf(results, "emergencyBedDays"), 2 * given.yearCount).forEach((sum, i) =>
          near(sum, cells[i] ?? 0, sum),
        );
      }),
      RUNS,
    );
  });
});

describe("activity and beds", () => {
  it("nothing is below 0, every figure is finite, and reach keeps to its limit", () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const results = accepted(given);
        for (const id of [
          "admissions",
          "notDelayedBedDays",
          "delayedBedDayCells",
          "bedsNeeded",
          "bedsClosed",
          "bedsExtra",
          "bedsOpen",
          "bedsClosedAlone",
        ]) {
          expect([id, valuesOf(results, id).filter((value) => value < -1e-9)]).toEqual([id, new Float64Array(0)]);
        }
        for (const [id, block] of results.values) expect([id, block.values.every(Number.isFinite)]).toEqual([id, true]);
        const reach = valuesOf(results, "reach");
        reach.forEach((share, i) => {
          const most = given.programmes[Math.floor(i / given.areas.length) % given.programmes.length]?.maxReach ?? 0;
          expect(share).toBeGreaterThanOrEqual(-1e-12);
          expect(share).toBeLessThanOrEqual(most);
        });
        const [closed, extra] = ["bedsClosed", "bedsExtra"].map((id) => valuesOf(results, id));
        closed?.forEach((beds, i) => expect(Math.min(beds, extra?.[i] ?? 0)).toBe(0));
      }),
      RUNS,
    );
  });

  it("where all effects help, more investment never raises admissions or bed days", () => {
    fc.assert(
      fc.property(arbitraryCase({ onlyHelps: true }), fc.integer({ min: 2, max: 5 }), (given, times) => {
        const more = {
          ...given,
          shifts: given.shifts.map((shift) => ({ ...shift, from: null, amount: shift.amount * times })),
        };
        const less = { ...given, shifts: given.shifts.map((shift) => ({ ...shift, from: null })) };
        for (const id of ["admissions", "bedDays"]) {
          const some = worlds(accepted(less), id).scenario.slice();
          worlds(accepted(more), id).scenario.forEach((value, i) =>
            expect(value).toBeLessThanOrEqual((some[i] ?? 0) * (1 + 1e-12)),
          );
        }
      }),
      RUNS,
    );
  });

  it("avoided cases that are lighter than the average leave admissions as they are, and no fewer bed days", () => {
    fc.assert(
      fc.property(arbitraryCase({ onlyHelps: true }), fc.integer({ min: 0, max: 10 }), (given, tenths) => {
        const shifts = given.shifts.map((shift) => ({ ...shift, from: null }));
        const withRatio = (ratio: number): CommissioningResults =>
          accepted({
            ...given,
            shifts,
            programmes: given.programmes.map((one) => ({ ...one, stayRatio: ratio, delayRatio: ratio })),
          });
        const average = withRatio(1);
        const admissions = worlds(average, "admissions").scenario.slice();
        const bedDays = worlds(average, "bedDays").scenario.slice();
        const lighter = withRatio(tenths / 10);
        expect(worlds(lighter, "admissions").scenario).toEqual(admissions);
        worlds(lighter, "bedDays").scenario.forEach((days, i) =>
          expect(days).toBeGreaterThanOrEqual((bedDays[i] ?? 0) * (1 - 1e-12)),
        );
      }),
      RUNS,
    );
  });

  it("a limit on the people served holds wherever there are places to spare", () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.integer({ min: 0, max: 500 }), (given, most) => {
        const limited = {
          ...given,
          programmes: given.programmes.map((one) => ({
            ...one,
            presentCapacity: given.areas.map(() => 0),
            mostServed: given.areas.map(() => most),
          })),
        };
        for (const served of valuesOf(accepted(limited), "served")) expect(served).toBeLessThanOrEqual(most + 1e-9);
      }),
      RUNS,
    );
  });

  it("a longer lag never closes sooner", () => {
    fc.assert(
      fc.property(arbitraryCase(), fc.integer({ min: 1, max: 20 }), (given, months) => {
        const later = {
          ...given,
          specialties: given.specialties.map((one) => ({ ...one, releaseLagMonths: one.releaseLagMonths + months })),
        };
        const soon = valuesOf(accepted(given), "bedsClosed").slice();
        valuesOf(accepted(later), "bedsClosed").forEach((beds, i) =>
          expect(beds).toBeLessThanOrEqual((soon[i] ?? 0) + 1e-9),
        );
      }),
      RUNS,
    );
  });

  it("a flat world is flat to the penny, whatever the leap years", () => {
    fc.assert(
      fc.property(arbitraryCase({ kind: "projected" }), (given) => {
        const zeros = Array.from({ length: given.yearCount }, () => 0);
        const people = given.population.values.length / given.yearCount;
        const flat: CommissioningCase = {
          ...given,
          shifts: [],
          growth: given.growth.map(() => 0),
          stayDrift: given.stayDrift.map(() => 0),
          healthAgeShift: zeros,
          inflation: { hospital: zeros, care: zeros },
          deflator: zeros,
          population: { ...given.population, values: given.population.values.map((_, i, all) => all[i % people] ?? 0) },
          lines: given.lines.map((line) => ({ ...line, uplift: zeros, demandGrowth: 0 })),
        };
        const results = accepted(flat);
        for (const id of [
          "hospitalCost",
          "lineCost",
          "budget",
          "bedsNeeded",
          "bedsOpen",
          "emergencyBedDays",
          "position",
          "trueUp",
          "lineCostReal",
        ]) {
          for (const values of Object.values(worlds(results, id))) {
            const size = values.length / given.yearCount;
            const moved = values.filter((value, i) => !(Math.abs(value - (values[i % size] ?? 0)) < 0.005));
            expect([id, moved.length]).toEqual([id, 0]);
          }
        }
      }),
      RUNS,
    );
  });

  it("doubling the cost of a bed day doubles hospital cost and moves no activity", () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const dear = {
          ...given,
          specialties: given.specialties.map((one) => ({ ...one, directCost: one.directCost * 2 })),
        };
        const [cheapCost, cheapDays] = ["hospitalCost", "bedDays"].map((id) => valuesOf(accepted(given), id).slice());
        const results = accepted(dear);
        valuesOf(results, "hospitalCost").forEach((cost, i) => near(cost, 2 * (cheapCost?.[i] ?? 0), cost));
        expect([...valuesOf(results, "bedDays")]).toEqual([...(cheapDays ?? [])]);
      }),
      RUNS,
    );
  });
});

describe("the bridge", () => {
  const withBridge = (given: CommissioningCase): { results: CommissioningResults; parts: CommissioningResults } => {
    const results = accepted(given, [
      ...new Set([...CELLS, "emergencyAdmissions", "emergencyBedDays", ...bridgeInputs(given)]),
    ]);
    return { results, parts: bridge(given, results) };
  };

  it("sums to the change exactly, and does not depend on the order of programmes", () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const { results, parts } = withBridge(given);
        const turned = { ...given, programmes: [...given.programmes].reverse() };
        const other = withBridge(turned).parts;
        const causes = parts.members["cause"] ?? [];
        for (const [bridgeId, wholeId] of [
          ["bridgeAdmissions", "emergencyAdmissions"],
          ["bridgeBedDays", "emergencyBedDays"],
        ] as const) {
          const cells = valuesOf(results, wholeId).length / 2;
          const perYear = cells / given.yearCount;
          const values = valuesOf(parts, bridgeId);
          const turnedValues = valuesOf(other, bridgeId);
          const whole = worlds(results, wholeId);
          for (let cell = 0; cell < cells; cell++) {
            let sum = 0;
            causes.forEach((cause, c) => {
              const part = values[c * cells + cell] ?? 0;
              sum += part;
              const place = (other.members["cause"] ?? []).indexOf(cause);
              near(part, turnedValues[place * cells + cell] ?? 0, whole.nothing[cell] ?? 0);
            });
            const base = whole.nothing[cell % perYear] ?? 0;
            near(
              sum,
              (whole.scenario[cell] ?? 0) - base,
              base + (whole.nothing[cell] ?? 0) + (whole.scenario[cell] ?? 0),
            );
          }
        }
      }),
      RUNS,
    );
  });
});

describe("a run is a function of its case", () => {
  it("a runner that has seen other cases gives what a new one gives, bit for bit", () => {
    const kept = createCommissioningRunner();
    fc.assert(
      fc.property(arbitraryCase(), arbitraryCase(), (first, second) => {
        const outputs = [...RESULT_IDS, ...CELLS];
        const changed = {
          ...second,
          shifts: second.shifts.map((shift) => ({ ...shift, amount: shift.amount * 0.75 })),
        };
        for (const given of [first, second, changed]) {
          let again: CommissioningResults;
          try {
            again = kept.run(given, outputs);
          } catch (error) {
            if (error instanceof ModelInputError) continue;
            throw error;
          }
          const fresh = createCommissioningRunner().run(given, outputs);
          for (const id of outputs) expect(again.values.get(id)).toEqual(fresh.values.get(id));
        }
      }),
      { numRuns: 6 },
    );
  });
});
