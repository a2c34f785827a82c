/** Money in real terms: £ of the base year (section 3, Prices). */
import type { ModelVariable } from "../language/model.ts";
import { balance } from "./balance.ts";
import { budgets } from "./budgets.ts";
import { moneyApart } from "./money-apart.ts";
import type { Section } from "./section.ts";
import { whoseMoney } from "./whose-money.ts";

const NOMINAL = [
  "budget",
  "lineCost",
  "position",
  "fundingGap",
  "reserves",
  "trueUp",
  "integratedPosition",
  "onUs",
  "section28DoingNothing",
  "section28OfPlan",
  "bridging",
  "releasedTotal",
  "avoidedTotal",
  "strandedTotal",
  "investmentTotal",
] as const;

const nominal = new Map(
  [...budgets.variables, ...balance.variables, ...whoseMoney.variables, ...moneyApart.variables].map((variable) => [
    variable.id,
    variable,
  ]),
);

export const realTerms: Section = {
  inputs: [],
  variables: NOMINAL.map((id): ModelVariable => {
    const variable = nominal.get(id) as ModelVariable;
    return {
      id: `${id}Real`,
      label: `${variable.label}, real terms`,
      unit: variable.unit.replace("£", "£ of the base year"),
      dims: variable.dims,
      formula: `${id} / deflatorIndex`,
      docs: `${variable.docs} In £ of the base year.`,
    };
  }),
};
