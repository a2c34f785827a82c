/** Whose money a position is, and section 28 against the base year (section 12, "Whose money" and "Section 28"). */
import type { Section } from "./section.ts";

const WORLD_YEAR = ["world", "year"] as const;

/** Figures of this section that readers of results rely on. */
export const WHOSE_MONEY_IDS: readonly string[] = [
  "integratedPosition",
  "onUs",
  "section28DoingNothing",
  "section28OfPlan",
  "integratedPositionReal",
  "onUsReal",
  "section28DoingNothingReal",
  "section28OfPlanReal",
];

export const whoseMoney: Section = {
  inputs: [
    {
      id: "riskShareOver",
      label: "Board's share of an overspend of the set-aside",
      unit: "share",
      dims: [],
      docs: "From the integration scheme: what falls on the integration authority where the set-aside costs more than its budget. 1: all of it.",
    },
    {
      id: "riskShareUnder",
      label: "Board's share of an underspend of the set-aside",
      unit: "share",
      dims: [],
      docs: "From the integration scheme: what comes to the integration authority where the set-aside costs less than its budget. 1: all of it.",
    },
  ],
  variables: [
    {
      id: "integratedPosition",
      label: "Position, integrated budget",
      unit: "£ a year",
      dims: WORLD_YEAR,
      formula: "sum((budget - lineCost) * (1 - isSetAside), line)",
      docs: "Budgets less costs over the lines that are paid to the integration authority: all but the set-aside, whose position is the true-up.",
    },
    {
      id: "riskShare",
      label: "Share of the set-aside's position that is ours",
      unit: "share",
      dims: WORLD_YEAR,
      formula: "trueUp < 0 ? riskShareOver : riskShareUnder",
      docs: "The scheme's share of an overspend where the set-aside is overspent, else that of an underspend.",
    },
    {
      id: "onUs",
      label: "Position that falls on us",
      unit: "£ a year",
      dims: WORLD_YEAR,
      formula: "position - (1 - riskShare) * trueUp",
      docs: "The integrated position and our share of the set-aside's: written as the position of all lines less the share of the set-aside's that is the Health Board's. Reserves and the funding gap rest on it.",
    },
    {
      id: "setAsideAgainstBase",
      label: "Set-aside against the base year",
      unit: "£ a year",
      dims: WORLD_YEAR,
      formula: "trueUp - baseYear(trueUp)",
      docs: "Section 28 is told relative to the base year, where it is 0: whatever separates budget and cost there is not a claim that this plan makes.",
    },
    {
      id: "section28DoingNothing",
      label: "Section 28, already there if we do nothing",
      unit: "£ a year",
      dims: ["year"],
      formula: 'at(setAsideAgainstBase, world, "doing-nothing")',
      docs: "What either side could ask for with no plan at all. Positive: the integration authority of the Health Board; negative: the other way.",
    },
    {
      id: "section28OfPlan",
      label: "Section 28, because of this plan",
      unit: "£ a year",
      dims: ["year"],
      formula: 'at(trueUp, world, "scenario") - at(trueUp, world, "doing-nothing")',
      docs: "What the plan adds to it: growth avoided and money released, less what is shifted out of the set-aside.",
    },
  ],
};
