/** Section 6: the money apart, and its shares over areas. */
import type { Block, Content, Sheet } from "../workbook/grid.ts";
import { DOING_NOTHING as NOTHING, PLAN } from "../small-case.ts";
import type { Names } from "../small-case.ts";

type Rows = readonly (readonly [string, Content])[];

function block(heading: string, note: string, unit: string, rows: Rows): Block {
  return { heading, note, unit, axis: "year", rows };
}

export function moneyApart({ specialties, worlds, parts, areas }: Names): Sheet {
  const both = worlds.flatMap((world) => specialties.map((k) => ({ k, name: `${k}, ${world}` })));
  const base = (k: string): string => `{bed days in scope, ${k}, ${NOTHING}@0}`;
  const change = (heading: string, note: string, row: (k: string) => string): Block =>
    block(
      heading,
      note,
      "£ / year",
      specialties.map((k) => [`${heading.toLowerCase()}, ${k}`, row(k)]),
    );
  const total = (name: string): readonly [string, Content] => [
    `${name}, all`,
    `=${specialties.map((k) => `{${name}, ${k}}`).join("+")}`,
  ];
  return {
    title: "6 Money apart",
    blocks: [
      block(
        "Variable cost below the base year",
        "price × v × bed days fewer than in the base year",
        "£ / year",
        both.map(({ k, name }) => [
          `below, variable, ${name}`,
          `={bed day price, ${k}}*{variable share, ${k}}*MAX(0,${base(k)}-{bed days in scope, ${name}})`,
        ]),
      ),
      block(
        "Cost of closed beds",
        "price × m × beds closed × bed year",
        "£ / year",
        both.map(({ k, name }) => [
          `below, beds, ${name}`,
          `={bed day price, ${k}}*{semi-fixed share, ${k}}*{beds closed, ${name}}*{bed year, ${k}}`,
        ]),
      ),
      block(
        "Cost above the base year",
        "price × (v × bed days more than in the base year + m × premium × extra beds × bed year)",
        "£ / year",
        both.map(({ k, name }) => [
          `above, ${name}`,
          `={bed day price, ${k}}*({variable share, ${k}}*MAX(0,{bed days in scope, ${name}}-${base(k)})+{semi-fixed share, ${k}}*{premium of an extra bed, ${k}}*{beds extra, ${name}}*{bed year, ${k}})`,
        ]),
      ),
      change(
        "Released, variable",
        "below of the plan - below of doing nothing",
        (k) => `={below, variable, ${k}, ${PLAN}}-{below, variable, ${k}, ${NOTHING}}`,
      ),
      change(
        "Released, beds",
        "below of the plan - below of doing nothing",
        (k) => `={below, beds, ${k}, ${PLAN}}-{below, beds, ${k}, ${NOTHING}}`,
      ),
      change("Released", "Both parts: only this is cash", (k) => `={released, variable, ${k}}+{released, beds, ${k}}`),
      change(
        "Avoided",
        "above of doing nothing - above of the plan: real, but no money comes back",
        (k) => `={above, ${k}, ${NOTHING}}-{above, ${k}, ${PLAN}}`,
      ),
      change(
        "Notional reduction",
        "notional of doing nothing - notional of the plan",
        (k) => `={notional cost, ${k}, ${NOTHING}}-{notional cost, ${k}, ${PLAN}}`,
      ),
      change(
        "Stranded",
        "notional reduction - released - avoided",
        (k) => `={notional reduction, ${k}}-{released, ${k}}-{avoided, ${k}}`,
      ),
      change("Stranded, fixed", "f × notional reduction", (k) => `={fixed share, ${k}}*{notional reduction, ${k}}`),
      block("All specialties", "", "£ / year", [total("released"), total("avoided"), total("stranded")]),
      block(
        "Bed days saved",
        "doing nothing - the plan",
        "bed days / year",
        parts.map(({ name }) => [
          `saved, ${name}`,
          `={bed days in scope, ${name}, ${NOTHING}}-{bed days in scope, ${name}, ${PLAN}}`,
        ]),
      ),
      block(
        "Bed days saved, of the total's sign",
        "Where areas together save, those of areas that save; where they use more, those of areas that use more",
        "bed days / year",
        parts.map(({ specialty, name }) => [
          `saved of the sign, ${name}`,
          `=MAX(0,SIGN(${areas.map((one) => `{saved, ${one}, ${specialty}}`).join("+")})*{saved, ${name}})`,
        ]),
      ),
      block(
        "Area's share of released and avoided",
        "of those bed days; if none, of base-year bed days",
        "share",
        parts.map(({ specialty, name }) => {
          const sum = `(${areas.map((one) => `{saved of the sign, ${one}, ${specialty}}`).join("+")})`;
          return [
            `share of savings, ${name}`,
            `=IF(${sum}>0,{saved of the sign, ${name}}/${sum},{bed days in scope, ${name}, ${NOTHING}@0}/{bed days in scope, ${specialty}, ${NOTHING}@0})`,
          ];
        }),
      ),
      ...["released", "avoided"].map((name) =>
        block(
          `${name} by area`,
          "share × the hospital's",
          "£ / year",
          parts.map(({ specialty, name: part }) => [
            `${name}, ${part}`,
            `={${name}, ${specialty}}*{share of savings, ${part}}`,
          ]),
        ),
      ),
    ],
  };
}
