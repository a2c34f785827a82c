/** The assumption register of a dataset: complete, known, in its units and domains. */
import type { Table, TextColumn } from "../arrow/table.ts";
import { textAt } from "../arrow/table.ts";
import { DatasetError } from "../dataset-error.ts";
import type { Assumption } from "../dataset.ts";
import { standingSchema } from "../package/descriptor.ts";
import { fieldOf } from "../package/table-specs.ts";
import type { AssumptionRule } from "./assumption-keys.ts";
import { numberColumn, textColumn } from "./columns.ts";
import { ownKeyRule } from "./own-keys.ts";

/** Reads the register. Throws `DatasetError` on a key that is missing, unknown or there twice, a unit or value that is wrong. */
export function readAssumptions(
  table: Table,
  rules: ReadonlyMap<string, AssumptionRule>,
  specialties: readonly string[],
): Assumption[] {
  const text = (name: string): TextColumn => textColumn(table, fieldOf("assumptions", name));
  const [keys, labels, units, standings, sources] = [
    text("key"),
    text("label"),
    text("unit"),
    text("standing"),
    text("source"),
  ];
  const values = numberColumn(table, fieldOf("assumptions", "value"));
  const rowOfKey = new Map<string, number>();
  const assumptions: Assumption[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const key = textAt(keys, row) as string;
    const rule = rules.get(key) ?? ownKeyRule(key);
    const fail = (column: string, problem: string, value: string, remedy: string): DatasetError =>
      new DatasetError({ code: "assumption.wrong", problem, file: table.file, column, row: row + 1, value, remedy });
    if (rule === undefined) {
      throw fail("key", "this dataset has no such assumption", key, "Correct the key, or remove the row");
    }
    const first = rowOfKey.get(key);
    if (first !== undefined) throw fail("key", `the key stands in row ${first + 1} already`, key, "Keep one of them");
    rowOfKey.set(key, row);
    const unit = textAt(units, row) as string;
    if (unit !== rule.unit) throw fail("unit", `the unit of ${key} must be "${rule.unit}"`, unit, "Convert the value");
    const value = values[row] as number;
    if (value < rule.least || value > rule.most || (rule.above === true && value === rule.least)) {
      const from = rule.above === true ? `above ${rule.least}` : `${rule.least} or more`;
      throw fail("value", `${key} must be ${from} and at most ${rule.most}`, String(value), "Correct the value");
    }
    const standing = standingSchema.safeParse(textAt(standings, row));
    if (!standing.success) {
      const problem = "the standing must be real, derived, illustrative or assumed";
      throw fail("standing", problem, textAt(standings, row) ?? "", "Correct it");
    }
    assumptions.push({
      key,
      label: textAt(labels, row) as string,
      value,
      unit,
      standing: standing.data,
      source: textAt(sources, row) as string,
    });
  }
  refuseMissing(table, rules, rowOfKey);
  refuseUnequalShares(table, specialties, new Map(assumptions.map((one) => [one.key, one.value])));
  return assumptions;
}

function refuseMissing(
  table: Table,
  rules: ReadonlyMap<string, AssumptionRule>,
  found: ReadonlyMap<string, number>,
): void {
  const missing = [...rules].filter(([key, rule]) => rule.optional !== true && !found.has(key)).map(([key]) => key);
  if (missing.length === 0) return;
  const more = missing.length === 1 ? "" : ` and ${missing.length - 1} other${missing.length === 2 ? "" : "s"}`;
  throw new DatasetError({
    code: "assumption.missing",
    problem: `the assumption "${missing[0]}" is missing${more}`,
    file: table.file,
    value: missing[0],
    remedy: "Add a row for each; nothing is taken for granted",
  });
}

function refuseUnequalShares(table: Table, specialties: readonly string[], values: ReadonlyMap<string, number>): void {
  for (const specialty of specialties) {
    const sum = ["variable-share", "semi-fixed-share", "fixed-share"].reduce(
      (total, kind) => total + (values.get(`${kind}:${specialty}`) ?? 0),
      0,
    );
    if (Math.abs(sum - 1) <= 1e-9) continue;
    throw new DatasetError({
      code: "assumption.shares",
      problem: `the variable, semi-fixed and fixed shares of ${specialty} do not sum to 1`,
      file: table.file,
      value: String(sum),
      remedy: "Correct one of the three",
    });
  }
}
