/** Prices (section 3) and activity if nothing is done (section 4). */
import type { Block, Content, Sheet } from "../workbook/grid.ts";
import { DOING_NOTHING as NOTHING } from "../small-case.ts";
import type { Names } from "../small-case.ts";

export function prices({ costTypes }: Names): Sheet {
  const indexed = [...costTypes, "deflator"];
  return {
    title: "3 Prices",
    blocks: [
      {
        heading: "Days in the year",
        note: "366 where the March of the financial year is in a leap year",
        unit: "days / year",
        axis: "year",
        rows: [
          ["calendar year of March", "={calendar year of the first April}+{year number}+1"],
          [
            "days",
            "=IF(OR(AND(MOD({calendar year of March},4)=0,MOD({calendar year of March},100)<>0),MOD({calendar year of March},400)=0),366,365)",
          ],
        ],
      },
      {
        heading: "Price index",
        note: "1 in the base year, then last year's × (1 + inflation)",
        unit: "index, base year 1",
        axis: "year",
        rows: indexed.map((type): [string, Content] => [
          `price index, ${type}`,
          { first: "=1", later: `={price index, ${type}@-1}*(1+{inflation, ${type}})` },
        ]),
      },
      {
        heading: "Price index of hospital care",
        note: "That of its type of cost",
        unit: "index, base year 1",
        axis: "year",
        rows: [["hospital price index", `=${chosen(costTypes, "{type of cost of hospital care}")}`]],
      },
    ],
  };
}

/** The price index of the type of cost that a cell names. */
export function chosen(costTypes: readonly string[], cell: string): string {
  return costTypes.map((type) => `(${cell}="${type}")*{price index, ${type}}`).join("+");
}

export function doingNothing({ cells, bands, parts }: Names): Sheet {
  const [young = "", old = ""] = bands;
  const block = (
    heading: string,
    note: string,
    unit: string,
    axis: "one" | "year",
    row: (cell: (typeof cells)[number]) => [string, string],
  ): Block => ({ heading, note, unit, axis, rows: cells.map(row) });
  return {
    title: "4 Doing nothing",
    blocks: [
      block(
        "Admission rate in the base year",
        "admissions ÷ people; 0 where nobody lives",
        "admissions / person / year",
        "one",
        ({ area, band, name }) => [
          `base-year rate, ${name}`,
          `=IF({population, ${area}, ${band}@0}>0,{base-year admissions, ${name}}/{population, ${area}, ${band}@0},0)`,
        ],
      ),
      block(
        "Long stays",
        "1 where there are bed days and no admissions: people follow population only",
        "1 yes, 0 no",
        "one",
        ({ name }) => [
          `long stay, ${name}`,
          `=IF(AND({base-year admissions, ${name}}=0,{base-year bed days, ${name}}>0),1,0)`,
        ],
      ),
      {
        heading: "Where the health-age is between the middles of the two bands",
        note: "0 at the younger band's middle, 1 at the older one's, flat beyond",
        unit: "share",
        axis: "year",
        rows: bands.map((band): [string, Content] => [
          `place between the bands, ${band}`,
          `=MAX(0,MIN(1,({middle age, ${band}}-{health-age shift}-{middle age, ${young}})/({middle age, ${old}}-{middle age, ${young}})))`,
        ]),
      },
      block(
        "Admission rate",
        "Bands from 55: the rate at the age less the health-age shift, between bands that hold people",
        "admissions / person / year",
        "year",
        ({ area, band, specialty, name }) => {
          const rate = (of: string): string => `{base-year rate, ${area}, ${of}, ${specialty}}`;
          const both = `AND({population, ${area}, ${young}@0}>0,{population, ${area}, ${old}@0}>0)`;
          return [
            `rate, ${name}`,
            `=IF(AND({first age, ${band}}>=55,${both}),${rate(young)}+(${rate(old)}-${rate(young)})*{place between the bands, ${band}},${rate(band)})`,
          ];
        },
      ),
      block(
        "Emergency admissions",
        "rate × people × (1 + growth)^years",
        "admissions / year",
        "year",
        ({ area, band, specialty, name }) => [
          `admissions, ${name}, ${NOTHING}`,
          `=IF(OR({long stay, ${name}}=1,{population, ${area}, ${band}@0}=0),0,{rate, ${name}}*{population, ${area}, ${band}}*(1+{growth, ${specialty}})^{year number})`,
        ],
      ),
      block(
        "Mean stay",
        "base-year bed days ÷ admissions × (1 + drift)^years",
        "bed days / admission",
        "year",
        ({ specialty, name }) => [
          `stay, ${name}`,
          `=IF({base-year admissions, ${name}}>0,{base-year bed days, ${name}}/{base-year admissions, ${name}}*(1+{stay drift, ${specialty}})^{year number},0)`,
        ],
      ),
      block(
        "Bed days",
        "admissions × stay; long stays follow people",
        "bed days / year",
        "year",
        ({ area, band, name }) => [
          `bed days before programmes, ${name}`,
          `=IF({long stay, ${name}}=1,IF({population, ${area}, ${band}@0}>0,{base-year bed days, ${name}}/{population, ${area}, ${band}@0}*{population, ${area}, ${band}},0),{admissions, ${name}, ${NOTHING}}*{stay, ${name}})`,
        ],
      ),
      {
        heading: "Share of bed days that are delay",
        note: "delayed bed days ÷ bed days, base year, all ages",
        unit: "share",
        axis: "one",
        rows: parts.map(({ area, specialty, name }): [string, Content] => [
          `delayed share, ${name}`,
          `={base-year delayed bed days, ${name}}/(${bands.map((band) => `{base-year bed days, ${area}, ${band}, ${specialty}}`).join("+")})`,
        ]),
      },
      block("Delayed bed days", "bed days × delayed share", "bed days / year", "year", ({ area, specialty, name }) => [
        `delayed bed days, ${name}, ${NOTHING}`,
        `={bed days before programmes, ${name}}*{delayed share, ${area}, ${specialty}}`,
      ]),
      block("Bed days that are not delay", "bed days less delayed ones", "bed days / year", "year", ({ name }) => [
        `other bed days, ${name}, ${NOTHING}`,
        `={bed days before programmes, ${name}}-{delayed bed days, ${name}, ${NOTHING}}`,
      ]),
      block("Bed days, doing nothing", "delayed and not delayed together", "bed days / year", "year", ({ name }) => [
        `bed days, ${name}, ${NOTHING}`,
        `={other bed days, ${name}, ${NOTHING}}+{delayed bed days, ${name}, ${NOTHING}}`,
      ]),
    ],
  };
}
