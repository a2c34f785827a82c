/** The tables that every dataset has, from rows: one place knows their columns and the order of them. */
import type { Assumption, Labelled, SpecialtyRecord } from "../dataset.ts";
import type { WritableTable } from "./write.ts";

export interface CommonRows {
  readonly areas: readonly Labelled[];
  readonly hospitals: readonly Labelled[];
  readonly sexes: readonly Labelled[];
  /** `lower` and `middle` in years of age. */
  readonly bands: readonly (Labelled & { readonly lower: number; readonly middle: number })[];
  /** `directCost` in £ a bed day. */
  readonly specialties: readonly SpecialtyRecord[];
  readonly costTypes: readonly Labelled[];
  /** `budget` in £ a year. */
  readonly lines: readonly (Labelled & {
    readonly payer: string;
    readonly budget: number;
    readonly costType: string;
  })[];
  /** `specialty` may be "all"; shares of an area and specialty sum to 1. */
  readonly useOfHospitals: readonly {
    readonly area: string;
    readonly hospital: string;
    readonly specialty: string;
    readonly share: number;
  }[];
}

/** Tables in the order of a descriptor: all but people and activity, which each kind of dataset has in its own way. */
export function commonTables(rows: CommonRows): WritableTable[] {
  const { bands, specialties, lines, useOfHospitals } = rows;
  return [
    members("areas", rows.areas),
    members("hospitals", rows.hospitals),
    members("sexes", rows.sexes),
    {
      name: "age-bands",
      columns: [
        ...labels(bands),
        { name: "lower", numbers: bands.map((band) => band.lower) },
        { name: "middle", numbers: bands.map((band) => band.middle) },
      ],
    },
    {
      name: "specialties",
      columns: [
        ...labels(specialties),
        { name: "line", texts: specialties.map((specialty) => specialty.line) },
        { name: "in_scope", numbers: specialties.map((specialty) => specialty.inScope) },
        { name: "direct_cost", numbers: specialties.map((specialty) => specialty.directCost) },
      ],
    },
    members("cost-types", rows.costTypes),
    {
      name: "budget-lines",
      columns: [
        ...labels(lines),
        { name: "payer", texts: lines.map((line) => line.payer) },
        { name: "budget", numbers: lines.map((line) => line.budget) },
        { name: "cost_type", texts: lines.map((line) => line.costType) },
      ],
    },
    {
      name: "use-of-hospitals",
      columns: [
        { name: "area", texts: useOfHospitals.map((row) => row.area) },
        { name: "hospital", texts: useOfHospitals.map((row) => row.hospital) },
        { name: "specialty", texts: useOfHospitals.map((row) => row.specialty) },
        { name: "share", numbers: useOfHospitals.map((row) => row.share) },
      ],
    },
  ];
}

/** The register's defaults. */
export function assumptionsTable(assumptions: readonly Assumption[]): WritableTable {
  return {
    name: "assumptions",
    columns: [
      { name: "key", texts: assumptions.map((row) => row.key) },
      { name: "label", texts: assumptions.map((row) => row.label) },
      { name: "value", numbers: assumptions.map((row) => row.value) },
      { name: "unit", texts: assumptions.map((row) => row.unit) },
      { name: "standing", texts: assumptions.map((row) => row.standing) },
      { name: "source", texts: assumptions.map((row) => row.source) },
    ],
  };
}

function labels(list: readonly Labelled[]): WritableTable["columns"] {
  return [
    { name: "id", texts: list.map((member) => member.id) },
    { name: "label", texts: list.map((member) => member.label) },
  ];
}

function members(name: WritableTable["name"], list: readonly Labelled[]): WritableTable {
  return { name, columns: labels(list) };
}
