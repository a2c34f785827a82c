/** Section 5, the bridge: what each cause did to admissions and bed days (additive LMDI-I). */
import type { Block, Content, Sheet } from "../workbook/grid.ts";
import { DOING_NOTHING as NOTHING, PLAN } from "../small-case.ts";
import type { CellName, Names } from "../small-case.ts";
import { KINDS, type Kind } from "./programmes.ts";

const SERIES = ["admissions", "other bed days", "delayed bed days"] as const;

export function bridge(names: Names): Sheet {
  return { title: "5 Bridge", blocks: [...logarithms(names), ...means(names), ...parts(names)] };
}

/** ln of each factor: what changed between the base year and doing nothing. */
function logarithms({ cells, areas, bands, specialties }: Names): Block[] {
  const block = (heading: string, note: string, rows: readonly (readonly [string, Content])[]): Block => ({
    heading,
    note,
    unit: "logarithm",
    axis: "year",
    rows,
  });
  return [
    block(
      "Demography",
      "ln(people ÷ people of the base year)",
      areas.flatMap((area) =>
        bands.map((band): [string, Content] => [
          `ln population, ${area}, ${band}`,
          `=LN({population, ${area}, ${band}}/{population, ${area}, ${band}@0})`,
        ]),
      ),
    ),
    block(
      "Health-age",
      "ln(rate ÷ rate of the base year)",
      cells.map(({ name }) => [
        `ln health-age, ${name}`,
        `=IF({base-year rate, ${name}}>0,LN({rate, ${name}}/{base-year rate, ${name}}),0)`,
      ]),
    ),
    block(
      "Growth",
      "years × ln(1 + growth)",
      specialties.map((specialty) => [`ln growth, ${specialty}`, `={year number}*LN(1+{growth, ${specialty}})`]),
    ),
    block(
      "Drift of the stay",
      "years × ln(1 + drift)",
      specialties.map((specialty) => [
        `ln stay drift, ${specialty}`,
        `={year number}*LN(1+{stay drift, ${specialty}})`,
      ]),
    ),
  ];
}

/** L(a, b) = (a - b) / ln(a / b), and a where both are the same: base year to doing nothing, doing nothing to the plan. */
function means({ cells }: Names): Block[] {
  const mean = (a: string, b: string): string => `=IF(${a}=${b},${a},(${a}-${b})/LN(${a}/${b}))`;
  return SERIES.flatMap((series) => [
    {
      heading: `Logarithmic mean of ${series}: base year and doing nothing`,
      note: "(a - b) ÷ ln(a ÷ b); a where a = b",
      unit: series === "admissions" ? "admissions / year" : "bed days / year",
      axis: "year",
      rows: cells.map(({ name }): [string, Content] => [
        `mean of ${series}, ${name}, base year`,
        mean(`{${series}, ${name}, ${NOTHING}}`, `{${series}, ${name}, ${NOTHING}@0}`),
      ]),
    },
    {
      heading: `Logarithmic mean of ${series}: doing nothing and the plan`,
      note: "(a - b) ÷ ln(a ÷ b); a where a = b",
      unit: series === "admissions" ? "admissions / year" : "bed days / year",
      axis: "year",
      rows: cells.map(({ name }): [string, Content] => [
        `mean of ${series}, ${name}, plan`,
        mean(`{${series}, ${name}, ${PLAN}}`, `{${series}, ${name}, ${NOTHING}}`),
      ]),
    },
  ]);
}

function parts(names: Names): Block[] {
  const rows = (title: string, term: (cell: CellName) => string): readonly (readonly [string, Content])[] =>
    names.parts.map(({ area, specialty, name }): [string, Content] => [
      `${title}, ${name}`,
      `=${names.cells
        .filter((cell) => cell.area === area && cell.specialty === specialty)
        .map(term)
        .join("+")}`,
    ]);
  const causes: readonly { id: string; of: (cell: CellName) => string }[] = [
    { id: "demography", of: ({ area, band }) => `{ln population, ${area}, ${band}}` },
    { id: "healthAge", of: ({ name }) => `(1-{long stay, ${name}})*{ln health-age, ${name}}` },
    { id: "growth", of: ({ name, specialty }) => `(1-{long stay, ${name}})*{ln growth, ${specialty}}` },
    { id: "stayDrift", of: ({ name, specialty }) => `(1-{long stay, ${name}})*{ln stay drift, ${specialty}}` },
  ];
  const both = ["other bed days", "delayed bed days"] as const;
  const SEEN: Readonly<Record<Kind, readonly (typeof both)[number][]>> = {
    admissions: both,
    stay: ["other bed days"],
    delay: ["delayed bed days"],
  };
  const sum = (series: readonly string[], name: string, end: "base year" | "plan"): string =>
    `(${series.map((one) => `{mean of ${one}, ${name}, ${end}}`).join("+")})`;
  return [
    ...causes
      .filter(({ id }) => id !== "stayDrift")
      .map(({ id, of }) =>
        part(
          `admissions: ${id}`,
          rows(`part of admissions, ${id}`, (cell) => `{mean of admissions, ${cell.name}, base year}*${of(cell)}`),
        ),
      ),
    ...causes.map(({ id, of }) =>
      part(
        `bed days: ${id}`,
        rows(`part of bed days, ${id}`, (cell) => `${sum(both, cell.name, "base year")}*${of(cell)}`),
      ),
    ),
    ...names.programmes.flatMap((id) => [
      part(
        `admissions: ${id}`,
        rows(
          `part of admissions, ${id}, admissions`,
          (cell) => `{mean of admissions, ${cell.name}, plan}*LN({factor on admissions, ${id}, ${cell.name}})`,
        ),
      ),
      ...KINDS.map((kind) =>
        part(
          `bed days: ${id}, by ${kind}`,
          rows(
            `part of bed days, ${id}, ${kind}`,
            (cell) => `${sum(SEEN[kind], cell.name, "plan")}*LN({factor on ${kind}, ${id}, ${cell.name}})`,
          ),
        ),
      ),
    ]),
  ];
}

function part(heading: string, rows: Block["rows"]): Block {
  return {
    heading: `Part of the change in ${heading}`,
    note: "Logarithmic mean × logarithm of the factor, both age bands",
    unit: heading.startsWith("admissions") ? "admissions / year" : "bed days / year",
    axis: "year",
    rows,
  };
}
