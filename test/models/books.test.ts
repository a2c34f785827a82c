/** Whose money, section 28, reserves and the two paybacks, worked by hand on the worked example; and their laws. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, ModelInputError, RESULT_IDS } from "../../models/index.ts";
import type { CommissioningCase, CommissioningResults } from "../../models/index.ts";
import { breakEvenYear } from "../../cli/reference/break-even.ts";
import { arbitraryCase } from "./cases/arbitrary-case.ts";
import { figure, valuesOf } from "./cases/figure.ts";
import { workedCase } from "./cases/worked-case.ts";

const YEARS = ["2026/27", "2027/28", "2028/29"] as const;
const SCENARIO = { world: "scenario" };
const runner = createCommissioningRunner();
const run = (changes: Partial<CommissioningCase> = {}): CommissioningResults =>
  runner.run({ ...workedCase, ...changes }, [...RESULT_IDS, "cashBack", "valueBack", "setAsideAgainstBase"]);

function expectYears(
  results: CommissioningResults,
  id: string,
  at: Readonly<Record<string, string>>,
  expected: readonly number[],
): void {
  YEARS.forEach((year, t) => expect(figure(results, id, { ...at, year })).toBeCloseTo(expected[t] as number, 6));
}

function refusal(changes: Partial<CommissioningCase>): ModelInputError {
  try {
    run(changes);
  } catch (error) {
    if (error instanceof ModelInputError) return error;
    throw error;
  }
  throw new Error("The case was not refused.");
}

describe("whose money", () => {
  it("keeps the integrated budget and the set-aside apart", () => {
    // 2027/28: community 3,045,000 - 3,087,000 = -42,000; home care 3,150,000 - 3,534,300 = -384,300.
    // 2028/29: community 3,197,250 - 3,286,332 = -89,082; home care 3,307,500 - 4,119,491.25 = -811,991.25.
    expectYears(run(), "integratedPosition", SCENARIO, [0, -426_300, -901_073.25]);
  });

  it("puts on us the scheme's share of the set-aside's position, one share for over and one for under", () => {
    // True-up 94,000, then -1,466,971.185 and -1,911,926.483325; half of what is under, a quarter of what is over.
    const shared = run({ riskShareOver: 0.25, riskShareUnder: 0.5 });
    expectYears(shared, "onUs", SCENARIO, [47_000, -426_300 - 366_742.79625, -901_073.25 - 477_981.62083125]);
    // £2,500,000 in hand and £500,000 not to be used: 793,042.79625 is drawn, then 1,206,957.20375 of 1,379,054.87083125.
    expectYears(shared, "reserves", SCENARIO, [2_500_000, 1_706_957.20375, 500_000]);
    expectYears(shared, "fundingGap", SCENARIO, [0, 0, 172_097.66708125]);
  });

  it("with no share, leaves the set-aside's overspend with the Health Board", () => {
    const none = run({ riskShareOver: 0, riskShareUnder: 0 });
    expectYears(none, "onUs", SCENARIO, [0, -426_300, -901_073.25]);
    expectYears(none, "position", SCENARIO, [94_000, -1_893_271.185, -2_812_999.733325]);
    expectYears(none, "fundingGap", SCENARIO, [0, 0, 0]);
  });

  it("refuses a share that is none", () => {
    const { code, message } = refusal({ riskShareOver: 1.5 });
    expect(code).toBe("case.out-of-range");
    expect(message).toContain("overspend of the set-aside is 1.5");
  });
});

describe("section 28 against the base year", () => {
  it("tells what is there anyway from what the plan adds", () => {
    // Doing nothing: budget less cost is 94,000; 9,450,000 - 10,595,761.66; 9,922,500 - 11,745,058.1402; less 94,000 each.
    expectYears(run(), "section28DoingNothing", {}, [0, -1_239_761.66, -1_916_558.1402]);
    // Released and avoided less shifted out: 81,765.475 + 542,025 - 945,000; 306,654.156875 + 596,227.5 - 992,250.
    expectYears(run(), "section28OfPlan", {}, [0, -321_209.525, -89_368.343125]);
  });
});

describe("reserves held for a purpose", () => {
  it("are not drawn on by a deficit", () => {
    // £1.5m of £2.5m is general and £0.5m of it is the floor: 426,300 is drawn, then 573,700 of 901,073.25.
    const held = run({
      riskShareOver: 0,
      earmarkedReserves: [
        { purpose: "winter", amount: 400_000 },
        { purpose: "systems", amount: 600_000 },
      ],
    });
    expectYears(held, "reserves", SCENARIO, [2_500_000, 2_073_700, 1_500_000]);
    expectYears(held, "generalReserves", SCENARIO, [1_500_000, 1_073_700, 500_000]);
    expectYears(held, "fundingGap", SCENARIO, [0, 0, 327_373.25]);
  });

  it("cannot be more than there is, nor below 0, nor twice for one purpose", () => {
    const winter = { purpose: "winter", amount: 2_600_000 };
    expect(refusal({ earmarkedReserves: [winter] })).toMatchObject({
      code: "reserves.earmarked-more-than-held",
      value: "2600000",
    });
    expect(refusal({ earmarkedReserves: [{ ...winter, amount: -1 }] }).code).toBe("case.out-of-range");
    expect(
      refusal({
        earmarkedReserves: [
          { ...winter, amount: 1 },
          { ...winter, amount: 1 },
        ],
      }).code,
    ).toBe("case.id");
  });
});

describe("the two paybacks", () => {
  const saving = (perPerson: number): Partial<CommissioningCase> => ({
    programmes: workedCase.programmes.map((each) => ({ ...each, lineSaving: { "home-care": perPerson } })),
  });
  const years = (results: CommissioningResults): readonly number[] =>
    ["cashPaybackYears", "cashPaybackYearsDiscounted", "valueMatchedYears", "valueMatchedYearsDiscounted"].map((id) =>
      figure(results, id, {}),
    );

  it("add up what comes back, in £ of the base year", () => {
    // £100 a person: 90 × 100 × 1.05 = 9,450 and 135 × 100 × 1.1025 = 14,883.75 saved on home care.
    const results = run();
    expectYears(results, "lineSavingsTotal", {}, [0, 9450, 14_883.75]);
    const [first, second] = [91_215.475 / 1.025, 321_537.906875 / 1.050625];
    expectYears(results, "cashPaybackToDate", {}, [0, first, first + second]);
    expectYears(results, "cashPaybackToDateDiscounted", {}, [0, first / 1.035, first / 1.035 + second / 1.071225]);
    const [one, two] = [623_790.475 / 1.025, 902_881.656875 / 1.050625];
    expectYears(results, "valueMatchedToDate", {}, [0, one, one + two]);
    expectYears(results, "investedToDateDiscounted", {}, [
      0,
      945_000 / 1.025 / 1.035,
      945_000 / 1.025 / 1.035 + 992_250 / 1.050625 / 1.071225,
    ]);
  });

  it("three years of a plan of three: not in the plan", () => {
    expect(years(run())).toEqual([3, 3, 3, 3]);
    expectYears(run(), "cashPaybackAhead", {}, [0, 0, 0]);
  });

  it("count savings on lines as cash, and growth avoided not", () => {
    // £12,000 a person saves 1,134,000 in the first year: more than the 945,000 put in. In hospital nothing changes.
    const results = run(saving(12_000));
    expect(years(results)).toEqual([1, 1, 3, 3]);
    expectYears(results, "cashPaybackAhead", {}, [0, 1, 1]);
  });

  it("may be reached undiscounted alone, where the money comes back late", () => {
    // £6,400 a person, real: put in 921,951 and 944,438; back 669,820 and 1,198,538. Together 1,866,389 and 1,868,358.
    // At 3.5 % the first-year shortfall of 252,131 outweighs the later excess of 254,100 / 1.035 = 245,508.
    expect(years(run(saving(6400)))).toEqual([2, 3, 3, 3]);
    // At half a per cent it does not: 254,100 / 1.005 = 252,836.
    expect(years(run({ ...saving(6400), discountRate: 0.005 }))).toEqual([2, 2, 3, 3]);
  });
});

describe("laws of the books", () => {
  const RIGHTLY_REFUSED = /^(shift\.|programme\.cut|line\.)/;
  function accepted(given: CommissioningCase): CommissioningResults {
    try {
      return runner.run(given, [...RESULT_IDS, "setAsideAgainstBase"]);
    } catch (error) {
      if (error instanceof ModelInputError && RIGHTLY_REFUSED.test(error.code)) fc.pre(false);
      throw error;
    }
  }
  const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
  const RUNS = { numRuns: 30 };

  it("integrated and set-aside make the position; onUs is the first and a share of the second; 1 is all, bit for bit", () => {
    fc.assert(
      fc.property(arbitraryCase(), share, share, (given, over, under) => {
        const results = accepted({ ...given, riskShareOver: over, riskShareUnder: under });
        const [position, integrated, trueUp, onUs] = ["position", "integratedPosition", "trueUp", "onUs"].map((id) =>
          valuesOf(results, id).slice(),
        ) as [Float64Array, Float64Array, Float64Array, Float64Array];
        position.forEach((all, i) => {
          const setAside = trueUp[i] as number;
          const ours = (integrated[i] as number) + (setAside < 0 ? over : under) * setAside;
          expect(Math.abs((integrated[i] as number) + setAside - all)).toBeLessThan(1e-3);
          expect(Math.abs((onUs[i] as number) - ours)).toBeLessThan(1e-3);
        });
        expect(valuesOf(accepted(given), "onUs")).toEqual(position);
      }),
      RUNS,
    );
  });

  it("the two parts of section 28 are the change of the set-aside's position since the base year", () => {
    fc.assert(
      fc.property(arbitraryCase(), (given) => {
        const results = accepted(given);
        const whole = valuesOf(results, "setAsideAgainstBase").subarray(given.yearCount);
        const [before, plan] = ["section28DoingNothing", "section28OfPlan"].map((id) => valuesOf(results, id));
        whole.forEach((change, t) =>
          expect(Math.abs((before?.[t] as number) + (plan?.[t] as number) - change)).toBeLessThan(1e-3),
        );
        expect(whole[0]).toBe(0);
      }),
      RUNS,
    );
  });

  it("value is matched in the break-even year of section 7, and a discount rate of 0 changes nothing", () => {
    fc.assert(
      fc.property(arbitraryCase({ onlyHelps: true }), (given) => {
        const results = accepted({ ...given, discountRate: 0 });
        expect(figure(results, "valueMatchedYears", {})).toBe(breakEvenYear(results) ?? given.yearCount);
        for (const id of ["cashPayback", "valueMatched"]) {
          for (const what of ["ToDate", "Ahead", "Years"]) {
            expect(valuesOf(results, `${id}${what}Discounted`)).toEqual(valuesOf(results, `${id}${what}`));
          }
        }
      }),
      RUNS,
    );
  });

  it("no deficit draws on what is earmarked or on the floor", () => {
    fc.assert(
      fc.property(arbitraryCase(), share, (given, part) => {
        const amount = given.openingReserves * part;
        const results = accepted({ ...given, earmarkedReserves: [{ purpose: "held", amount }] });
        const general = valuesOf(results, "generalReserves");
        const least = Math.min(given.openingReserves - amount, given.reservesFloor);
        for (const left of general) expect(left).toBeGreaterThanOrEqual(least - 1e-3);
      }),
      RUNS,
    );
  });
});
