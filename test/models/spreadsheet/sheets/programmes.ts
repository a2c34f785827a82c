/** Section 5, people: whom a programme reaches, what that leaves of activity, and activity with the plan. */
import type { Block, Content, Sheet } from "../workbook/grid.ts";
import { DOING_NOTHING as NOTHING, PLAN } from "../small-case.ts";
import type { Names } from "../small-case.ts";

export const KINDS = ["admissions", "stay", "delay"] as const;
export type Kind = (typeof KINDS)[number];

/** The row with the eligible share that goes with an effect. */
const ELIGIBLE: Readonly<Record<Kind, string>> = {
  admissions: "eligible share of admissions",
  stay: "eligible share of bed days",
  delay: "eligible share of delay",
};

export function reached({ programmes, areas }: Names): Sheet {
  const pairs = programmes.flatMap((id) => areas.map((area) => ({ id, name: `${id}, ${area}` })));
  const block = (
    heading: string,
    note: string,
    unit: string,
    row: (pair: (typeof pairs)[number]) => [string, Content],
  ): Block => ({ heading, note, unit, axis: "year", rows: pairs.map(row) });
  const reach = (id: string, name: string, places: string): string =>
    `=IF({largest reach, ${id}}*{eligible, ${name}}>0,{largest reach, ${id}}*(1-EXP(-(${places})*{people a place serves, ${id}}/({largest reach, ${id}}*{eligible, ${name}}))),0)`;
  const REACH_NOTE = "largest reach × (1 - exp(-places × people a place serves ÷ (largest reach × eligible)))";
  return {
    title: "5 Programmes",
    blocks: [
      block("Reach of present places", REACH_NOTE, "share of the eligible", ({ id, name }) => [
        `present reach, ${name}`,
        reach(id, name, `{present places, ${name}}`),
      ]),
      block("Reach with the plan", REACH_NOTE, "share of the eligible", ({ id, name }) => [
        `reach, ${name}`,
        reach(id, name, `{present places, ${name}}+{places added, ${name}}`),
      ]),
      block(
        "People served beyond present places",
        "(reach - present reach) × eligible",
        "people / year",
        ({ name }) => [`served, ${name}`, `=({reach, ${name}}-{present reach, ${name}})*{eligible, ${name}}`],
      ),
      ...KINDS.map((kind) =>
        block(
          `What the programme leaves of ${kind}`,
          "(1 - eligible share × reach × effect) ÷ the same at present reach",
          "factor",
          ({ id, name }) => [
            `factor on ${kind}, ${name}`,
            `=(1-{${ELIGIBLE[kind]}, ${id}}*{reach, ${name}}*{effect on ${kind}, ${id}})/(1-{${ELIGIBLE[kind]}, ${id}}*{present reach, ${name}}*{effect on ${kind}, ${id}})`,
          ],
        ),
      ),
    ],
  };
}

export function activity({ programmes, cells }: Names): Sheet {
  const block = (
    heading: string,
    note: string,
    unit: string,
    row: (cell: (typeof cells)[number]) => [string, Content],
  ): Block => ({ heading, note, unit, axis: "year", rows: cells.map(row) });
  const product = (kind: Kind, name: string): string =>
    programmes.map((id) => `{factor on ${kind}, ${id}, ${name}}`).join("*");
  return {
    title: "5 Activity",
    blocks: [
      ...KINDS.flatMap((kind) =>
        programmes.map((id) =>
          block(
            `What ${id} leaves of ${kind}`,
            "Its factor in the cells it targets, 1 elsewhere; long stays have no admissions to avoid",
            "factor",
            ({ area, band, specialty, name }) => [
              `factor on ${kind}, ${id}, ${name}`,
              `=IF({target, ${id}, ${band}, ${specialty}}${kind === "admissions" ? `*(1-{long stay, ${name}})` : ""}=1,{factor on ${kind}, ${id}, ${area}},1)`,
            ],
          ),
        ),
      ),
      block(
        "Emergency admissions with the plan",
        "admissions × every programme's factor",
        "admissions / year",
        ({ name }) => [
          `admissions, ${name}, ${PLAN}`,
          `={admissions, ${name}, ${NOTHING}}*${product("admissions", name)}`,
        ],
      ),
      block(
        "Bed days that are not delay, with the plan",
        "× factors on admissions × factors on stay",
        "bed days / year",
        ({ name }) => [
          `other bed days, ${name}, ${PLAN}`,
          `={other bed days, ${name}, ${NOTHING}}*${product("admissions", name)}*${product("stay", name)}`,
        ],
      ),
      block(
        "Delayed bed days with the plan",
        "× factors on admissions × factors on delay",
        "bed days / year",
        ({ name }) => [
          `delayed bed days, ${name}, ${PLAN}`,
          `={delayed bed days, ${name}, ${NOTHING}}*${product("admissions", name)}*${product("delay", name)}`,
        ],
      ),
      block("Bed days with the plan", "delayed and not delayed together", "bed days / year", ({ name }) => [
        `bed days, ${name}, ${PLAN}`,
        `={other bed days, ${name}, ${PLAN}}+{delayed bed days, ${name}, ${PLAN}}`,
      ]),
    ],
  };
}
