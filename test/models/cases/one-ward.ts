/**
 * One area, one ward at one hospital, two years, no growth and no prices: 14,600 bed days are 50 beds at 80 % in 365 days.
 * Everyone is reached, so bed days become 14,600 * (1 - effect): at 0.25, 10,950 and 37.5 beds.
 */
import type { CommissioningCase, NamedArray, Programme, Specialty } from "../../../models/index.ts";
import { workedCase } from "./worked-case.ts";

export const block = (dims: readonly string[], values: readonly number[]): NamedArray => ({
  dims,
  values: Float64Array.from(values),
});

export const atWard = (value: number): NamedArray => block(["hospital", "specialty"], [value]);

/** £100 a bed day: 0.2 variable, 0.5 semi-fixed, 0.3 fixed; beds close one at a time, at once. */
export function oneWard(
  effect: number,
  ofSpecialty: Partial<Specialty> = {},
  ofCase: Partial<CommissioningCase> = {},
): CommissioningCase {
  const flat = [0, 0];
  const specialty: Specialty = {
    ...(workedCase.specialties[1] as Specialty),
    directCost: 100,
    closureStep: 1,
    releaseLagMonths: 0,
    ...ofSpecialty,
  };
  const programme: Programme = {
    ...(workedCase.programmes[0] as Programme),
    unitCost: 1,
    throughput: 1000,
    rampMonths: 0,
    maxReach: 1,
    eligibleShare: 1,
    targets: block(["age", "sex", "specialty"], [1]),
    effectOnAdmissions: effect,
    effectOnStay: 0,
    effectOnDelay: 0,
    lineSaving: {},
  };
  return {
    ...workedCase,
    firstYear: 2024,
    yearCount: 2,
    areas: ["all"],
    bands: [{ id: "all ages", lower: 0, middle: 40 }],
    useOf: block(["area", "hospital", "specialty"], [1]),
    population: block(["year", "area", "age", "sex"], [1000, 1000]),
    activity: {
      kind: "projected",
      admissions0: block(["area", "age", "sex", "specialty"], [1460]),
      bedDays0: block(["area", "age", "sex", "specialty"], [14_600]),
    },
    delayedBedDays0: block(["area", "specialty"], [0]),
    growth: [0],
    stayDrift: [0],
    healthAgeShift: flat,
    inflation: { hospital: flat, care: flat },
    deflator: flat,
    specialties: [specialty],
    programmes: [programme],
    shifts: [
      {
        id: "new-money",
        from: null,
        to: programme.id,
        amount: 1_000_000,
        priceBase: "cash",
        startMonth: 12,
        phase: [1],
        split: [1],
      },
    ],
    lines: workedCase.lines.map((line) => ({ ...line, needWeight: undefined, uplift: flat })),
    ...ofCase,
  };
}
