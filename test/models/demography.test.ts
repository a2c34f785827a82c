/**
 * A published check: inpatient bed days at constant rates by age and sex, 2023 to 2033. Scotland's rates of 2019 (ten-year
 * bands) on the 2018-based projections give +14.4 % for Scotland, from +7.5 % (Dundee) to +22.9 % (Midlothian). Those
 * projections are superseded: they check the arithmetic and nothing else.
 * Contains public sector information licensed under the Open Government Licence v3.0: Public Health Scotland (bed days),
 * National Records of Scotland (people on 30 June).
 */
import { describe, expect, it } from "vitest";
import { createCommissioningRunner, type NamedArray } from "../../models/index.ts";
import { figure } from "./cases/figure.ts";
import { workedCase } from "./cases/worked-case.ts";

const AREAS = ["Scotland", "Dundee City", "Midlothian"] as const;
const SEXES = ["female", "male"] as const;
const LOWER = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90];

/** Bed days of 2019, and people of Scotland in 2019, from the youngest band to 90 and over. */
const BED_DAYS = {
  female: [13574, 21542, 54349, 76831, 111321, 207392, 328667, 530020, 684744, 263506],
  male: [17375, 20628, 47874, 74477, 121760, 241752, 369451, 524260, 485171, 118191],
};
const PEOPLE_2019 = {
  female: [277405, 280239, 362231, 365780, 348799, 409271, 332702, 254517, 134765, 29880],
  male: [292546, 292994, 366246, 353781, 331288, 384526, 311222, 219913, 91125, 13214],
};
const PEOPLE_2023 = {
  Scotland: {
    female: [262384, 292799, 333299, 381320, 340941, 399572, 360801, 270355, 139838, 31433],
    male: [277219, 306310, 341981, 373886, 325937, 370636, 335321, 237783, 98192, 15571],
  },
  "Dundee City": {
    female: [6929, 8262, 12472, 11701, 8322, 9042, 8802, 6477, 3653, 909],
    male: [7385, 8217, 12063, 11787, 7602, 8432, 8041, 5490, 2342, 381],
  },
  Midlothian: {
    female: [5843, 5490, 5032, 7416, 6448, 6958, 6169, 4884, 2232, 407],
    male: [5983, 5546, 4916, 6500, 6000, 6216, 5646, 4171, 1627, 242],
  },
};
const PEOPLE_2033 = {
  Scotland: {
    female: [249834, 271488, 335192, 346165, 387257, 338714, 383756, 315071, 174667, 36755],
    male: [262458, 286906, 343148, 356093, 376310, 318874, 347389, 275601, 135670, 21553],
  },
  "Dundee City": {
    female: [6574, 7645, 12921, 10216, 10678, 7898, 8391, 7374, 4022, 1027],
    male: [6977, 7757, 12179, 10564, 10048, 7175, 7532, 6330, 2891, 400],
  },
  Midlothian: {
    female: [6113, 6158, 5505, 7320, 8854, 6848, 6926, 5703, 3172, 480],
    male: [6365, 6287, 5300, 6608, 7919, 6192, 6155, 4827, 2488, 368],
  },
};
type People = typeof PEOPLE_2023;

const YEARS = 11;

/** A value for each area, band and sex, in the order of the model's cells. */
function cells(value: (area: keyof People, sex: "female" | "male", band: number) => number): number[] {
  return AREAS.flatMap((area) => LOWER.flatMap((_, band) => SEXES.map((sex) => value(area, sex, band))));
}
const block = (dims: readonly string[], values: readonly number[]): NamedArray => ({
  dims,
  values: Float64Array.from(values),
});
const at = (people: People, area: keyof People, sex: "female" | "male", band: number): number =>
  people[area][sex][band] as number;

/** National rates on each area's own people; between the two years people change by the same number every year. */
function constantRates() {
  const bedDays0 = cells(
    (area, sex, band) =>
      ((BED_DAYS[sex][band] as number) / (PEOPLE_2019[sex][band] as number)) * at(PEOPLE_2023, area, sex, band),
  );
  const population = Array.from({ length: YEARS }, (_, t) =>
    cells((area, sex, band) => {
      const first = at(PEOPLE_2023, area, sex, band);
      return first + (t / (YEARS - 1)) * (at(PEOPLE_2033, area, sex, band) - first);
    }),
  ).flat();
  const zeros = Array.from({ length: YEARS }, () => 0);
  return {
    ...workedCase,
    firstYear: 2023,
    yearCount: YEARS,
    areas: AREAS,
    bands: LOWER.map((lower) => ({ id: `${lower}`, lower, middle: lower + 5 })),
    sexes: SEXES,
    useOf: block(["area", "hospital", "specialty"], [1, 1, 1]),
    population: block(["year", "area", "age", "sex"], population),
    activity: {
      kind: "projected" as const,
      // Stays of a week each: how many admissions there are has no part in the growth of bed days.
      admissions0: block(
        ["area", "age", "sex", "specialty"],
        bedDays0.map((days) => days / 7),
      ),
      bedDays0: block(["area", "age", "sex", "specialty"], bedDays0),
    },
    delayedBedDays0: block(["area", "specialty"], [0, 0, 0]),
    growth: [0],
    stayDrift: [0],
    healthAgeShift: zeros,
    inflation: { hospital: zeros, care: zeros },
    deflator: zeros,
    specialties: workedCase.specialties.slice(0, 1),
    programmes: [],
    shifts: [],
    lines: workedCase.lines.map((line) => ({ ...line, needWeight: undefined, uplift: zeros })),
  };
}

describe("bed days at constant rates, 2023 to 2033", () => {
  const results = createCommissioningRunner().run(constantRates(), ["emergencyBedDays"]);

  it.each([
    ["Scotland", 0.144],
    ["Dundee City", 0.075],
    ["Midlothian", 0.229],
  ])("%s: %d more", (area, published) => {
    const days = (year: string): number =>
      figure(results, "emergencyBedDays", { world: "doing-nothing", year, area, specialty: "medicine" });
    // The published figures are rounded down or to the nearest tenth of a per cent: 7.5 % is 7.53 to 7.56 %.
    expect(Math.abs(days("2033/34") / days("2023/24") - 1 - published)).toBeLessThan(0.001);
  });
});
