/** The tables of an opened package to a checked dataset. */
import { financialYears } from "../models/index.ts";
import type { NamedArray } from "../models/index.ts";
import type { Table } from "./arrow/table.ts";
import type { Axes } from "./check/axes.ts";
import { readActivity, readDelayed, refuseDelayBeyondBedDays } from "./check/activity.ts";
import { assumptionRules } from "./check/assumption-keys.ts";
import { readAssumptions } from "./check/assumptions.ts";
import { readBands } from "./check/bands.ts";
import { fillBlock, locateCells } from "./check/block.ts";
import { numberColumn } from "./check/columns.ts";
import { readDemand } from "./check/demand.ts";
import { readLines, readSpecialties } from "./check/lines.ts";
import { membersOf, readMembers } from "./check/members.ts";
import type { Members } from "./check/members.ts";
import { readUseOfHospitals } from "./check/use-of-hospitals.ts";
import { DatasetError } from "./dataset-error.ts";
import type { Dataset } from "./dataset.ts";
import { DESCRIPTOR_NAME } from "./package/descriptor.ts";
import { datasetHash } from "./package/hash.ts";
import type { OpenedPackage } from "./package/open.ts";
import { fieldOf } from "./package/table-specs.ts";
import type { TableName } from "./package/table-specs.ts";

/** Checks every table and joins them. Throws `DatasetError` at the first thing that is wrong. */
export function assembleDataset({ descriptor, tables }: OpenedPackage): Dataset {
  const { careshift } = descriptor;
  const required = (name: TableName): Table => {
    const table = tables.get(name);
    if (table === undefined) throw missingTable(name);
    return table;
  };
  const years = financialYears(careshift.firstYear, careshift.yearCount);
  const areas = readMembers(required("areas"), "areas", "area");
  const hospitals = readMembers(required("hospitals"), "hospitals", "hospital");
  const sexes = readMembers(required("sexes"), "sexes", "sex");
  const bands = readBands(required("age-bands"));
  const costTypes = readMembers(required("cost-types"), "cost-types", "cost type", true);
  const lines = readLines(required("budget-lines"), tables.get("need-weights"), costTypes, bands.members);
  const specialties = readSpecialties(required("specialties"), lines);
  if (!costTypes.positions.has(careshift.hospitalCostType)) throw unknownCostType(careshift.hospitalCostType);

  const axes: Axes = {
    years: membersOf(
      "financial year",
      years.map((year) => ({ id: year, label: year })),
    ),
    areas,
    bands: bands.members,
    sexes,
    specialties: specialties.members,
  };
  const demand = tables.get("demand");
  if (demand !== undefined) for (const name of ["population", "activity"] as const) refuseTwice(tables, name);
  const { population, activity, delayed } =
    demand === undefined
      ? {
          population: readPopulation(required("population"), axes),
          activity: readActivity(required("activity"), axes),
          delayed: null,
        }
      : readDemand(demand, axes);
  if (delayed !== null) refuseTwice(tables, "delayed");
  const delayedBedDays0 = delayed ?? readDelayed(required("delayed"), axes);
  refuseDelayBeyondBedDays(
    delayedBedDays0,
    activity,
    axes,
    delayed === null ? "delayed.arrow" : (demand as Table).file,
  );

  const rules = assumptionRules({
    specialties: specialties.list.map((one) => one.id),
    lines: lines.list.map((one) => one.id),
    costTypes: costTypes.list.map((one) => one.id),
    years,
  });
  const ids = specialties.list.map((one) => one.id);
  return {
    name: descriptor.name,
    title: descriptor.title,
    hash: datasetHash(descriptor),
    firstYear: careshift.firstYear,
    yearCount: careshift.yearCount,
    definitions: careshift.definitions,
    areas: areas.list,
    bands: bands.list,
    sexes: sexes.list,
    hospitals: hospitals.list,
    specialties: specialties.list,
    lines: lines.list,
    costTypes: costTypes.list,
    hospitalCostType: careshift.hospitalCostType,
    useOf: readUseOfHospitals(required("use-of-hospitals"), areas, hospitals, specialties.members),
    population,
    activity,
    delayedBedDays0,
    attendances0: readAttendances(tables.get("attendances"), axes),
    staffedBeds: readStaffedBeds(tables.get("staffed-beds"), specialties.members),
    assumptions: readAssumptions(required("assumptions"), rules, ids),
    provenance: careshift.provenance,
    warnings: careshift.warnings,
  };
}

function readPopulation(table: Table, axes: Axes): NamedArray {
  const cells = locateCells(table, "population", [
    { column: "financial_year", dim: "year", members: axes.years },
    { column: "area", dim: "area", members: axes.areas },
    { column: "age_band", dim: "age", members: axes.bands },
    { column: "sex", dim: "sex", members: axes.sexes },
  ]);
  return fillBlock(cells, numberColumn(table, fieldOf("population", "people")));
}

function readAttendances(table: Table | undefined, axes: Axes): NamedArray | undefined {
  if (table === undefined) return undefined;
  const cells = locateCells(table, "attendances", [
    { column: "area", dim: "area", members: axes.areas },
    { column: "age_band", dim: "age", members: axes.bands },
    { column: "sex", dim: "sex", members: axes.sexes },
  ]);
  return fillBlock(cells, numberColumn(table, fieldOf("attendances", "attendances")));
}

function readStaffedBeds(table: Table | undefined, specialties: Members): NamedArray | null {
  if (table === undefined) return null;
  const cells = locateCells(table, "staffed-beds", [{ column: "specialty", dim: "specialty", members: specialties }]);
  return fillBlock(cells, numberColumn(table, fieldOf("staffed-beds", "beds")));
}

function missingTable(name: TableName): DatasetError {
  return new DatasetError({
    code: "package.missing-table",
    problem: `the dataset has no table "${name}"`,
    file: DESCRIPTOR_NAME,
    value: name,
    remedy: "Add it (docs/dataset-format.md lists the tables)",
  });
}

function refuseTwice(tables: ReadonlyMap<TableName, Table>, name: TableName): void {
  const table = tables.get(name);
  if (table === undefined) return;
  throw new DatasetError({
    code: "package.table-twice",
    problem: `the dataset has both a demand table and the table "${name}", which say the same`,
    file: table.file,
    remedy: "Keep one of them",
  });
}

function unknownCostType(value: string): DatasetError {
  return new DatasetError({
    code: "descriptor.wrong",
    problem: '"careshift.hospitalCostType" is not among the cost types',
    file: DESCRIPTOR_NAME,
    value,
    remedy: "Name a cost type of the table cost-types",
  });
}
