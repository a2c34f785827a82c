/** The bridge of a scenario that replaces formulas: it still adds up, and no programme is given what it did not do. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fillRemainders, REPLACED_FORMULAS } from "../../models/attribution/remainder.ts";
import { bridge, bridgeInputs, commissioningVariables, createCommissioningRunner } from "../../models/index.ts";
import { workedCase } from "./cases/worked-case.ts";

const runner = createCommissioningRunner();
const { yearCount, areas, specialties } = workedCase;
const places = yearCount * areas.length * specialties.length;

/** The bridge of bed days where the formula of `variable` is multiplied; and the change, place by place. */
function bridged(variable: string, factor: string) {
  const own = commissioningVariables.find((each) => each.id === variable)?.formula ?? "";
  const results = runner.run(workedCase, [...bridgeInputs(workedCase), "emergencyBedDays"], {
    added: [],
    overrides: [{ variable, formula: `(${own}) * (${factor})` }],
  });
  const causes = bridge(workedCase, results);
  const bedDays = results.values.get("emergencyBedDays")?.values ?? new Float64Array();
  const change = Array.from({ length: places }, (_, place) => {
    const inBaseYear = place % (areas.length * specialties.length);
    return (bedDays[places + place] as number) - (bedDays[inBaseYear] as number);
  });
  const parts = causes.values.get("bridgeBedDays")?.values ?? new Float64Array();
  return { names: causes.members["cause"] ?? [], parts, change };
}

describe("a bridge whose formulas are replaced", () => {
  it("has two causes more, and adds up in every year and place", () => {
    const factors = fc.tuple(fc.integer({ min: -9, max: 40 }), fc.integer({ min: 1, max: 40 }), fc.boolean());
    const blocks = ["notDelayedBedDays", "delayedBedDayCells", "admissions", "programmeStayFactor"];
    fc.assert(
      fc.property(fc.constantFrom(...blocks), factors, (variable, [one, other, byYear]) => {
        const test = byYear ? "leapDay > 0" : "inScenario > 0";
        const { names, parts, change } = bridged(variable, `${test} ? ${one / 10} : ${other / 10}`);
        expect(names.slice(-2)).toEqual(REPLACED_FORMULAS);
        for (let place = 0; place < places; place++) {
          const sum = names.reduce((total, _, cause) => total + (parts[cause * places + place] as number), 0);
          const size = Math.max(1, ...names.map((_, cause) => Math.abs(parts[cause * places + place] as number)));
          expect(Math.abs(sum - (change[place] as number))).toBeLessThan(1e-9 * size);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("gives what the formula did to the formula, not to a programme", () => {
    // A fifth more bed days in the scenario alone: of the bridge to doing nothing nothing is left over.
    const plain = bridged("notDelayedBedDays", "1");
    const more = bridged("notDelayedBedDays", "inScenario > 0 ? 1.2 : 1");
    const part = ({ names, parts }: typeof more, cause: string, place: number) =>
      parts[names.indexOf(cause) * places + place] as number;
    for (let place = 0; place < places; place++) {
      expect(part(plain, "formulasInScenario", place)).toBeCloseTo(0, 6);
      expect(part(more, "formulas", place)).toBeCloseTo(0, 6);
      const difference = (more.change[place] as number) - (plain.change[place] as number);
      if (difference > 1) expect(part(more, "formulasInScenario", place)).toBeGreaterThan(0);
    }
  });

  it("is as it was where what is replaced has nothing to do with activity", () => {
    const { names } = bridged("hospitalCost", "2");
    expect(names).not.toContain("formulas");
  });
});

describe("what no cause explains", () => {
  it("is the change less the parts of its link, and a part that is no number explains nothing", () => {
    // Two places; causes: one of the first link, two of the second, and the two that are filled.
    const parts = Float64Array.of(4, NaN, 1, -2, -Infinity, 3, 0, 0, 0, 0);
    const changes = { underlying: Float64Array.of(10, 7), effects: Float64Array.of(-5, 1) };
    fillRemainders(parts, changes, 2, 5, 1);
    expect([...parts]).toEqual([4, 0, 1, -2, 0, 3, 6, 7, -6, 0]);
  });
});
