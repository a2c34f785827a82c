/** Rates of section 9, worked by hand on the small dataset, and their laws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, ModelInputError, stridesOf } from "../../models/index.ts";
import type { CommissioningCase, CommissioningResults } from "../../models/index.ts";
import { INDICATOR_IDS } from "../../models/commissioning/indicators.ts";
import { arbitraryCase } from "./cases/arbitrary-case.ts";
import { figure, valuesOf } from "./cases/figure.ts";
import { workedCase } from "./cases/worked-case.ts";

const YEARS = ["2026/27", "2027/28", "2028/29"] as const;
const runner = createCommissioningRunner();
const results = runner.run(workedCase, INDICATOR_IDS);

function expectYears(id: string, at: Readonly<Record<string, string>>, expected: readonly number[]): void {
  YEARS.forEach((year, t) => expect(figure(results, id, { ...at, year })).toBeCloseTo(expected[t] as number, 8));
}

describe("the emergency admission rate of adults", () => {
  it("doing nothing, of all areas: events and people are added up before they are divided", () => {
    // East 1000 + 500 + 400, west 500: 2,400 of 16,000 adults; then 2,773.75 of 16,625; then 3,081.75 of 17,250.
    expectYears("emergencyAdmissionRate", { world: "doing-nothing" }, [
      15_000,
      277_375_000 / 16_625,
      308_175_000 / 17_250,
    ]);
  });

  it("by area", () => {
    // East 1,900 of 11,000; 2,168.75 of 11,125; 2,355.75 of 11,250. West 500 of 5,000, 605 of 5,500, 726 of 6,000.
    expectYears("emergencyAdmissionRateByArea", { world: "doing-nothing", area: "east" }, [
      190_000_000 / 11_000,
      216_875_000 / 11_125,
      20_940,
    ]);
    expectYears("emergencyAdmissionRateByArea", { world: "doing-nothing", area: "west" }, [10_000, 11_000, 12_100]);
  });

  it("in the scenario: 45 and 67.5 admissions fewer", () => {
    // 2,773.75 - 45 = 2,728.75 of 16,625; 3,081.75 - 67.5 = 3,014.25 of 17,250.
    expectYears("emergencyAdmissionRate", { world: "scenario" }, [15_000, 272_875_000 / 16_625, 301_425_000 / 17_250]);
  });

  it("leaves out a band of children, its people and its admissions", () => {
    // The younger band of each area is now 0-17: left are 500 + 400 of east's 1,000; nobody in west.
    const [young, old] = workedCase.bands;
    if (young === undefined || old === undefined) throw new Error("The worked case has two bands.");
    const bands = [{ ...young, lower: 0 }, old];
    const children = runner.run({ ...workedCase, bands }, INDICATOR_IDS);
    const at = { world: "doing-nothing", year: YEARS[0] };
    expect(figure(children, "emergencyAdmissionRate", at)).toBeCloseTo(90_000, 8);
    expect(figure(children, "emergencyAdmissionRateByArea", { ...at, area: "west" })).toBe(0);
    expect(figure(children, "emergencyAdmissionsTotal", at)).toBeCloseTo(2400, 8);
  });
});

describe("the emergency bed day rate of adults", () => {
  it("counts delay, and stays that began before the base year", () => {
    // East 5,000 + 5,000 + 8,760 + 292, west 2,500: 21,552 of 16,000. East alone in the last year: 4,900.5 + 5,635.575
    // + 9,855 + 292 = 20,683.075 of 11,250.
    expect(figure(results, "emergencyBedDayRate", { world: "doing-nothing", year: YEARS[0] })).toBeCloseTo(134_700, 7);
    const east = { world: "doing-nothing", year: YEARS[2], area: "east" };
    expect(figure(results, "emergencyBedDayRateByArea", east)).toBeCloseTo(2_068_307_500 / 11_250, 6);
  });
});

describe("days delayed at 75 and over", () => {
  it("are of those people only, for each 1,000 of them", () => {
    // East: a tenth of 5,000 in medicine, a quarter of 8,760 in geriatrics: 2,690 of 1,000 people; 3,020.625 of 1,125;
    // 3,027.3075 of 1,250. Nobody of 75 lives in west.
    expectYears("olderDelayRate", { world: "doing-nothing" }, [2690, 2685, 2421.846]);
    expectYears("olderDelayRateByArea", { world: "doing-nothing", area: "east" }, [2690, 2685, 2421.846]);
    expectYears("olderDelayRateByArea", { world: "doing-nothing", area: "west" }, [0, 0, 0]);
  });

  it("fall with the programme", () => {
    // 556.875 + 1,995.6375 of 1,125; 563.5575 + 1,780.059375 of 1,250.
    expectYears("olderDelayRate", { world: "scenario" }, [2690, 2268.9, 1874.8935]);
  });
});

describe("the laws of rates", () => {
  const RATES = ["emergencyAdmissionRate", "emergencyBedDayRate", "olderDelayRate"] as const;
  const byArea = (found: CommissioningResults, id: string, cell: number): number[] => {
    const areas = found.members["area"] ?? [];
    return areas.map((_, l) => valuesOf(found, `${id}ByArea`)[cell * areas.length + l] as number);
  };

  /** Need weights that nobody has are rightly refused: such a case is not counted. */
  const withoutShifts = (given: CommissioningCase, outputs: readonly string[]): CommissioningResults => {
    try {
      return runner.run({ ...given, shifts: [] }, outputs);
    } catch (error) {
      fc.pre(!(error instanceof ModelInputError && error.code === "line.need-weights"));
      throw error;
    }
  };

  it("the rate of all areas lies between the lowest and the highest of those where such people live", () => {
    fc.assert(
      // Activity that is given may be where nobody lives; activity made from rates cannot.
      fc.property(arbitraryCase({ kind: "projected" }), (given) => {
        const found = withoutShifts(given, [...INDICATOR_IDS, "adults", "olderPeople"]);
        for (const id of RATES) {
          const people = valuesOf(found, id === "olderDelayRate" ? "olderPeople" : "adults");
          valuesOf(found, id).forEach((whole, cell) => {
            const year = cell % given.yearCount;
            const lived = byArea(found, id, cell).filter(
              (_, l) => (people[year * given.areas.length + l] as number) > 0,
            );
            if (lived.length === 0) return expect(whole).toBe(0);
            expect(whole).toBeGreaterThanOrEqual(Math.min(...lived) * (1 - 1e-9));
            expect(whole).toBeLessThanOrEqual(Math.max(...lived) * (1 + 1e-9));
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it("with nothing moved every indicator is that of doing nothing, bit for bit", () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const found = withoutShifts(given, INDICATOR_IDS);
        for (const id of INDICATOR_IDS) {
          const values = valuesOf(found, id);
          const half = stridesOf(found.members, found.values.get(id)?.dims ?? [])["world"] ?? 0;
          expect(values.subarray(half)).toEqual(values.subarray(0, half));
        }
      }),
      { numRuns: 40 },
    );
  });
});
