/** Emergency admissions, bed days and delay. */
import type { Activity, NamedArray } from "../../models/index.ts";
import type { Table } from "../arrow/table.ts";
import type { Axes } from "./axes.ts";
import { DatasetError } from "../dataset-error.ts";
import { fieldOf } from "../package/table-specs.ts";
import { fillBlock, locateCells } from "./block.ts";
import type { Key } from "./block.ts";
import { hasColumn, numberColumn } from "./columns.ts";

/** Activity of the first year (projected by the model), or of every year where the table names years (given). */
export function readActivity(table: Table, axes: Axes): Activity {
  const everyYear = hasColumn(table, "financial_year");
  const cells = locateCells(table, "activity", everyYear ? [yearKey(axes), ...cellKeys(axes)] : cellKeys(axes));
  const admissions = fillBlock(cells, numberColumn(table, fieldOf("activity", "admissions")));
  const bedDays = fillBlock(cells, numberColumn(table, fieldOf("activity", "bed_days")));
  return everyYear
    ? { kind: "given", admissions, bedDays }
    : { kind: "projected", admissions0: admissions, bedDays0: bedDays };
}

/** Delayed bed days of the first year, dims [area, specialty] or, where the table has age bands, [area, age, specialty]. */
export function readDelayed(table: Table, axes: Axes): NamedArray {
  const keys: Key[] = [{ column: "area", dim: "area", members: axes.areas }];
  if (hasColumn(table, "age_band")) keys.push({ column: "age_band", dim: "age", members: axes.bands });
  keys.push({ column: "specialty", dim: "specialty", members: axes.specialties });
  const cells = locateCells(table, "delayed", keys);
  return fillBlock(cells, numberColumn(table, fieldOf("delayed", "bed_days")));
}

export function yearKey(axes: Axes): Key {
  return { column: "financial_year", dim: "year", members: axes.years };
}

/** The keys of one year's activity. */
export function cellKeys(axes: Axes): Key[] {
  return [
    { column: "area", dim: "area", members: axes.areas },
    { column: "age_band", dim: "age", members: axes.bands },
    { column: "sex", dim: "sex", members: axes.sexes },
    { column: "specialty", dim: "specialty", members: axes.specialties },
  ];
}

/** Delay is part of the bed days of the same area (and age band) and specialty: more than the whole is refused. */
export function refuseDelayBeyondBedDays(delayed: NamedArray, activity: Activity, axes: Axes, file: string): void {
  const bedDays = activity.kind === "given" ? activity.bedDays : activity.bedDays0;
  const [A, S, K] = [axes.bands.list.length, axes.sexes.list.length, axes.specialties.list.length];
  const byAge = delayed.dims.includes("age");
  axes.areas.list.forEach((area, l) => {
    axes.specialties.list.forEach((specialty, k) => {
      let whole = 0;
      for (let a = 0; a < A; a++) {
        for (let s = 0; s < S; s++) whole += bedDays.values[((l * A + a) * S + s) * K + k] as number;
        if (!byAge && a < A - 1) continue;
        const part = delayed.values[byAge ? (l * A + a) * K + k : l * K + k] as number;
        // A sum of parts may differ from its whole in the last digits.
        if (part > whole * (1 + 1e-9)) {
          const band = byAge ? `, ${axes.bands.list[a]?.id ?? ""}` : "";
          throw delayBeyond(file, `${area.id}${band}, ${specialty.id}`, part, whole);
        }
        if (byAge) whole = 0;
      }
    });
  });
}

function delayBeyond(file: string, where: string, part: number, whole: number): DatasetError {
  return new DatasetError({
    code: "delayed.beyond-bed-days",
    problem: `${where} has ${part} delayed bed days, more than its ${whole} bed days in all`,
    file,
    value: where,
    remedy: "Delayed bed days are part of the bed days; correct one of the two",
  });
}
