/** The tables of a dataset: their columns, types, units and domains. The reader's page is docs/dataset-format.md. */

export interface FieldSpec {
  readonly name: string;
  readonly type: "string" | "number";
  /** Unit as the descriptor states it; "" for text. Fractions of a whole have "1". */
  readonly unit: string;
  readonly description: string;
  /** The column may be left out. */
  readonly optional?: boolean;
  /** Cells may be empty (text only). */
  readonly nullable?: boolean;
  readonly least?: number;
  readonly most?: number;
}

export interface TableSpec {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FieldSpec[];
}

const text = (name: string, description: string): FieldSpec => ({ name, type: "string", unit: "", description });
const count = (name: string, unit: string, description: string): FieldSpec => ({
  name,
  type: "number",
  unit,
  description,
  least: 0,
});
const share = (name: string, description: string): FieldSpec => ({
  name,
  type: "number",
  unit: "1",
  description,
  least: 0,
  most: 1,
});
const optional = (field: FieldSpec): FieldSpec => ({ ...field, optional: true });

const id = text("id", "Short name that other tables use");
const label = text("label", "Name that people read");
const year = text("financial_year", "April to March, such as 2026/27");
const area = text("area", "Area");
const band = text("age_band", "Age band");
const sex = text("sex", "Sex");
const specialty = text("specialty", "Hospital specialty");
const people = (name: string): FieldSpec => count(name, "person", "People at 30 June of the year");
const admissions = count("admissions", "emergency admission / year", "Emergency admissions in the year");
const bedDays = count("bed_days", "occupied bed day / year", "Occupied bed days of those admissions in the year");
const delayedDays = (name: string): FieldSpec =>
  count(name, "occupied bed day / year", "Bed days that are delay, part of the bed days");

function table(name: string, description: string, fields: readonly FieldSpec[]): TableSpec {
  return { name, description, fields };
}

export const tableSpecs = {
  areas: table("areas", "Areas that are compared and added up", [id, label]),
  hospitals: table("hospitals", "Hospitals", [id, label]),
  sexes: table("sexes", "Sexes, or one member for all people", [id, label]),
  "age-bands": table("age-bands", "Age bands, the last one open", [
    id,
    label,
    { ...count("lower", "year", "First age in the band"), most: 150 },
    { ...count("middle", "year", "Middle age of the band; an input for the open last band"), most: 150 },
  ]),
  specialties: table("specialties", "Hospital specialties", [
    id,
    label,
    { ...text("line", "Set-aside budget line; empty when no part is in the set-aside"), nullable: true },
    share("in_scope", "Share of the specialty's emergency activity that is in the set-aside"),
    count("direct_cost", "£ / occupied bed day", "Cost of an occupied bed day, on the cost basis the dataset names"),
  ]),
  "cost-types": table("cost-types", "Cost types, each with its own inflation", [id, label]),
  "budget-lines": table("budget-lines", "Budget lines", [
    id,
    label,
    text("payer", "set-aside, nhs-delegated or council-delegated"),
    count("budget", "£ / year", "Budget of the first year"),
    text("cost_type", "Cost type"),
  ]),
  "use-of-hospitals": table("use-of-hospitals", "Share of an area's bed days in each hospital", [
    area,
    text("hospital", "Hospital"),
    text("specialty", "Hospital specialty, or all"),
    share("share", "Share of the area's bed days; the shares of an area and specialty sum to 1"),
  ]),
  population: table("population", "People by year, area, age band and sex", [year, area, band, sex, people("people")]),
  activity: table("activity", "Emergency admissions and bed days: of the first year, or of every year", [
    optional(year),
    area,
    band,
    sex,
    specialty,
    admissions,
    bedDays,
  ]),
  delayed: table("delayed", "Delayed bed days of the first year", [
    area,
    optional(band),
    specialty,
    delayedDays("bed_days"),
  ]),
  demand: table("demand", "The demand table: population, activity and delay in one", [
    year,
    area,
    band,
    sex,
    specialty,
    people("population"),
    admissions,
    bedDays,
    optional(delayedDays("delayed_bed_days")),
  ]),
  "staffed-beds": table("staffed-beds", "Average available staffed beds", [
    specialty,
    count("beds", "bed", "Average available staffed beds"),
  ]),
  attendances: table("attendances", "A&E attendances of the first year", [
    area,
    band,
    sex,
    count("attendances", "A&E attendance / year", "Attendances of residents at accident and emergency in the year"),
  ]),
  "need-weights": table("need-weights", "Relative use per head by age, for the budget lines that have it", [
    text("line", "Budget line"),
    band,
    count("weight", "1", "Relative use per head"),
  ]),
  assumptions: table("assumptions", "The assumption register", [
    text("key", "Name of the assumption"),
    label,
    { name: "value", type: "number", unit: "", description: "Central value, in the row's own unit" },
    text("unit", "Unit of the value"),
    text("standing", "real, derived, illustrative or assumed"),
    text("source", "Where the value comes from"),
  ]),
} satisfies Record<string, TableSpec>;

export type TableName = keyof typeof tableSpecs;

export function isTableName(name: string): name is TableName {
  return Object.hasOwn(tableSpecs, name);
}

export function specOf(name: TableName): TableSpec {
  return tableSpecs[name];
}

/** The field of a table by name; a name that is not there is a defect of this program. */
export function fieldOf(name: TableName, field: string): FieldSpec {
  const found = specOf(name).fields.find((one) => one.name === field);
  if (found === undefined) throw new Error(`The table "${name}" has no field "${field}".`);
  return found;
}
