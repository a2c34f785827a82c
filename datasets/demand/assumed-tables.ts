/** The tables that a demand table leaves out, filled from its own names and the standard assumptions. */
import type { Labelled } from "../dataset.ts";
import type { WritableTable } from "../package/write.ts";
import {
  PUBLISHED_AVERAGE_BED_DAY,
  STANDARD_COST_TYPES,
  STANDARD_HOSPITAL,
  STANDARD_LINES,
  standardAssumptions,
} from "../standard-assumptions.ts";
import type { SpeltBand } from "./age-bands.ts";

export interface DemandShape {
  readonly areas: readonly Labelled[];
  readonly sexes: readonly Labelled[];
  readonly specialties: readonly Labelled[];
  readonly bands: readonly SpeltBand[];
  readonly firstYear: number;
  readonly yearCount: number;
  /** Bed days of the first year, all together. */
  readonly firstYearBedDays: number;
  readonly hasDelay: boolean;
}

/** Every table of a dataset but population and activity. */
export function assumedTables(shape: DemandShape): WritableTable[] {
  const { areas, bands, specialties } = shape;
  const assumptions = standardAssumptions(specialties, shape.firstYear, shape.yearCount);
  const setAside = shape.firstYearBedDays * PUBLISHED_AVERAGE_BED_DAY;
  const tables: WritableTable[] = [
    members("areas", areas),
    members("hospitals", [STANDARD_HOSPITAL]),
    members("sexes", shape.sexes),
    {
      name: "age-bands",
      columns: [
        { name: "id", texts: bands.map((band) => band.id) },
        { name: "label", texts: bands.map((band) => band.text) },
        { name: "lower", numbers: bands.map((band) => band.lower) },
        { name: "middle", numbers: bands.map((band) => band.middle) },
      ],
    },
    {
      name: "specialties",
      columns: [
        { name: "id", texts: specialties.map((specialty) => specialty.id) },
        { name: "label", texts: specialties.map((specialty) => specialty.label) },
        { name: "line", texts: specialties.map(() => "set-aside") },
        { name: "in_scope", numbers: specialties.map(() => 1) },
        { name: "direct_cost", numbers: specialties.map(() => PUBLISHED_AVERAGE_BED_DAY) },
      ],
    },
    members("cost-types", STANDARD_COST_TYPES),
    {
      name: "budget-lines",
      columns: [
        { name: "id", texts: STANDARD_LINES.map((line) => line.id) },
        { name: "label", texts: STANDARD_LINES.map((line) => line.label) },
        { name: "payer", texts: STANDARD_LINES.map((line) => line.payer) },
        { name: "budget", numbers: STANDARD_LINES.map((line) => (line.payer === "set-aside" ? setAside : 0)) },
        { name: "cost_type", texts: STANDARD_LINES.map((line) => line.costType) },
      ],
    },
    {
      name: "use-of-hospitals",
      columns: [
        { name: "area", texts: areas.map((area) => area.id) },
        { name: "hospital", texts: areas.map(() => STANDARD_HOSPITAL.id) },
        { name: "specialty", texts: areas.map(() => "all") },
        { name: "share", numbers: areas.map(() => 1) },
      ],
    },
    {
      name: "assumptions",
      columns: [
        { name: "key", texts: assumptions.map((row) => row.key) },
        { name: "label", texts: assumptions.map((row) => row.label) },
        { name: "value", numbers: assumptions.map((row) => row.value) },
        { name: "unit", texts: assumptions.map((row) => row.unit) },
        { name: "standing", texts: assumptions.map((row) => row.standing) },
        { name: "source", texts: assumptions.map((row) => row.source) },
      ],
    },
  ];
  return shape.hasDelay ? tables : [...tables, noDelay(areas, specialties)];
}

function members(name: "areas" | "hospitals" | "sexes" | "cost-types", list: readonly Labelled[]): WritableTable {
  return {
    name,
    columns: [
      { name: "id", texts: list.map((member) => member.id) },
      { name: "label", texts: list.map((member) => member.label) },
    ],
  };
}

function noDelay(areas: readonly Labelled[], specialties: readonly Labelled[]): WritableTable {
  const rows = areas.flatMap((area) => specialties.map((specialty) => ({ area: area.id, specialty: specialty.id })));
  return {
    name: "delayed",
    columns: [
      { name: "area", texts: rows.map((row) => row.area) },
      { name: "specialty", texts: rows.map((row) => row.specialty) },
      { name: "bed_days", numbers: rows.map(() => 0) },
    ],
  };
}
