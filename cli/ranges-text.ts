/** Ranges of the main figures, chances and correlations, as text for a terminal. */
import { stridesOf } from "../models/index.ts";
import type { Members, NamedArray } from "../models/index.ts";
import { formatCount, formatFigure, formatPercent, targetConcerns } from "../scenarios/index.ts";
import type { DrawnRanges } from "./commands/draw-ranges.ts";
import { concernsText } from "./concerns-text.ts";
import { textTable, wrapped } from "./text-table.ts";

/** Shown of each figure, by year; all others are in the JSON document. */
const MAIN_FIGURES = [
  "emergencyAdmissionsTotal",
  "emergencyBedDaysTotal",
  "delayedBedDaysTotal",
  "bedDaysSaved",
  "releasedTotal",
  "avoidedTotal",
  "bridging",
  "fundingGap",
];

/** Shown after them where the run has chance variation, under a note of what it is. */
const WITH_CHANCE = ["emergencyAdmissionsTotalWithChance", "emergencyBedDaysTotalWithChance"];

const SHOWN = ["P10", "P50", "P90"];

export function rangesText({ answer, decoded }: DrawnRanges, against: string | undefined): string[] {
  const { draws, seed, points, assumptions, chances, chance, correlations } = answer;
  const { members, results, differences, blocks } = decoded;
  const named = (id: string): string => `${blocks.get(id)?.label ?? id}, ${blocks.get(id)?.unit ?? ""}`;
  const tables = (
    arrays: ReadonlyMap<string, NamedArray>,
    further: readonly string[],
    before: string,
    figures = MAIN_FIGURES,
  ): string[] =>
    figures.flatMap((id) => {
      const array = arrays.get(id);
      return array === undefined ? [] : [`${before}${named(id)}`, byYear(array, members, further)];
    });
  const uncertain =
    assumptions === 0
      ? "No assumption has a range: every draw is the same."
      : `${formatCount(assumptions)} assumption${assumptions === 1 ? " is" : "s are"} uncertain.`;
  return [
    wrapped(`Ranges from ${formatCount(draws)} draws, seed ${seed}, ${points} points. ${uncertain}`),
    wrapped(notes(points === "sobol")),
    ...tables(results, [], ""),
    ...(chance === null ? [] : [wrapped(chance.note), ...tables(results, [], "", WITH_CHANCE)]),
    ...(against === undefined ? [] : [wrapped(`Differences: this scenario less "${against}", draw by draw`)]),
    ...tables(differences, ["chance above", "chance below"], "Difference in "),
    ...(chances.length === 0 ? [] : ["How likely each target is", chances.map(chanceTable).join("\n")]),
    ...concernsText(targetConcerns(chances, draws)),
    ...(correlations.length === 0 ? [] : ["Rank correlations", correlationTable(correlations)]),
  ];
}

function notes(withoutErrors: boolean): string {
  const errors = withoutErrors
    ? "Sobol points have no Monte Carlo standard errors."
    : "± is the Monte Carlo standard error of the figure before it: how far it might move with other draws.";
  return (
    "The tables above are the run at central values, shown here as central. It is not the average of the draws, nor P50, the middle one. " +
    `P10 and P90 are each passed by one draw in ten. ${errors} ` +
    "Percentiles do not add up: the P90 of a total is not the sum of the P90s of its areas or years."
  );
}

/** Central value and percentiles by year, of the scenario where the figure has both worlds. */
function byYear({ dims, values }: NamedArray, members: Members, further: readonly string[]): string {
  const statistics = members[dims.at(-1) ?? ""] ?? [];
  const strides = stridesOf(members, dims);
  const start = dims.includes("world") ? (strides["world"] ?? 0) * (members["world"] ?? []).indexOf("scenario") : 0;
  const column = (name: string): number[] => {
    const place = statistics.indexOf(name);
    return (members["year"] ?? []).map((_, t) => values[start + t * (strides["year"] ?? 0) + place] as number);
  };
  const heads: string[] = ["Year", "central"];
  const columns: string[][] = [[...(members["year"] ?? [])], column("central").map(formatFigure)];
  for (const name of [...SHOWN, ...further]) {
    const show = further.includes(name) ? (share: number) => formatPercent(share, 1) : formatFigure;
    heads.push(name);
    columns.push(column(name).map(show));
    if (!statistics.includes(`standard error of ${name}`)) continue;
    heads.push("±");
    columns.push(column(`standard error of ${name}`).map(show));
  }
  return textTable(heads, columns);
}

type Chance = DrawnRanges["answer"]["chances"][number];

function chanceTable({
  label,
  formula,
  direction,
  value,
  unit,
  dims,
  members,
  chance,
  standardErrors,
}: Chance): string {
  const asked = `${formula} ${direction === "at-most" ? "<=" : ">="} ${value}`;
  const of = unit === "number" ? "" : ` ${unit}`;
  const strides = stridesOf(members, dims);
  const where = chance.map((_, cell) =>
    dims.map((dim) => {
      const list = members[dim] ?? [];
      return list[Math.floor(cell / (strides[dim] ?? 1)) % list.length] ?? "";
    }),
  );
  const heads = [...dims, "chance", ...(standardErrors === null ? [] : ["±"])];
  const errors = standardErrors === null ? [] : [standardErrors.map((share) => formatPercent(share, 1))];
  const columns = [...dims.map((_, i) => where.map((names) => names[i] ?? "")), chance.map((p) => formatPercent(p, 1))];
  const words = dims.map((_, i) => i);
  return (
    wrapped(label === asked ? `${asked}${of}` : `${label}: ${asked}${of}`) +
    textTable(heads, [...columns, ...errors], words)
  );
}

function correlationTable(correlations: DrawnRanges["answer"]["correlations"]): string {
  const shown = (value: number | null): string => (value === null ? "-" : value.toFixed(2));
  return textTable(
    ["Assumption", "and", "asked", "used", "achieved"],
    [
      correlations.map(({ first }) => first),
      correlations.map(({ second }) => second),
      correlations.map(({ requested }) => shown(requested)),
      correlations.map(({ used }) => shown(used)),
      correlations.map(({ achieved }) => shown(achieved)),
    ],
    [0, 1],
  );
}
