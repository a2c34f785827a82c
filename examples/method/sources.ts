/** The published figures that the examples are made from, read from examples/sources. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { numberIn, parseCsv, textIn } from "./csv.ts";
import type { Row } from "./csv.ts";

/** Published population of one place and year: people by sex and single year of age, 90 meaning 90 and over. */
export type PeopleBySex = Readonly<Record<SexName, readonly number[]>>;
export type SexName = "Female" | "Male";
export const SEXES: readonly SexName[] = ["Female", "Male"];
export const OLDEST = 90;
export const SCOTLAND = "S92000003";

export interface Partnership {
  readonly code: string;
  readonly name: string;
  readonly board: string;
  readonly boardName: string;
  readonly councils: readonly string[];
}

export interface Beds {
  readonly staffedBedDays: number;
  readonly occupiedBedDays: number;
}

export interface Sources {
  /** In the order of their names. */
  readonly partnerships: readonly Partnership[];
  /** Projected people, by year and code (partnerships and `SCOTLAND`), 30 June. */
  readonly projection: (year: number, code: string) => PeopleBySex;
  /** Mid-2022 estimates by council: 0-17, 18-64, 65-74, 75-84, 85 and over. */
  readonly estimate2022: (council: string) => readonly number[];
  /** Emergency admissions of calendar 2022 by partnership (weekly management information, 52 weeks). */
  readonly admissions2022: (code: string) => number;
  /** Scottish inpatient stays and bed days of 2019 by sex and ten-year band (0-9 ... 90 and over). */
  readonly inpatients2019: Readonly<Record<SexName, { readonly stays: number[]; readonly bedDays: number[] }>>;
  /** Bed statistics of the year to September 2022, by board and specialty name; nothing published is 0. */
  readonly beds: (board: string, specialtyName: string) => Beds;
  /** Emergency part of all inpatient bed days of a board, year to September 2022. */
  readonly emergencyShare: (board: string) => number;
  /** Delayed bed days of 2024/25 by council: 18-74, and 75 and over. */
  readonly delayed: (council: string) => readonly [under75: number, over75: number];
}

/** Reads every source file in the folder. Throws `Error` when a figure that the method needs is not there. */
export async function readSources(folder: string): Promise<Sources> {
  const read = async (file: string): Promise<Row[]> => parseCsv(await readFile(join(folder, file), "utf8"), file);
  const [geography, projections, estimates, admissions, inpatients, beds, types, delays] = await Promise.all([
    read("geography.csv"),
    read("population-projections.csv"),
    read("population-estimates-2022.csv"),
    read("emergency-admissions-2022.csv"),
    read("inpatients-by-age-and-sex-2019.csv"),
    read("beds-by-board-and-specialty.csv"),
    read("inpatients-by-board-and-admission-type.csv"),
    read("delayed-bed-days-2024-25.csv"),
  ]);
  const people = new Map(projections.map((row) => [keyOf(row, "Year", "HSCP", "Sex"), agesOf(row)]));
  const estimateOf = new Map(estimates.map((row) => [textIn(row, "ltla19_code"), bandsOf(row)]));
  const admissionsOf = new Map(admissions.map((row) => [textIn(row, "HSCP"), numberIn(row, "em")]));
  const delayOf = new Map(
    delays.map((row) => [keyOf(row, "ltla_code", "age_group"), numberIn(row, "delayed_bed_days")]),
  );
  const bedsOf = sumBeds(beds);
  return {
    partnerships: partnershipsOf(geography),
    projection: (year, code) => ({
      Female: found(people, `${year}/${code}/Female`),
      Male: found(people, `${year}/${code}/Male`),
    }),
    estimate2022: (council) => found(estimateOf, council),
    admissions2022: (code) => found(admissionsOf, code),
    inpatients2019: { Female: inpatientsOf(inpatients, "Female"), Male: inpatientsOf(inpatients, "Male") },
    beds: (board, name) => bedsOf.get(`${board}/${name}`) ?? { staffedBedDays: 0, occupiedBedDays: 0 },
    emergencyShare: (board) => {
      const own = types.filter((row) => row.HB === board);
      const days = (type: string): number =>
        own.filter((row) => row.AdmissionType === type).reduce((sum, row) => sum + numberIn(row, "LengthOfStay"), 0);
      return days("Emergency Inpatients") / days("All Inpatients");
    },
    delayed: (council) => [found(delayOf, `${council}/18-74`), found(delayOf, `${council}/75plus`)],
  };
}

function keyOf(row: Row, ...names: string[]): string {
  return names.map((name) => textIn(row, name)).join("/");
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The sources have no figure for ${key}.`);
  return value;
}

function agesOf(row: Row): number[] {
  return Array.from({ length: OLDEST + 1 }, (_, age) => numberIn(row, age === OLDEST ? "Age90plus" : `Age${age}`));
}

function bandsOf(row: Row): number[] {
  return ["0-17", "18-64", "65-74", "75-84", "85+"].map((band) => numberIn(row, band));
}

function partnershipsOf(geography: readonly Row[]): Partnership[] {
  const byCode = new Map<string, Partnership>();
  for (const row of geography) {
    const code = textIn(row, "HSCP");
    const councils = [...(byCode.get(code)?.councils ?? []), textIn(row, "CA")];
    const [name, board, boardName] = [textIn(row, "HSCPName"), textIn(row, "HB"), textIn(row, "HBName")];
    byCode.set(code, { code, name, board, boardName, councils });
  }
  return [...byCode.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function inpatientsOf(rows: readonly Row[], sex: SexName): { stays: number[]; bedDays: number[] } {
  const stays = Array.from({ length: 10 }, () => 0);
  const bedDays = Array.from({ length: 10 }, () => 0);
  for (const row of rows.filter((one) => one.sex === sex)) {
    const band = Math.floor(Number.parseInt(textIn(row, "age"), 10) / 10);
    stays[band] = (stays[band] as number) + numberIn(row, "stays");
    bedDays[band] = (bedDays[band] as number) + numberIn(row, "length_of_stay");
  }
  return { stays, bedDays };
}

/** Four quarters to a year. Groups of specialties have no code, so rows are known by name. */
function sumBeds(rows: readonly Row[]): Map<string, Beds> {
  const beds = new Map<string, Beds>();
  for (const row of rows) {
    const key = keyOf(row, "HB", "SpecialtyName");
    const sofar = beds.get(key);
    beds.set(key, {
      staffedBedDays: (sofar?.staffedBedDays ?? 0) + numberIn(row, "AllStaffedBeddays"),
      occupiedBedDays: (sofar?.occupiedBedDays ?? 0) + numberIn(row, "TotalOccupiedBeddays"),
    });
  }
  return beds;
}
