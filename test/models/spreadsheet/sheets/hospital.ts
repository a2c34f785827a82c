/** Section 6: beds and their cost. */
import type { Block, Content, Sheet } from "../workbook/grid.ts";
import { DOING_NOTHING as NOTHING, PLAN } from "../small-case.ts";
import type { Names } from "../small-case.ts";

type Rows = readonly (readonly [string, Content])[];

function block(heading: string, note: string, unit: string, rows: Rows, axis: "one" | "year" = "year"): Block {
  return { heading, note, unit, axis, rows };
}

export function hospital(names: Names): Sheet {
  const { specialties, worlds, parts, cells } = names;
  const both = worlds.flatMap((world) => specialties.map((k) => ({ k, world, name: `${k}, ${world}` })));
  return {
    title: "6 Hospital",
    blocks: [
      block(
        "Bed days in the set-aside, by area",
        "share in the set-aside × bed days of all ages",
        "bed days / year",
        worlds.flatMap((world) =>
          parts.map(({ area, specialty, name }): [string, Content] => [
            `bed days in scope, ${name}, ${world}`,
            `={share in the set-aside, ${specialty}}*(${cells
              .filter((cell) => cell.area === area && cell.specialty === specialty)
              .map((cell) => `{bed days, ${cell.name}, ${world}}`)
              .join("+")})`,
          ]),
        ),
      ),
      block(
        "Bed days in the set-aside, all areas",
        "Both areas use the one hospital",
        "bed days / year",
        both.map(({ k, world, name }) => [
          `bed days in scope, ${name}`,
          `=${names.areas.map((area) => `{bed days in scope, ${area}, ${k}, ${world}}`).join("+")}`,
        ]),
      ),
      block(
        "Bed days that one open bed is paid for",
        "base-year days × target occupancy",
        "bed days / bed / year",
        specialties.map((k) => [`bed year, ${k}`, `={days@0}*{target occupancy, ${k}}`]),
        "one",
      ),
      block(
        "Beds open in the base year",
        "base-year bed days ÷ bed year; at target occupancy, not staffed beds",
        "beds",
        specialties.map((k) => [
          `beds open at first, ${k}`,
          `={bed days in scope, ${k}, ${NOTHING}@0}/{bed year, ${k}}`,
        ]),
        "one",
      ),
      block(
        "Beds needed",
        "bed days ÷ bed year",
        "beds",
        both.map(({ k, name }) => [`beds needed, ${name}`, `={bed days in scope, ${name}}/{bed year, ${k}}`]),
      ),
      block(
        "Release lag",
        "Whole years q, and what is over as a share of a year r ÷ 12",
        "years",
        specialties.flatMap((k) => [
          [`whole years of lag, ${k}`, `=INT({release lag, ${k}}/12)`] as const,
          [`lag over, ${k}`, `=({release lag, ${k}}-12*{whole years of lag, ${k}})/12`] as const,
        ]),
        "one",
      ),
      ...[0, 1].map((more) =>
        block(
          more === 0 ? "Beds shut on 31 March: step(q)" : "Beds shut earlier: step(q + 1)",
          `step × whole steps in (beds open at first - most beds needed in this year and the ${more === 0 ? "q" : "q + 1"} years before)`,
          "beds",
          both.map(({ k, name }) => [`step ${more}, ${name}`, step(k, name, `{whole years of lag, ${k}}+${more}`)]),
        ),
      ),
      block(
        "Beds closed",
        "(1 - r/12) × step(q) + (r/12) × step(q + 1): the year's average",
        "beds",
        both.map(({ k, name }) => [
          `beds closed, ${name}`,
          `=(1-{lag over, ${k}})*{step 0, ${name}}+{lag over, ${k}}*{step 1, ${name}}`,
        ]),
      ),
      block(
        "Extra beds",
        "beds needed above those open at first",
        "beds",
        both.map(({ k, name }) => [`beds extra, ${name}`, `=MAX(0,{beds needed, ${name}}-{beds open at first, ${k}})`]),
      ),
      block(
        "Beds open",
        "at first - closed + extra",
        "beds",
        both.map(({ k, name }) => [
          `beds open, ${name}`,
          `={beds open at first, ${k}}-{beds closed, ${name}}+{beds extra, ${name}}`,
        ]),
      ),
      block(
        "Price of a bed day",
        "cost of a bed day × hospital price index",
        "£ / bed day",
        specialties.map((k) => [`bed day price, ${k}`, `={cost of a bed day, ${k}}*{hospital price index}`]),
      ),
      block(
        "Hospital cost",
        "price × (v × bed days + m × (beds at first - closed + premium × extra) × bed year + f × base-year bed days)",
        "£ / year",
        both.map(({ k, name }) => [
          `hospital cost, ${name}`,
          `={bed day price, ${k}}*({variable share, ${k}}*{bed days in scope, ${name}}+{semi-fixed share, ${k}}*({beds open at first, ${k}}-{beds closed, ${name}}+{premium of an extra bed, ${k}}*{beds extra, ${name}})*{bed year, ${k}}+{fixed share, ${k}}*{bed days in scope, ${k}, ${NOTHING}@0})`,
        ]),
      ),
      block(
        "Notional cost",
        "bed days × price: the guidance's value, not cash",
        "£ / year",
        both.map(({ k, name }) => [`notional cost, ${name}`, `={bed days in scope, ${name}}*{bed day price, ${k}}`]),
      ),
      block(
        "Hospital cost by area",
        "by the area's share of the year's bed days",
        "£ / year",
        worlds.flatMap((world) =>
          parts.map(({ specialty, name }): [string, Content] => [
            `hospital cost, ${name}, ${world}`,
            `={hospital cost, ${specialty}, ${world}}*{bed days in scope, ${name}, ${world}}/{bed days in scope, ${specialty}, ${world}}`,
          ]),
        ),
      ),
      ...alone(names),
    ],
  };
}

/** Beds shut after the lag: years before the base year count as it, so a window that starts before it starts at it. */
function step(specialty: string, name: string, lag: string, first = `{beds open at first, ${specialty}}`): string {
  const window = `SUMPRODUCT(MAX(({year number@all}>={year number}-(${lag}))*({year number@all}<={year number})*{beds needed, ${name}@all}))`;
  return `={closure step, ${specialty}}*INT(MAX(0,${first}-${window})/{closure step, ${specialty}}+0.000000001)`;
}

function alone({ parts }: Names): Block[] {
  return [
    block(
      "Beds needed by one area alone",
      "its bed days with the plan ÷ bed year",
      "beds",
      parts.map(({ specialty, name }) => [
        `beds needed, ${name}, alone`,
        `={bed days in scope, ${name}, ${PLAN}}/{bed year, ${specialty}}`,
      ]),
    ),
    ...[0, 1].map((more) =>
      block(
        `Beds it could shut alone: step(q${more === 0 ? "" : " + 1"})`,
        "As above, on its own beds",
        "beds",
        parts.map(({ specialty, name }) => [
          `step ${more}, ${name}, alone`,
          step(
            specialty,
            `${name}, alone`,
            `{whole years of lag, ${specialty}}+${more}`,
            `{beds needed, ${name}, alone@0}`,
          ),
        ]),
      ),
    ),
    block(
      "Beds it could close alone",
      "(1 - r/12) × step(q) + (r/12) × step(q + 1)",
      "beds",
      parts.map(({ specialty, name }) => [
        `beds closed, ${name}, alone`,
        `=(1-{lag over, ${specialty}})*{step 0, ${name}, alone}+{lag over, ${specialty}}*{step 1, ${name}, alone}`,
      ]),
    ),
  ];
}
