/** The two paybacks, in real terms, undiscounted and discounted (section 12, "Two paybacks"). */
import type { ModelVariable } from "../language/model.ts";
import type { Section } from "./section.ts";

const REAL = "£ of the base year";
const REAL_A_YEAR = `${REAL} a year`;

interface Payback {
  /** Ids begin with this: "cashPayback". */
  readonly id: string;
  readonly label: string;
  /** Money back in one year, real. */
  readonly back: string;
  readonly docs: string;
}

const PAYBACKS: readonly Payback[] = [
  {
    id: "cashPayback",
    label: "Cash payback",
    back: "cashBack",
    docs: "Money released and saved on lines; growth avoided is not counted.",
  },
  {
    id: "valueMatched",
    label: "Value matched, counting growth avoided",
    back: "valueBack",
    docs: "Money released and growth avoided, in hospital only. Growth avoided is not cash.",
  },
];

/** Running totals of one payback and the first year in which it is reached, with a weight of £1 of each year. */
function reached({ id, label, back, docs }: Payback, weight: "" | "Discounted"): ModelVariable[] {
  const [ahead, when] = [`${id}Ahead${weight}`, `${id}Years${weight}`];
  const how = weight === "" ? "undiscounted" : "discounted";
  const invested = weight === "" ? "investedToDate" : "investedToDateDiscounted";
  const yearly = weight === "" ? back : `${back} * discountFactor`;
  return [
    {
      id: `${id}ToDate${weight}`,
      label: `${label}: money back to date, ${how}`,
      unit: REAL_A_YEAR,
      dims: ["year"],
      formula: `cumsum(${yearly})`,
      docs: `${docs} Added up from the base year on.`,
    },
    {
      id: ahead,
      label: `${label}: reached by now, ${how}`,
      unit: "0 or 1",
      dims: ["year"],
      formula: `cummax(${invested} > 0 and ${id}ToDate${weight} >= ${invested} ? 1 : 0)`,
      docs: "1 from the first year with investment above 0 to date in which the money back to date reaches it. Over draws its mean is the chance of payback by that year.",
    },
    {
      id: when,
      label: `${label}: years until reached, ${how}`,
      unit: "number",
      dims: [],
      formula: `sum(1 - ${ahead}, year)`,
      docs: "Years after the base year in which it is first reached. The number of years of the plan, the base year included, stands for: not in the plan.",
    },
  ];
}

/** Figures of the two paybacks that readers of results rely on. */
export const PAYBACK_IDS: readonly string[] = [
  "discountFactor",
  "investedToDate",
  "investedToDateDiscounted",
  ...PAYBACKS.flatMap(({ id }) =>
    ["", "Discounted"].flatMap((weight) => [`${id}ToDate${weight}`, `${id}Ahead${weight}`, `${id}Years${weight}`]),
  ),
];

export const payback: Section = {
  inputs: [
    {
      id: "discountRate",
      label: "Discount rate",
      unit: "rate",
      dims: [],
      docs: "A year, real. £1 of the base year in year t counts as 1 / (1 + rate)^t.",
    },
  ],
  variables: [
    {
      id: "discountFactor",
      label: "Discount factor",
      unit: "factor",
      dims: ["year"],
      formula: "1 / (1 + discountRate) ^ yearNumber",
      docs: "1 in the base year.",
    },
    {
      id: "lineSavingsTotal",
      label: "Savings that programmes make on lines, all lines",
      unit: "£ a year",
      dims: ["year"],
      formula: 'sum(at(lineEffects, world, "scenario"), line)',
      docs: "Negative where programmes cost other lines more than they save.",
    },
    {
      id: "cashBack",
      label: "Money back as cash",
      unit: REAL_A_YEAR,
      dims: ["year"],
      formula: "releasedTotalReal + lineSavingsTotal / deflatorIndex",
      docs: "Released from the hospital and saved on lines, in £ of the base year.",
    },
    {
      id: "valueBack",
      label: "Value back, counting growth avoided",
      unit: REAL_A_YEAR,
      dims: ["year"],
      formula: "releasedTotalReal + avoidedTotalReal",
      docs: "Released and avoided, in £ of the base year; hospital only.",
    },
    {
      id: "investedToDate",
      label: "Investment to date",
      unit: REAL_A_YEAR,
      dims: ["year"],
      formula: "cumsum(investmentTotalReal)",
      docs: "Real, added up from the base year on.",
    },
    {
      id: "investedToDateDiscounted",
      label: "Investment to date, discounted",
      unit: REAL_A_YEAR,
      dims: ["year"],
      formula: "cumsum(investmentTotalReal * discountFactor)",
      docs: "Real, each year times its discount factor, added up from the base year on.",
    },
    ...PAYBACKS.flatMap((each) => [...reached(each, ""), ...reached(each, "Discounted")]),
  ],
};
