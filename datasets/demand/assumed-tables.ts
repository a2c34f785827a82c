/** The tables that a demand table leaves out, filled from its own names and the standard assumptions. */
import type { Labelled } from "../dataset.ts";
import { assumptionsTable, commonTables } from "../package/common-tables.ts";
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
  const common = commonTables({
    areas,
    hospitals: [STANDARD_HOSPITAL],
    sexes: shape.sexes,
    bands: bands.map((band) => ({ ...band, label: band.text })),
    specialties: specialties.map(({ id, label }) => ({
      id,
      label,
      line: "set-aside",
      inScope: 1,
      directCost: PUBLISHED_AVERAGE_BED_DAY,
    })),
    costTypes: STANDARD_COST_TYPES,
    lines: STANDARD_LINES.map((line) => ({ ...line, budget: line.payer === "set-aside" ? setAside : 0 })),
    useOfHospitals: areas.map((area) => ({
      area: area.id,
      hospital: STANDARD_HOSPITAL.id,
      specialty: "all",
      share: 1,
    })),
  });
  const tables = [...common, assumptionsTable(assumptions)];
  return shape.hasDelay ? tables : [...tables, noDelay(areas, specialties)];
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
