/** The numbers of docs/method/worked-example.md, worked by hand there, against the model. */
import { describe, expect, it } from "vitest";
import { bridge, bridgeInputs, createCommissioningRunner, RESULT_IDS } from "../../models/index.ts";
import type { CommissioningCase } from "../../models/index.ts";
import { breakEvenYear } from "../../cli/reference/break-even.ts";
import { figure } from "./cases/figure.ts";
import { workedCase } from "./cases/worked-case.ts";

const CELLS = ["admissions", "notDelayedBedDays", "delayedBedDayCells", "bedDays", "areaShare"];
const run = (given: CommissioningCase) =>
  createCommissioningRunner().run(given, [...new Set([...RESULT_IDS, ...CELLS, ...bridgeInputs(given)])]);
const results = run(workedCase);
const parts = bridge(workedCase, results);
const YEARS = ["2026/27", "2027/28", "2028/29"] as const;
const WORLDS = ["doing-nothing", "scenario"] as const;

/** Checks a figure in each of the three years, to a millionth of a pound, a bed or a person. */
function expectYears(id: string, at: Readonly<Record<string, string>>, expected: readonly number[]): void {
  const found = YEARS.map((year) => figure(results, id, { ...at, year }));
  const near = found.map((value, t) => (Math.abs(value - (expected[t] as number)) < 1e-6 ? expected[t] : value));
  expect({ id, at, years: near }).toEqual({ id, at, years: expected });
}

describe("days and prices", () => {
  it("counts days and compounds prices", () => {
    expectYears("days", {}, [365, 366, 365]);
    expectYears("hospitalPriceIndex", {}, [1, 1.1, 1.21]);
    expectYears("deflatorIndex", {}, [1, 1.025, 1.050625]);
  });
});

describe("doing nothing (section 4)", () => {
  const cell = (area: string, age: string, specialty: string) => ({
    world: "doing-nothing",
    area,
    age,
    sex: "all",
    specialty,
  });

  it("grows admissions with people, health-age and growth", () => {
    expectYears("admissions", cell("east", "18-74", "medicine"), [1000, 1100, 1210]);
    expectYears("admissions", cell("east", "75+", "medicine"), [500, 618.75, 695.75]);
    expectYears("admissions", cell("east", "75+", "geriatrics"), [400, 450, 450]);
    expectYears("admissions", cell("west", "18-74", "medicine"), [500, 605, 726]);
    expect(
      figure(results, "rate", { year: "2028/29", area: "east", age: "75+", sex: "all", specialty: "medicine" }),
    ).toBeCloseTo(0.46, 12);
  });

  it("multiplies by the drifting stay, and lets bed days without admissions follow people only", () => {
    expectYears("bedDays", cell("east", "18-74", "medicine"), [5000, 4950, 4900.5]);
    expectYears("bedDays", cell("east", "75+", "medicine"), [5000, 5568.75, 5635.575]);
    expectYears("bedDays", cell("east", "75+", "geriatrics"), [8760, 9855, 9855]);
    expectYears("bedDays", cell("west", "18-74", "medicine"), [2500, 2722.5, 2940.3]);
    expectYears("bedDays", cell("east", "18-74", "geriatrics"), [292, 292, 292]);
    expectYears("admissions", cell("east", "18-74", "geriatrics"), [0, 0, 0]);
  });

  it("keeps the delayed share, and drops and counts activity where nobody lives", () => {
    expectYears("delayedBedDayCells", cell("east", "75+", "geriatrics"), [2190, 2463.75, 2463.75]);
    expectYears("delayedBedDayCells", cell("west", "18-74", "medicine"), [250, 272.25, 294.03]);
    expectYears("bedDays", cell("west", "75+", "medicine"), [0, 0, 0]);
    expect(figure(results, "droppedAdmissions", { area: "west", specialty: "medicine" })).toBe(10);
    expect(figure(results, "droppedBedDays", { area: "west", specialty: "medicine" })).toBe(80);
    expect(figure(results, "droppedBedDays", { area: "east", specialty: "geriatrics" })).toBe(0);
  });

  it("adds areas up", () => {
    const at = { world: "doing-nothing", area: "east", specialty: "geriatrics" };
    expectYears("emergencyAdmissions", at, [400, 450, 450]);
    expectYears("emergencyBedDays", at, [9052, 10_147, 10_147]);
    expectYears("delayedBedDays", at, [2263, 2536.75, 2536.75]);
  });
});

describe("the shift and its programme (section 5)", () => {
  const east = { programme: "home-first", area: "east" };

  it("moves money, buys places and reaches people", () => {
    expectYears("investment", east, [0, 945_000, 992_250]);
    expectYears("investment", { ...east, area: "west" }, [0, 0, 0]);
    expectYears("eligible", east, [200, 225, 225]);
    expectYears("capacity", east, [0, 9, 18]);
    expectYears("reach", east, [0, 0.4, 0.6]);
    expectYears("served", east, [0, 90, 135]);
  });

  it("multiplies activity by what the programme leaves", () => {
    const cell = { world: "scenario", area: "east", age: "75+", sex: "all", specialty: "geriatrics" };
    expectYears("admissions", cell, [400, 405, 382.5]);
    expectYears("notDelayedBedDays", cell, [6570, 6386.04, 5905.60875]);
    expectYears("delayedBedDayCells", cell, [2190, 1995.6375, 1780.059375]);
    expectYears("bedDays", { ...cell, age: "18-74" }, [292, 292, 292]);
    expectYears("admissions", { ...cell, specialty: "medicine" }, [500, 618.75, 695.75]);
  });

  it("splits by population weighted with the receiving line's need weights", () => {
    const byPeople = run({
      ...workedCase,
      shifts: workedCase.shifts.map((shift) => ({ ...shift, split: "population" as const })),
    });
    expect(figure(byPeople, "areaShare", { shift: "first", area: "east" })).toBeCloseTo(11_000 / 16_000, 12);
    expect(figure(byPeople, "areaShare", { shift: "first", area: "west" })).toBeCloseTo(5000 / 16_000, 12);
    expect(figure(results, "areaShare", { shift: "first", area: "east" })).toBe(1);
  });

  it("counts present services: the factor is what is left after over what is left now", () => {
    const present = run({
      ...workedCase,
      programmes: workedCase.programmes.map((programme) => ({ ...programme, presentCapacity: [9, 0] })),
    });
    const at = { year: "2027/28", programme: "home-first", area: "east" };
    expect(figure(present, "capacity", at)).toBeCloseTo(18, 9);
    expect(figure(present, "reach", at)).toBeCloseTo(0.6, 9);
    expect(figure(present, "served", at)).toBeCloseTo(45, 9);
    const cell = { world: "scenario", year: "2027/28", area: "east", age: "75+", sex: "all", specialty: "geriatrics" };
    expect(figure(present, "admissions", cell)).toBeCloseTo(425, 9);
    expect(figure(present, "admissions", { ...cell, world: "doing-nothing" })).toBe(450);
  });

  it("builds up on an S-curve", () => {
    const curve = run({
      ...workedCase,
      programmes: workedCase.programmes.map((programme) => ({
        ...programme,
        rampMonths: 4,
        rampShape: "s-curve" as const,
      })),
    });
    // Mid-months 1/8, 3/8, 5/8, 7/8 of the way: 3u² - 2u³ = 11/256, 81/256, 175/256, 245/256, sum 2; then 8 whole months.
    expect(figure(curve, "capacity", { year: "2027/28", programme: "home-first", area: "east" })).toBeCloseTo(
      (18 * 10) / 12,
      9,
    );
  });
});

describe("what comes out of the hospital (section 6)", () => {
  const geriatrics = { hospital: "royal", specialty: "geriatrics" };
  const medicine = { hospital: "royal", specialty: "medicine" };

  it("turns bed days into beds, and closes them in steps after the lag", () => {
    expect(figure(results, "bedsOpenBase", geriatrics)).toBeCloseTo(31, 12);
    expect(figure(results, "bedsOpenBase", medicine)).toBeCloseTo(37.5, 12);
    expectYears("bedsNeeded", { world: "doing-nothing", ...geriatrics }, [31, 34.75, 34.75]);
    expectYears("bedsNeeded", { world: "scenario", ...geriatrics }, [31, 29.704375, 27.32078125]);
    expectYears("bedsClosed", { world: "scenario", ...geriatrics }, [0, 0.5, 2]);
    expectYears("bedsClosed", { world: "doing-nothing", ...geriatrics }, [0, 0, 0]);
    expectYears("bedsExtra", { world: "doing-nothing", ...geriatrics }, [0, 3.75, 3.75]);
    expectYears("bedsExtra", { world: "scenario", ...medicine }, [0, 2.22375, 2.929125]);
    expectYears("bedsOpen", { world: "scenario", ...geriatrics }, [31, 30.5, 29]);
    expectYears("bedsOpen", { world: "doing-nothing", ...geriatrics }, [31, 34.75, 34.75]);
  });

  it("costs what is open", () => {
    expectYears("hospitalCost", { world: "doing-nothing", ...medicine }, [4_380_000, 5_075_136.66, 5_672_370.6402]);
    expectYears("hospitalCost", { world: "doing-nothing", ...geriatrics }, [4_526_000, 5_520_625, 6_072_687.5]);
    expectYears("hospitalCost", { world: "scenario", ...geriatrics }, [4_526_000, 4_896_834.525, 5_169_805.843125]);
    expectYears("notionalCost", { world: "doing-nothing", ...geriatrics }, [4_526_000, 5_580_850, 6_138_935]);
  });

  it("takes the money apart", () => {
    expectYears("releasedVariable", geriatrics, [0, 41_615.475, 129_994.156875]);
    expectYears("releasedBeds", geriatrics, [0, 40_150, 176_660]);
    expectYears("released", geriatrics, [0, 81_765.475, 306_654.156875]);
    expectYears("avoided", geriatrics, [0, 542_025, 596_227.5]);
    expectYears("notionalReduction", geriatrics, [0, 810_327.375, 1_312_445.784375]);
    expectYears("stranded", geriatrics, [0, 186_536.9, 409_564.1275]);
    expectYears("strandedFixed", geriatrics, [0, 243_098.2125, 393_733.7353125]);
    expectYears("released", medicine, [0, 0, 0]);
  });

  it("shares it back over areas", () => {
    expectYears("releasedByArea", { area: "east", specialty: "geriatrics" }, [0, 81_765.475, 306_654.156875]);
    expectYears("releasedByArea", { area: "west", specialty: "geriatrics" }, [0, 0, 0]);
    expectYears("avoidedByArea", { area: "east", specialty: "geriatrics" }, [0, 542_025, 596_227.5]);
    expectYears("bedsClosedAlone", { area: "east", specialty: "geriatrics" }, [0, 0.5, 2]);
    expectYears("hospitalCostByArea", { world: "scenario", area: "west", specialty: "medicine" }, [
      876_000,
      (5_075_136.66 * 2722.5) / 13_241.25,
      (5_672_370.6402 * 2940.3) / 13_476.375,
    ]);
  });
});

describe("where nobody is left", () => {
  it("the fixed cost of a hospital falls on areas by base-year bed days", () => {
    const left = run({
      ...workedCase,
      population: {
        ...workedCase.population,
        values: workedCase.population.values.map((people, i) => (i < 8 ? people : 0)),
      },
    });
    // 2028/29: no bed days; medicine's open beds and fixed cost go 2,500 parts of 12,500 to the West.
    const at = { world: "doing-nothing", year: "2028/29", specialty: "medicine" };
    const cost = figure(left, "hospitalCost", { ...at, hospital: "royal" });
    expect(cost).toBeGreaterThan(484 * 3285);
    expect(figure(left, "hospitalCostByArea", { ...at, area: "west" })).toBeCloseTo(cost / 5, 6);
    expect(figure(left, "hospitalCostByArea", { ...at, area: "east" })).toBeCloseTo((cost * 4) / 5, 6);
  });
});

describe("the books (section 7)", () => {
  it("moves budgets", () => {
    expectYears("budgetBeforeShifts", { line: "set-aside" }, [9_000_000, 9_450_000, 9_922_500]);
    expectYears("budget", { world: "scenario", line: "set-aside" }, [9_000_000, 8_505_000, 8_930_250]);
    expectYears("budget", { world: "scenario", line: "community" }, [2_000_000, 3_045_000, 3_197_250]);
    expectYears("budget", { world: "scenario", line: "home-care" }, [3_000_000, 3_150_000, 3_307_500]);
    expectYears("budget", { world: "doing-nothing", line: "community" }, [2_000_000, 2_100_000, 2_205_000]);
    expectYears("specialtyHolds", { specialty: "geriatrics" }, [
      (9_000_000 * 4526) / 8906,
      (9_450_000 * 4526) / 8906,
      (9_922_500 * 4526) / 8906,
    ]);
    expectYears("specialtyTaken", { specialty: "geriatrics" }, [0, 945_000, 992_250]);
    expectYears("specialtyTaken", { specialty: "medicine" }, [0, 0, 0]);
    expectYears("shiftedOut", {}, [0, 945_000, 992_250]);
  });

  it("costs the lines", () => {
    expectYears("lineCost", { world: "scenario", line: "set-aside" }, [8_906_000, 9_971_971.185, 10_842_176.483325]);
    expectYears("lineCost", { world: "scenario", line: "community" }, [2_000_000, 3_087_000, 3_286_332]);
    expectYears("lineCost", { world: "scenario", line: "home-care" }, [3_000_000, 3_534_300, 4_119_491.25]);
    expectYears("lineCost", { world: "doing-nothing", line: "home-care" }, [3_000_000, 3_543_750, 4_134_375]);
    expectYears("costByPayer", { world: "scenario", payer: "nhs-delegated" }, [2_000_000, 3_087_000, 3_286_332]);
    expectYears("budgetByPayer", { world: "scenario", payer: "council-delegated" }, [3_000_000, 3_150_000, 3_307_500]);
  });

  it("strikes the balance", () => {
    expectYears("directedSetAside", { world: "scenario" }, [9_000_000, 8_505_000, 8_930_250]);
    expectYears("trueUp", { world: "scenario" }, [94_000, -1_466_971.185, -1_911_926.483325]);
    expectYears("bridging", {}, [0, 863_234.525, 685_595.843125]);
    expectYears("position", { world: "doing-nothing" }, [94_000, -1_581_511.66, -2_738_515.1402]);
    expectYears("position", { world: "scenario" }, [94_000, -1_893_271.185, -2_812_999.733325]);
    expectYears("reservesDrawn", { world: "scenario" }, [0, 1_893_271.185, 106_728.815]);
    expectYears("reserves", { world: "scenario" }, [2_500_000, 606_728.815, 500_000]);
    expectYears("fundingGap", { world: "scenario" }, [0, 0, 2_706_270.918325]);
    expectYears("reserves", { world: "doing-nothing" }, [2_500_000, 918_488.34, 500_000]);
    expectYears("fundingGap", { world: "doing-nothing" }, [0, 0, 2_320_026.8002]);
  });

  it("adds a surplus to the reserves", () => {
    // A set-aside line of £12m: budgets are 3,150,000 and 3,307,500 higher, and so is the position.
    const rich = run({
      ...workedCase,
      lines: workedCase.lines.map((line) => (line.id === "set-aside" ? { ...line, budget0: 12_000_000 } : line)),
    });
    const reserves = YEARS.map((year) => figure(rich, "reserves", { world: "scenario", year }));
    expect(reserves[0]).toBe(2_500_000);
    expect(reserves[1]).toBeCloseTo(2_500_000 + 1_256_728.815, 6);
    expect(reserves[2]).toBeCloseTo(2_500_000 + 1_256_728.815 + 494_500.266675, 6);
    expect(figure(rich, "reservesDrawn", { world: "scenario", year: "2028/29" })).toBe(0);
  });

  it("adds up and deflates", () => {
    expectYears("releasedTotal", {}, [0, 81_765.475, 306_654.156875]);
    expectYears("avoidedTotal", {}, [0, 542_025, 596_227.5]);
    expectYears("strandedTotal", {}, [0, 186_536.9, 409_564.1275]);
    expectYears("investmentTotal", {}, [0, 945_000, 992_250]);
    expectYears("releasedTotalReal", {}, [0, 81_765.475 / 1.025, 306_654.156875 / 1.050625]);
    expectYears("strandedTotalReal", {}, [0, 186_536.9 / 1.025, 409_564.1275 / 1.050625]);
    expectYears("bridgingReal", {}, [0, 863_234.525 / 1.025, 685_595.843125 / 1.050625]);
    expectYears("budgetReal", { world: "scenario", line: "set-aside" }, [
      9_000_000,
      8_505_000 / 1.025,
      8_930_250 / 1.050625,
    ]);
    expectYears("reservesReal", { world: "scenario" }, [2_500_000, 606_728.815 / 1.025, 500_000 / 1.050625]);
  });

  it("does not break even: 623,790 and 902,882 come back of 945,000 and 992,250", () => {
    expect(breakEvenYear(results)).toBeNull();
  });
});

describe("the bridge (section 5)", () => {
  const part = (id: string, cause: string, specialty: string) =>
    figure(parts, id, { cause, year: "2027/28", area: "east", specialty });

  it("splits admissions", () => {
    // East 75+ medicine, 500 to 618.75: people × 1.125, growth × 1.1; east 18-74 medicine, 1,000 to 1,100: growth alone.
    const weight = 118.75 / Math.log(1.2375);
    expect(part("bridgeAdmissions", "demography", "medicine")).toBeCloseTo(weight * Math.log(1.125), 8);
    expect(part("bridgeAdmissions", "growth", "medicine")).toBeCloseTo(100 + weight * Math.log(1.1), 8);
    expect(part("bridgeAdmissions", "demography", "geriatrics")).toBeCloseTo(50, 8);
    expect(part("bridgeAdmissions", "home-first:admissions", "geriatrics")).toBeCloseTo(-45, 8);
    expect(part("bridgeAdmissions", "home-first:stay", "geriatrics")).toBe(0);
  });

  it("splits bed days in the two products", () => {
    // Not delayed: 7,391.25 × 0.9 × 0.96 = 6,386.04. Delayed: 2,463.75 × 0.9 × 0.9 = 1,995.6375.
    const stayed = (6386.04 - 7391.25) / Math.log(0.864);
    const delayed = (1995.6375 - 2463.75) / Math.log(0.81);
    expect(part("bridgeBedDays", "home-first:admissions", "geriatrics")).toBeCloseTo(
      (stayed + delayed) * Math.log(0.9),
      8,
    );
    expect(part("bridgeBedDays", "home-first:stay", "geriatrics")).toBeCloseTo(stayed * Math.log(0.96), 8);
    expect(part("bridgeBedDays", "home-first:delay", "geriatrics")).toBeCloseTo(delayed * Math.log(0.9), 8);
    expect(part("bridgeBedDays", "demography", "geriatrics")).toBeCloseTo(1095, 8);
  });

  it("gives health-age its own part", () => {
    // East 75+ geriatrics in 2028/29: people × 1.25, rate × 0.9; 400 to 450.
    const weight = 50 / Math.log(1.125);
    const at = { year: "2028/29", area: "east", specialty: "geriatrics" };
    expect(figure(parts, "bridgeAdmissions", { ...at, cause: "demography" })).toBeCloseTo(weight * Math.log(1.25), 8);
    expect(figure(parts, "bridgeAdmissions", { ...at, cause: "healthAge" })).toBeCloseTo(weight * Math.log(0.9), 8);
  });
});

describe("activity given for every year", () => {
  const cells = ["area", "age", "sex", "specialty"];
  const given: CommissioningCase = {
    ...workedCase,
    activity: {
      kind: "given",
      admissions: {
        dims: ["year", ...cells],
        values: Float64Array.from(
          [
            [1000, 0, 500, 400, 500, 0, 10, 0],
            [1100, 0, 600, 450, 500, 0, 10, 0],
            [1100, 0, 600, 450, 500, 0, 10, 0],
          ].flat(),
        ),
      },
      bedDays: {
        dims: ["year", ...cells],
        values: Float64Array.from(
          [
            [5000, 292, 5000, 8760, 2500, 0, 80, 0],
            [5000, 292, 6000, 9855, 2500, 0, 80, 0],
            [5000, 292, 6000, 9855, 2500, 0, 80, 0],
          ].flat(),
        ),
      },
    },
  };
  const own = run(given);

  it("takes it as it is, with the year's own days", () => {
    const at = { world: "doing-nothing", hospital: "royal", specialty: "geriatrics" };
    // 10,147 bed days in the 366 days of 2027/28 at 80 %.
    expect(figure(own, "bedsNeeded", { ...at, year: "2027/28" })).toBeCloseTo(10_147 / 292.8, 9);
    expect(figure(own, "bedsNeeded", { ...at, year: "2028/29" })).toBeCloseTo(34.75, 9);
    expect(
      figure(own, "emergencyAdmissions", {
        world: "doing-nothing",
        year: "2027/28",
        area: "east",
        specialty: "medicine",
      }),
    ).toBe(1700);
    expect(
      figure(own, "emergencyAdmissions", {
        world: "doing-nothing",
        year: "2026/27",
        area: "west",
        specialty: "medicine",
      }),
    ).toBe(500);
  });

  it("has one underlying cause", () => {
    const own2 = bridge(given, own);
    expect(own2.members["cause"]).toEqual([
      "projection",
      "home-first:admissions",
      "home-first:stay",
      "home-first:delay",
    ]);
    const at = { year: "2027/28", area: "east", specialty: "medicine" };
    expect(figure(own2, "bridgeAdmissions", { ...at, cause: "projection" })).toBeCloseTo(200, 9);
    expect(figure(own2, "bridgeBedDays", { ...at, cause: "projection" })).toBeCloseTo(1000, 9);
  });
});

describe("both worlds", () => {
  it.each(WORLDS)("%s has the base year as it was", (world) => {
    expect(
      figure(results, "emergencyBedDays", { world, year: "2026/27", area: "east", specialty: "medicine" }),
    ).toBeCloseTo(10_000, 9);
  });
});
