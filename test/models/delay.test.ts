/**
 * Standard delay and code 9 (section 12), worked by hand on the small case of docs/method/worked-example.md. Geriatrics,
 * east, 75+, in 2027/28: 9855 bed days when doing nothing, a quarter of them (2263 of 292 + 8760) delay: 2463.75. The
 * programme reaches 0.4 of the eligible half and avoids half of their admissions (x 0.9); of delay all are eligible, and it ends a
 * quarter (x 0.9).
 */
import { describe, expect, it } from "vitest";
import { bridge, bridgeInputs, createCommissioningRunner, ModelInputError } from "../../models/index.ts";
import type { CommissioningCase } from "../../models/index.ts";
import { figure, valuesOf } from "./cases/figure.ts";
import { workedCase } from "./cases/worked-case.ts";

const runner = createCommissioningRunner();
const IDS = ["delayedBedDayCells", "standardDelayCells", "code9DelayCells", "notDelayedBedDays"];
const inCell = (given: CommissioningCase, id: string, world: string): number =>
  figure(runner.run(given, IDS), id, {
    world,
    year: "2027/28",
    area: "east",
    age: "75+",
    sex: "all",
    specialty: "geriatrics",
  });
/** East: medicine none, geriatrics two fifths of the delay: 0.4 x 2263 = 905.2. West: none. */
const code9BedDays0 = { dims: ["area", "specialty"], values: Float64Array.of(0, 905.2, 0, 0) };
const withCode9 = { ...workedCase, code9BedDays0 };

describe("code 9", () => {
  it("is a part of delay that quicker discharge does not reach", () => {
    expect(inCell(withCode9, "standardDelayCells", "doing-nothing")).toBeCloseTo(1478.25, 9);
    expect(inCell(withCode9, "code9DelayCells", "doing-nothing")).toBeCloseTo(985.5, 9);
    // 0.6 x 2463.75 x 0.9 x 0.9, and 0.4 x 2463.75 x 0.9: those never admitted are not delayed either.
    expect(inCell(withCode9, "standardDelayCells", "scenario")).toBeCloseTo(1197.3825, 9);
    expect(inCell(withCode9, "code9DelayCells", "scenario")).toBeCloseTo(886.95, 9);
    expect(inCell(withCode9, "delayedBedDayCells", "scenario")).toBeCloseTo(2084.3325, 9);
  });

  it("where none is known all delay is standard, to the last bit", () => {
    const none = { ...code9BedDays0, values: new Float64Array(4) };
    const [absent, given] = [workedCase, { ...workedCase, code9BedDays0: none, delayInScope: [1, 1] }].map((each) =>
      valuesOf(runner.run(each, IDS), "delayedBedDayCells").slice(),
    );
    expect(given).toEqual(absent);
    expect(inCell(workedCase, "code9DelayCells", "scenario")).toBe(0);
  });

  it("keeps the bridge exact: less is explained by quicker discharge", () => {
    const parts = (given: CommissioningCase, cause: string): number =>
      figure(bridge(given, runner.run(given, bridgeInputs(given))), "bridgeBedDays", {
        cause,
        year: "2027/28",
        area: "east",
        specialty: "geriatrics",
      });
    const of = (given: CommissioningCase): number =>
      ["admissions", "stay", "delay"].reduce((sum, effect) => sum + parts(given, `home-first:${effect}`), 0);
    // Not delayed 7391.25 to 6386.04 (x 0.9 x 0.96); delayed 2463.75 to 2084.3325 with code 9, to 1995.6375 without.
    expect(of(withCode9)).toBeCloseTo(-1005.21 - 379.4175, 8);
    expect(of(workedCase)).toBeCloseTo(-1005.21 - 468.1125, 8);
    expect(parts(withCode9, "home-first:delay")).toBeGreaterThan(parts(workedCase, "home-first:delay"));
  });

  it("is refused above the delay that it is part of", () => {
    const above = { ...code9BedDays0, values: Float64Array.of(0, 2300, 0, 0) };
    expect(() => runner.run({ ...workedCase, code9BedDays0: above }, IDS)).toThrow(ModelInputError);
    expect(() => runner.run({ ...workedCase, code9BedDays0: above }, IDS)).toThrow(
      /east, geriatrics: 2300 code 9 bed days are more than its 2263 delayed bed days/,
    );
  });
});

describe("published delay of all hospitals", () => {
  it("counts by its share in scope", () => {
    const half = { ...withCode9, delayInScope: [0.5, 1] };
    // 0.5 x 2463.75, of which two fifths are code 9 as before; what is no delay is the rest of 9855.
    expect(inCell(half, "delayedBedDayCells", "doing-nothing")).toBeCloseTo(1231.875, 9);
    expect(inCell(half, "code9DelayCells", "doing-nothing")).toBeCloseTo(492.75, 9);
    expect(inCell(half, "notDelayedBedDays", "doing-nothing")).toBeCloseTo(8623.125, 9);
    expect(() => runner.run({ ...workedCase, delayInScope: [0.5, 1.2] }, IDS)).toThrow(/delay in scope/);
  });
});
