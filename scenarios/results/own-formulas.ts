/** What is said and shown of figures that a scenario adds and formulas that it replaces. */
import { sizeOf, stridesOf, type CommissioningResults } from "../../models/index.ts";
import { formatCount, inWords } from "../format/numbers.ts";
import { listed } from "../scenario-error.ts";
import { labelOf, programmeLabel, type Told } from "./labels.ts";
import { plural } from "./phrases.ts";
import { yearsOf } from "./read.ts";

/** Ids of the results that rest on a formula that the scenario replaces, those replaced not among them. */
export function restingOnOverrides({ marks = new Map() }: CommissioningResults): string[] {
  return [...marks].flatMap(([id, mark]) => (mark === "rests on an override" ? [id] : []));
}

/** One sentence; null where every formula is the model's. */
export function replacedInWords({ scenario, results }: Told): string | null {
  const { overrides = [] } = scenario;
  if (overrides.length === 0) return null;
  const replaced = overrides.map(({ variable, reason }) => `${variable} (${reason.trim().replace(/\.$/, "")})`);
  const rest =
    restingOnOverrides(results).length + overrides.filter(({ variable }) => results.values.has(variable)).length;
  const they = plural(overrides.length, "it", "them");
  const resting =
    rest === 0
      ? `no result shown rests on ${they}`
      : `${formatCount(rest)} of the ${formatCount(results.values.size)} results rest on ${they} and are not the standard model's`;
  const what = overrides.length === 1 ? "a formula" : `${inWords(overrides.length)} formulas`;
  return `This scenario replaces ${what} of the model, ${listed(replaced, 3)}: ${resting}.`;
}

interface AddedRow {
  readonly label: string;
  readonly unit: string;
  /** The members that the row is of: "scenario, North glen"; empty where the figure has none but years. */
  readonly where: string;
  /** One for each year; a figure without years is the same in all. */
  readonly values: readonly number[];
}

/** Figures that the scenario adds, by year: the first `most` rows, and how many more there are. */
export function addedRows(told: Told, most: number): { readonly rows: readonly AddedRow[]; readonly further: number } {
  const { scenario, results } = told;
  const rows: AddedRow[] = [];
  let further = 0;
  for (const { id, label, unit } of scenario.variables ?? []) {
    const block = results.values.get(id);
    if (block === undefined) continue;
    const strides = stridesOf(results.members, block.dims);
    const others = block.dims.filter((dim) => dim !== "year");
    const count = others.reduce((product, dim) => product * sizeOf(results.members, dim), 1);
    const shown = Math.min(count, Math.max(0, most - rows.length));
    further += count - shown;
    for (let row = 0; row < shown; row++) {
      const { cell, names } = placeOf(told, others, strides, row);
      const step = strides["year"] ?? 0;
      const values = yearsOf(results).map((_, t) => block.values[cell + t * step] as number);
      rows.push({ label, unit, where: names.join(", "), values });
    }
  }
  return { rows, further };
}

/** The first cell of a row, and the names of its members; rows go through the last dimension first. */
function placeOf(told: Told, dims: readonly string[], strides: Readonly<Record<string, number>>, row: number) {
  let rest = row;
  let cell = 0;
  const names: string[] = [];
  for (const dim of [...dims].reverse()) {
    const members = told.results.members[dim] ?? [];
    const index = rest % members.length;
    rest = Math.floor(rest / members.length);
    cell += index * (strides[dim] as number);
    names.unshift(memberName(told, dim, members[index] as string));
  }
  return { cell, names };
}

function memberName({ labels, scenario }: Told, dim: string, id: string): string {
  if (dim === "programme") return programmeLabel(scenario, id);
  if (dim === "world") return id === "scenario" ? "scenario" : "doing nothing";
  const lists = { area: labels.areas, hospital: labels.hospitals, specialty: labels.specialties };
  return Object.hasOwn(lists, dim) ? labelOf(lists[dim as keyof typeof lists], id) : id;
}

/** A figure of any size: whole from 1,000 on, else four significant figures without noughts that say nothing. */
export function formatFigure(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000 || size === 0) return formatCount(value);
  const decimals = Math.min(12, Math.max(1, 3 - Math.floor(Math.log10(size))));
  return formatCount(value, decimals).replace(/\.?0+$/, "");
}
