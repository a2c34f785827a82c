/**
 * The examples against figures from elsewhere: published totals, and Scotland's growth of bed days at constant age rates
 * computed twice by others (1.1437 and 1.1441 from 2023 to 2033).
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { deriveActivity } from "../../examples/method/activity.ts";
import { numberIn, parseCsv } from "../../examples/method/csv.ts";
import { BANDS, peopleInBand, rebasedPopulation } from "../../examples/method/population.ts";
import { expectedUse, nationalRates } from "../../examples/method/rates.ts";
import { SCOTLAND, SEXES, readSources } from "../../examples/method/sources.ts";
import type { PeopleBySex } from "../../examples/method/sources.ts";
import { SPECIALTIES } from "../../examples/method/specialties.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = await readSources(`${root}/examples/sources`);
const rebased = rebasedPopulation(sources);
const rates = nationalRates(sources, "bedDays");
const GRAMPIAN = "S08000020";
const grampian = sources.partnerships.filter((one) => one.board === GRAMPIAN);

/** Everybody in Scotland, as the sum of the partnerships. */
const total = (of: (code: (typeof sources.partnerships)[number]) => number): number =>
  sources.partnerships.reduce((sum, partnership) => sum + of(partnership), 0);
const aged = (people: PeopleBySex, lower: number, upper: number): number =>
  peopleInBand(people, { id: "", label: "", lower, upper, middle: 0 });

describe("Scotland, 2023 to 2033", () => {
  test("the partnerships sum to Scotland's published row: every year, sex and age", () => {
    for (let year = 2022; year <= 2034; year++) {
      const scotland = sources.projection(year, SCOTLAND);
      const parts = sources.partnerships.map(({ code }) => sources.projection(year, code));
      for (const sex of SEXES) {
        scotland[sex].forEach((people, age) => {
          expect(parts.reduce((sum, part) => sum + (part[sex][age] as number), 0)).toBe(people);
        });
      }
    }
  });

  test("bed days at constant age rates grow 14.4 %, as projected and rebased", () => {
    const asProjected = (year: number) => expectedUse(sources.projection(year, SCOTLAND), rates);
    const growth = asProjected(2033) / asProjected(2023);
    expect(Math.abs(growth - 1.1437)).toBeLessThan(0.001);
    expect(Math.abs(growth - 1.1441)).toBeLessThan(0.001);
    const asRebased = (year: number) => total((one) => expectedUse(rebased(year, one), rates));
    expect(((asRebased(2033) / asRebased(2023) - 1) * 100).toFixed(1)).toBe("14.4");
  });

  test.each([
    [75, 84, "17.0"],
    [85, 90, "31.6"],
  ])("people aged %i to %i grow by %s %%, as projected and rebased", (lower, upper, percent) => {
    const asProjected = (year: number) => aged(sources.projection(year, SCOTLAND), lower, upper);
    const asRebased = (year: number) => total((one) => aged(rebased(year, one), lower, upper));
    for (const people of [asProjected, asRebased]) {
      expect(((people(2033) / people(2023) - 1) * 100).toFixed(1)).toBe(percent);
    }
  });

  test("each partnership's growth, as projected, agrees with another computation to 0.001", () => {
    const file = fileURLToPath(new URL("files/inpatient-growth-by-partnership.csv", import.meta.url));
    const expected = parseCsv(readFileSync(file, "utf8").replaceAll("\r", ""), file);
    expect(expected.length).toBe(32);
    for (const row of expected) {
      const use = (year: number) => expectedUse(sources.projection(year, row.HSCP as string), rates);
      for (const year of [2028, 2033]) {
        const difference = use(year) / use(2023) - numberIn(row, `bed_day_index_${year}`);
        expect([row.HSCPName, Math.abs(difference) < 0.001]).toEqual([row.HSCPName, true]);
      }
    }
  });
});

describe("population", () => {
  test("is the mid-2022 estimate in every band of the estimates", () => {
    const bands = [0, 18, 65, 75, 85, 91];
    for (const partnership of sources.partnerships) {
      const people = rebased(2022, partnership);
      bands.slice(0, -1).forEach((lower, i) => {
        const estimate = partnership.councils.reduce((sum, one) => sum + (sources.estimate2022(one)[i] as number), 0);
        expect(aged(people, lower, (bands[i + 1] as number) - 1)).toBeCloseTo(estimate, 6);
      });
    }
    // Scotland's mid-2022 estimate.
    expect(Math.round(total((one) => aged(rebased(2022, one), 0, 90)))).toBe(5_447_700);
  });

  test("bands leave nobody out", () => {
    const people = rebased(2024, grampian[0] as (typeof grampian)[number]);
    const whole = SEXES.reduce((sum, sex) => sum + people[sex].reduce((part, one) => part + one, 0), 0);
    expect(BANDS.reduce((sum, band) => sum + peopleInBand(people, band), 0)).toBeCloseTo(whole, 6);
    expect(BANDS.map((band) => band.id).slice(0, 3)).toEqual(["0-17", "18-24", "25-29"]);
    expect(BANDS.length).toBe(16);
  });
});

describe("NHS Grampian, year to September 2022", () => {
  test.each([
    ["Medical Grouping", 658, 92],
    ["General Medicine", 218, 91],
    ["Geriatric Medicine - units other than long stay", 108, 93],
  ])("%s: %i staffed beds at %i %%", (name, beds, percent) => {
    const found = sources.beds(GRAMPIAN, name);
    expect(Math.round(found.staffedBedDays / 365)).toBe(beds);
    expect(Math.round((100 * found.occupiedBedDays) / found.staffedBedDays)).toBe(percent);
  });

  test("2022's activity adds up to the published admissions and occupied bed days", () => {
    const { admissions, bedDays } = deriveActivity(sources, grampian, rebased, 2022);
    const sum = (block: readonly (readonly number[])[]) => block.flat().reduce((part, one) => part + one, 0);
    expect(grampian.map((one) => one.name)).toEqual(["Aberdeen City", "Aberdeenshire", "Moray"]);
    expect(sum(admissions[0] as number[][])).toBeCloseTo(20_742, 6);
    expect(sum(admissions[1] as number[][])).toBeCloseTo(22_102, 6);
    const ofSpecialty = (id: string) => {
      const k = SPECIALTIES.findIndex((one) => one.id === id);
      return sum(bedDays.map((area) => area.map((band) => band[k] as number)));
    };
    // 18,668 + 18,141 + 17,348 + 18,272, and likewise.
    expect(ofSpecialty("general-medicine")).toBeCloseTo(72_429, 6);
    expect(ofSpecialty("geriatric-medicine")).toBeCloseTo(36_531, 6);
    expect(ofSpecialty("gp-beds")).toBeCloseTo(66_322, 6);
  });

  test("geriatric medicine has nobody under 65, the others of the set-aside nobody under 18", () => {
    const { admissions, bedDays } = deriveActivity(sources, grampian, rebased);
    for (const block of [admissions, bedDays]) {
      for (const area of block) {
        BANDS.forEach((band, a) => {
          SPECIALTIES.forEach((specialty, k) => {
            expect((area[a]?.[k] as number) > 0).toBe(band.lower >= specialty.youngest);
          });
        });
      }
    }
  });
});

test("delayed bed days of 2024/25: 18,066, 30,085 and 12,737, and 719,643 over all councils", () => {
  const days = (councils: readonly string[]) =>
    councils.flatMap((council) => [...sources.delayed(council)]).reduce((sum, one) => sum + one, 0);
  expect(grampian.map((one) => days(one.councils))).toEqual([18_066, 30_085, 12_737]);
  expect(total((one) => days(one.councils))).toBe(719_643);
});
