/** The derived and illustrative figures as the tables of a dataset. */
import { financialYears } from "../../models/index.ts";
import { assumptionsTable, commonTables, type WritableTable } from "../../datasets/index.ts";
import { assumptionRows } from "../illustrative/assumptions.ts";
import { COST_TYPES, LINES } from "../illustrative/budget-lines.ts";
import { costOf } from "../illustrative/costs.ts";
import { BASE_YEAR, boardBeds, deriveActivity } from "./activity.ts";
import { deriveDelay } from "./delay.ts";
import { BANDS, peopleInBand, rebasedPopulation } from "./population.ts";
import type { Partnership, Sources } from "./sources.ts";
import { SPECIALTIES } from "./specialties.ts";

export const YEAR_COUNT = 11;
const SEX = "all";
const DAYS_A_YEAR = 365;

export interface HospitalShare {
  readonly area: string;
  readonly hospital: string;
  readonly specialty: string;
  readonly share: number;
}

export interface ExampleShape {
  readonly areas: readonly Partnership[];
  readonly hospitals: readonly { readonly id: string; readonly label: string }[];
  readonly useOfHospitals: readonly HospitalShare[];
}

/** "Clackmannanshire and Stirling" is "clackmannanshire-and-stirling". */
export function idOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

/** Every table of an example. Numbers are kept to three decimals; budgets are rounded to £100,000. */
export function exampleTables(sources: Sources, { areas, hospitals, useOfHospitals }: ExampleShape): WritableTable[] {
  const people = rebasedPopulation(sources);
  const { admissions, bedDays } = deriveActivity(sources, areas, people);
  const years = financialYears(BASE_YEAR, YEAR_COUNT);
  const population = years.flatMap((year, t) =>
    areas.flatMap((area) => {
      const own = people(BASE_YEAR + t, area);
      return BANDS.map((band) => ({
        year,
        area: idOf(area.name),
        band: band.id,
        people: tidy(peopleInBand(own, band)),
      }));
    }),
  );
  const cells = areas.flatMap((area, l) => {
    const delay = deriveDelay(sources, area, bedDays[l] as readonly (readonly number[])[]);
    return BANDS.flatMap((band, a) =>
      SPECIALTIES.map((specialty, k) => ({
        area: idOf(area.name),
        band: band.id,
        specialty: specialty.id,
        admissions: tidy(admissions[l]?.[a]?.[k] as number),
        bedDays: tidy(bedDays[l]?.[a]?.[k] as number),
        delayed: tidy(delay[a]?.[k] as number),
      })),
    );
  });
  const firstYear = population.filter((row) => row.year === years[0]);
  const residents = firstYear.reduce((sum, row) => sum + row.people, 0);
  const setAsideCost = cells.reduce((sum, cell) => {
    const { directCost, inScope } = costOf(cell.specialty);
    return sum + cell.bedDays * directCost * inScope;
  }, 0);
  const boards = [...new Set(areas.map((area) => area.board))];
  const beds = SPECIALTIES.map((specialty) =>
    tidy(boards.reduce((sum, board) => sum + boardBeds(sources, board, specialty).staffedBedDays, 0) / DAYS_A_YEAR),
  );
  const lines = [
    { id: "set-aside", label: "Set-aside", payer: "set-aside", costType: "hospital", budget: roundMoney(setAsideCost) },
    ...LINES.map(({ perHead, ...line }) => ({ ...line, budget: roundMoney(perHead * residents) })),
  ];
  const weights = LINES.flatMap((line) =>
    BANDS.map((band) => ({ line: line.id, band: band.id, weight: needAt(line.needFromAge, band.lower) })),
  );
  return [
    ...commonTables({
      areas: areas.map(({ name }) => ({ id: idOf(name), label: name })),
      hospitals,
      sexes: [{ id: SEX, label: "All people" }],
      bands: BANDS,
      specialties: SPECIALTIES.map(({ id, label }) => {
        const { inScope, directCost } = costOf(id);
        return { id, label, line: inScope > 0 ? "set-aside" : null, inScope, directCost };
      }),
      costTypes: COST_TYPES,
      lines,
      useOfHospitals,
    }),
    {
      name: "population",
      columns: [
        { name: "financial_year", texts: population.map((row) => row.year) },
        { name: "area", texts: population.map((row) => row.area) },
        { name: "age_band", texts: population.map((row) => row.band) },
        { name: "sex", texts: population.map(() => SEX) },
        { name: "people", numbers: population.map((row) => row.people) },
      ],
    },
    {
      name: "activity",
      columns: [
        { name: "area", texts: cells.map((row) => row.area) },
        { name: "age_band", texts: cells.map((row) => row.band) },
        { name: "sex", texts: cells.map(() => SEX) },
        { name: "specialty", texts: cells.map((row) => row.specialty) },
        { name: "admissions", numbers: cells.map((row) => row.admissions) },
        { name: "bed_days", numbers: cells.map((row) => row.bedDays) },
      ],
    },
    {
      name: "delayed",
      columns: [
        { name: "area", texts: cells.map((row) => row.area) },
        { name: "age_band", texts: cells.map((row) => row.band) },
        { name: "specialty", texts: cells.map((row) => row.specialty) },
        { name: "bed_days", numbers: cells.map((row) => row.delayed) },
      ],
    },
    {
      name: "staffed-beds",
      columns: [
        { name: "specialty", texts: SPECIALTIES.map((specialty) => specialty.id) },
        { name: "beds", numbers: beds },
      ],
    },
    {
      name: "need-weights",
      columns: [
        { name: "line", texts: weights.map((row) => row.line) },
        { name: "age_band", texts: weights.map((row) => row.band) },
        { name: "weight", numbers: weights.map((row) => row.weight) },
      ],
    },
    assumptionsTable(assumptionRows(BASE_YEAR, YEAR_COUNT, residents)),
  ];
}

function needAt(needFromAge: Readonly<Record<number, number>>, age: number): number {
  const from = Object.keys(needFromAge).map(Number);
  const last = from.findLast((start) => start <= age);
  return last === undefined ? 0 : (needFromAge[last] as number);
}

/** Three decimals: enough that sums agree with the published totals, few enough to read. */
function tidy(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function roundMoney(value: number): number {
  return Math.round(value / 100_000) * 100_000;
}
