/** Section 7: budgets, costs of the lines, and the balance. */
import type { Block, Content, Sheet } from "../workbook/grid.ts";
import { DOING_NOTHING as NOTHING, PLAN } from "../small-case.ts";
import type { Names, SmallCase } from "../small-case.ts";
import { chosen } from "./doing-nothing.ts";
import { sumOf } from "./money-moved.ts";

type Rows = readonly (readonly [string, Content])[];

function block(heading: string, note: string, unit: string, rows: Rows, axis: "one" | "year" = "year"): Block {
  return { heading, note, unit, axis, rows };
}

export function budgets(given: SmallCase, names: Names): Sheet {
  const { lines, areas, bands, specialties, costTypes } = names;
  const { programmes, shifts } = given;
  const paidTo = (line: string): string[] => programmes.filter((one) => one.line === line).map(({ id }) => id);
  const weighted = (line: string, when: string): string =>
    `(${areas.flatMap((area) => bands.map((band) => `{population, ${area}, ${band}${when}}*{need weight, ${line}, ${band}}`)).join("+")})`;
  const all = `(${specialties.map((k) => `{value, ${k}}`).join("+")})`;
  return {
    title: "7 Budgets",
    blocks: [
      block(
        "Budget before shifts",
        "base-year budget, then last year's × (1 + uplift)",
        "£ / year",
        lines.map((line) => [
          `budget before shifts, ${line}`,
          { first: `={base-year budget, ${line}}`, later: `={budget before shifts, ${line}@-1}*(1+{uplift, ${line}})` },
        ]),
      ),
      block(
        "Value of a specialty",
        "cost of a bed day × base-year bed days in the set-aside",
        "£ / year, base-year prices",
        specialties.map((k) => [`value, ${k}`, `={cost of a bed day, ${k}}*{bed days in scope, ${k}, ${NOTHING}@0}`]),
        "one",
      ),
      block(
        "Share of a shift that a specialty gives",
        "1 for the one named; pro rata to value where all give",
        "share",
        shifts.flatMap(({ id }) =>
          specialties.map((k): [string, Content] => [
            `taken share, ${id}, ${k}`,
            `=IF({taken from, ${id}}="all",{value, ${k}}/${all},IF({taken from, ${id}}="${k}",1,0))`,
          ]),
        ),
        "one",
      ),
      block(
        "Taken from a specialty",
        "money moved × the share it gives",
        "£ / year",
        specialties.map((k) => [
          `taken, ${k}`,
          sumOf(shifts.map(({ id }) => `{money, ${id}}*{taken share, ${id}, ${k}}`)),
        ]),
      ),
      block(
        "Shifted from a line",
        "all that is taken from its specialties",
        "£ / year",
        lines.map((line) => [
          `shifted from, ${line}`,
          sumOf(given.specialties.filter((one) => one.line === line).map(({ id }) => `{taken, ${id}}`)),
        ]),
      ),
      block(
        "Shifted to a line",
        "money moved to its programmes; new money is not in budgets",
        "£ / year",
        lines.map((line) => [
          `shifted to, ${line}`,
          sumOf(
            shifts
              .filter(({ to }) => paidTo(line).includes(to))
              .map(({ id }) => `{money, ${id}}*({taken from, ${id}}<>"none")`),
          ),
        ]),
      ),
      block(
        "Budget, doing nothing",
        "as before shifts",
        "£ / year",
        lines.map((line) => [`budget, ${line}, ${NOTHING}`, `={budget before shifts, ${line}}`]),
      ),
      block(
        "Budget with the plan",
        "before shifts - shifted from + shifted to",
        "£ / year",
        lines.map((line) => [
          `budget, ${line}, ${PLAN}`,
          `={budget before shifts, ${line}}-{shifted from, ${line}}+{shifted to, ${line}}`,
        ]),
      ),
      block(
        "Price index of the line",
        "That of its type of cost",
        "index, base year 1",
        lines.map((line) => [
          `line price index, ${line}`,
          `=${chosen(costTypes, `{type of cost of the line, ${line}}`)}`,
        ]),
      ),
      block(
        "Demand index",
        "weighted people ÷ those of the base year, × (1 + growth of demand)^years",
        "index, base year 1",
        lines.map((line) => [
          `demand index, ${line}`,
          `=IF({demand follows population, ${line}}=1,${weighted(line, "")}/${weighted(line, "@0")},1)*(1+{growth of demand, ${line}})^{year number}`,
        ]),
      ),
      block(
        "Programme spend",
        "investment of its programmes, all areas",
        "£ / year",
        lines.map((line) => [
          `programme spend, ${line}`,
          sumOf(paidTo(line).flatMap((id) => areas.map((area) => `{investment, ${id}, ${area}}`))),
        ]),
      ),
      block(
        "Savings on the line",
        "saving a person × people served, × line price index",
        "£ / year",
        lines.map((line) => [
          `line savings, ${line}`,
          `={line price index, ${line}}*(${programmes
            .map(({ id }) => `{saving, ${id}, ${line}}*(${areas.map((area) => `{served, ${id}, ${area}}`).join("+")})`)
            .join("+")})`,
        ]),
      ),
      ...[NOTHING, PLAN].map((world) =>
        block(
          `Cost of the line, ${world}`,
          "set-aside: hospital cost of its specialties; others: budget × demand × price (+ programme spend - savings)",
          "£ / year",
          lines.map((line) => [`line cost, ${line}, ${world}`, lineCost(given, line, world)]),
        ),
      ),
    ],
  };
}

function lineCost(given: SmallCase, line: string, world: string): string {
  const own = given.specialties.filter((one) => one.line === line).map(({ id }) => id);
  if (own.length > 0) return sumOf(own.map((k) => `{hospital cost, ${k}, ${world}}`));
  const ordinary = `={base-year budget, ${line}}*{demand index, ${line}}*{line price index, ${line}}`;
  return world === PLAN ? `${ordinary}+{programme spend, ${line}}-{line savings, ${line}}` : ordinary;
}

export function balance({ lines, worlds }: Names): Sheet {
  const add = (name: string, world: string): string => lines.map((line) => `{${name}, ${line}, ${world}}`).join("+");
  const each = (heading: string, note: string, row: (world: string) => Content, unit = "£ / year"): Block =>
    block(
      heading,
      note,
      unit,
      worlds.map((world) => [`${heading.toLowerCase()}, ${world}`, row(world)]),
    );
  const paid = (payer: string, name: string, world: string): string =>
    sumOf(lines.map((line) => `({payer, ${line}}="${payer}")*{${name}, ${line}, ${world}}`));
  return {
    title: "7 Balance",
    blocks: [
      each("Set-aside after shifts", "budgets of set-aside lines", (world) => paid("set-aside", "budget", world)),
      each("Set-aside cost", "costs of set-aside lines", (world) => paid("set-aside", "line cost", world)),
      each(
        "True-up",
        "set-aside budget after shifts - set-aside cost",
        (world) => `={set-aside after shifts, ${world}}-{set-aside cost, ${world}}`,
      ),
      block(
        "Shifted out of the set-aside, and bridging",
        "bridging: what is shifted out and not released, at least 0",
        "£ / year",
        [
          ["shifted out", sumOf(lines.map((line) => `{shifted from, ${line}}`))],
          ["bridging", "=MAX(0,{shifted out}-{released, all})"],
        ],
      ),
      each("Position", "all budgets - all costs", (world) => `=${add("budget", world)}-(${add("line cost", world)})`),
      each("Deficit", "after the base year", (world) => `=IF({year number}>0,MAX(0,-{position, ${world}}),0)`),
      each("Reserves drawn", "the deficit, as far as reserves above the floor go", (world) => ({
        first: `=MIN({deficit, ${world}},MAX(0,{opening reserves}-{floor of reserves}))`,
        later: `=MIN({deficit, ${world}},MAX(0,{reserves, ${world}@-1}-{floor of reserves}))`,
      })),
      each(
        "Reserves",
        "last year's - drawn + surplus; the opening ones at the end of the base year",
        (world) => ({
          first: "={opening reserves}",
          later: `={reserves, ${world}@-1}-{reserves drawn, ${world}}+MAX(0,{position, ${world}})`,
        }),
        "£ at 31 March",
      ),
      each("Funding gap", "deficit - drawn", (world) => `={deficit, ${world}}-{reserves drawn, ${world}}`),
      ...["budget", "line cost"].map((name) =>
        block(
          `${name} by payer`,
          "",
          "£ / year",
          worlds.flatMap((world) =>
            ["set-aside", "nhs-delegated", "council-delegated"].map((payer): [string, Content] => [
              `${name} paid by ${payer}, ${world}`,
              paid(payer, name, world),
            ]),
          ),
        ),
      ),
      ...inRealTerms(lines, worlds),
      block(
        "Value matched, counting growth avoided",
        "first year with investment in which real released and avoided have reached real investment; -1: not in the plan",
        "£ of the base year, and 1 once reached",
        [
          [
            "investment so far, real",
            { first: "={all investment, real}", later: "={investment so far, real@-1}+{all investment, real}" },
          ],
          [
            "released and avoided so far, real",
            {
              first: "={released, all, real}+{avoided, all, real}",
              later: "={released and avoided so far, real@-1}+{released, all, real}+{avoided, all, real}",
            },
          ],
          [
            "value matched",
            "=IF(AND({investment so far, real}>0,{released and avoided so far, real}>={investment so far, real}),1,0)",
          ],
        ],
      ),
      block(
        "Year in which value is matched",
        "-1: not in the plan",
        "year number",
        [["year matched", "=IF(SUM({value matched@all})>0,MATCH(1,{value matched@all},0)-1,-1)"]],
        "one",
      ),
    ],
  };
}

function inRealTerms(lines: readonly string[], worlds: readonly string[]): Block[] {
  const real = (names: readonly string[]): Rows =>
    names.map((name) => [`${name}, real`, `={${name}}/{price index, deflator}`]);
  const both = (name: string): string[] => worlds.map((world) => `${name}, ${world}`);
  return [
    block("In real terms", "÷ index of the deflator", "£ of the base year", [
      ...real(
        worlds.flatMap((world) =>
          lines.flatMap((line) => [`budget, ${line}, ${world}`, `line cost, ${line}, ${world}`]),
        ),
      ),
      ...real([...both("position"), ...both("funding gap"), ...both("reserves"), ...both("true-up")]),
      ...real(["bridging", "released, all", "avoided, all", "stranded, all", "all investment"]),
    ]),
  ];
}
