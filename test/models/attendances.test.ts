/** A&E attendances and set-aside lines that bed days do not drive, worked by hand on the worked example. */
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, ModelInputError, RESULT_IDS } from "../../models/index.ts";
import type { BudgetLine, CommissioningCase } from "../../models/index.ts";
import { figure } from "./cases/figure.ts";
import { workedCase } from "./cases/worked-case.ts";

const YEARS = ["2026/27", "2027/28", "2028/29"] as const;
const noUplift = { payer: "set-aside", costType: "hospital", uplift: [0, 0, 0], demandGrowth: 0 } as const;
const emergencyCare: BudgetLine = {
  ...noUplift,
  id: "a-and-e",
  budget0: 240_000,
  attendances: { cost: 100, variableShare: 0.25 },
};
const withAttendances: CommissioningCase = {
  ...workedCase,
  // East 18-74 and 75+, west 18-74, and 75+ where nobody lives.
  attendances0: { dims: ["area", "age", "sex"], values: Float64Array.of(1000, 900, 500, 20) },
  programmes: workedCase.programmes.map((each) => ({
    ...each,
    effectOnAttendances: 0.5,
    eligibleShareOfAttendances: 0.5,
  })),
  lines: [...workedCase.lines, emergencyCare, { ...noUplift, id: "transport", budget0: 100_000, demandGrowth: 0.1 }],
};

const run = (given: CommissioningCase) => createCommissioningRunner().run(given, RESULT_IDS);
const results = run(withAttendances);

function expectYears(id: string, at: Readonly<Record<string, string>>, expected: readonly number[]): void {
  YEARS.forEach((year, t) => expect(figure(results, id, { ...at, year })).toBeCloseTo(expected[t] as number, 6));
}

function refusal(given: CommissioningCase): ModelInputError {
  try {
    run(given);
  } catch (error) {
    if (error instanceof ModelInputError) return error;
    throw error;
  }
  throw new Error("The case was not refused.");
}

describe("A&E attendances", () => {
  it("grow as admissions of the same people do, and programmes avoid some", () => {
    // East 18-74 as 1,000, 1,100, 1,210 admissions; 75+ as 900, 1,068.75, 1,145.75; west as 500, 605, 726.
    expectYears("attendancesTotal", { world: "doing-nothing" }, [2400, 2773.75, 3081.75]);
    // Of 75+ half are eligible, 0.4 and 0.6 of them reached, half avoided: × 0.9 and × 0.85.
    expectYears("attendancesTotal", { world: "scenario" }, [2400, 2773.75 - 106.875, 3081.75 - 171.8625]);
  });

  it("cost their line the variable share of what they are, and the rest as in the base year", () => {
    // £100 at prices 1, 1.1, 1.21; a quarter of attendances and three quarters of 2,400.
    const nothing = [240_000, 110 * (693.4375 + 1800), 121 * (770.4375 + 1800)];
    expectYears("lineCost", { world: "doing-nothing", line: "a-and-e" }, nothing);
    const scenario = [240_000, 110 * (666.71875 + 1800), 121 * (727.471875 + 1800)];
    expectYears("lineCost", { world: "scenario", line: "a-and-e" }, scenario);
    expectYears("attendanceSavings", {}, [0, 2939.0625, 5198.840625]);
  });

  it("are part of the change in true-up, beside what bed days release and avoid", () => {
    YEARS.forEach((year) => {
      const of = (world: string) => figure(results, "trueUp", { world, year });
      const total = (id: string) => figure(results, id, { year });
      const parts = total("releasedTotal") + total("avoidedTotal") + total("attendanceSavings") - total("shiftedOut");
      expect(of("scenario") - of("doing-nothing")).toBeCloseTo(parts, 6);
    });
  });
});

describe("a set-aside line that pays for neither", () => {
  it("costs its budget at the year's prices and demand, and is labelled", () => {
    // £100,000 × 1.1 × 1.1 and × 1.21 × 1.21.
    expectYears("lineCost", { world: "scenario", line: "transport" }, [100_000, 121_000, 146_410]);
    const labelled = withAttendances.lines.map(({ id }) => figure(results, "notDrivenByActivity", { line: id }));
    expect(labelled).toEqual([0, 0, 0, 0, 1]);
  });
});

describe("refused", () => {
  it("a set-aside line with a budget and no cost", () => {
    const free = withAttendances.specialties.map((each) => ({ ...each, directCost: 0 }));
    expect(refusal({ ...withAttendances, specialties: free })).toMatchObject({
      code: "line.no-cost",
      path: "lines[set-aside]",
      value: "9000000",
    });
    const { attendances0: _, ...unknown } = withAttendances;
    expect(refusal(unknown)).toMatchObject({ code: "line.no-cost", path: "lines[a-and-e]" });
  });

  it("a cost an attendance on a line that pays for bed days, or is not in the set-aside", () => {
    const on = (id: string): CommissioningCase => ({
      ...withAttendances,
      lines: workedCase.lines.map((line) =>
        line.id === id ? { ...line, attendances: { cost: 100, variableShare: 0.25 } } : line,
      ),
    });
    expect(refusal(on("set-aside")).message).toContain("it pays for bed days of medicine");
    expect(refusal(on("community")).message).toContain("its payer is nhs-delegated");
  });

  it("attendances of another shape, and a share that is none", () => {
    const short = { dims: ["area", "age", "sex"], values: Float64Array.of(1, 2) };
    expect(refusal({ ...withAttendances, attendances0: short }).code).toBe("case.shape");
    const lines = [...workedCase.lines, { ...emergencyCare, attendances: { cost: 100, variableShare: 2 } }];
    expect(refusal({ ...withAttendances, lines }).code).toBe("case.out-of-range");
  });
});
