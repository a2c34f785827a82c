/** Specialties and budget lines of the dataset, with the assumptions the model needs of each. */
import type { Dataset } from "../../datasets/index.ts";
import type { BudgetLine, Specialty } from "../../models/index.ts";
import { ScenarioError } from "../scenario-error.ts";
import { aboveNoneUpTo1, above0, aRate, aShare, atLeast0, type AssumptionReader } from "./assumptions.ts";

/**
 * A specialty outside the set-aside (its line is null) is counted in all emergencies and holds no money: it is given the
 * first set-aside line with an in-scope share of 0, so its cost, its beds and what it holds are all 0.
 */
export function resolveSpecialties(dataset: Dataset, assumptions: AssumptionReader): Specialty[] {
  const setAside = dataset.lines.find((line) => line.payer === "set-aside");
  if (setAside === undefined) {
    throw new ScenarioError(
      "scenario.no-set-aside",
      `The dataset "${dataset.title}" has no budget line paid for by the set-aside, so there is nothing to move money from.`,
      { expected: 'a budget line with the payer "set-aside"' },
    );
  }
  return dataset.specialties.map(({ id, line, inScope, directCost }) => {
    const shares = {
      variableShare: assumptions.value(`variable-share:${id}`, aShare),
      semiFixedShare: assumptions.value(`semi-fixed-share:${id}`, aShare),
      fixedShare: assumptions.value(`fixed-share:${id}`, aShare),
    };
    refuseSharesNotOne(id, shares.variableShare + shares.semiFixedShare + shares.fixedShare);
    return {
      id,
      line: line ?? setAside.id,
      inScope: line === null ? 0 : inScope,
      directCost,
      ...shares,
      occupancy: assumptions.value(`occupancy:${id}`, aboveNoneUpTo1),
      closureStep: assumptions.value(`closure-step:${id}`, above0),
      releaseLagMonths: assumptions.value(`release-lag-months:${id}`, atLeast0),
      escalationPremium: assumptions.value(`escalation-premium:${id}`, atLeast0),
      // Until someone says who holds the beds shut, and takes the cost out, nothing is released.
      heldClosed: assumptions.optional(`held-closed:${id}`, aShare) ?? 0,
      realised: assumptions.optional(`realised:${id}`, aShare) ?? 0,
    };
  });
}

function refuseSharesNotOne(id: string, total: number): void {
  if (Math.abs(total - 1) <= 1e-9) return;
  throw new ScenarioError(
    "scenario.cost-shares",
    `The variable, semi-fixed and fixed shares of the cost of "${id}" sum to ${total}; they must sum to 1. Change two of them together.`,
    { path: `assumptions["variable-share:${id}"]`, value: total, expected: "three shares that sum to 1" },
  );
}

export function resolveLines(dataset: Dataset, years: readonly string[], assumptions: AssumptionReader): BudgetLine[] {
  return dataset.lines.map(({ id, payer, costType, budget0, needWeight }) => ({
    id,
    payer,
    costType,
    budget0,
    uplift: assumptions.byYear(`uplift:${id}`, years, aRate),
    demandGrowth: assumptions.value(`demand-growth:${id}`, aRate),
    needWeight: needWeight ?? undefined,
    attendances: resolveAttendances(id, assumptions),
  }));
}

/** Of a line that is given a cost an attendance, which then needs a variable share too. */
function resolveAttendances(line: string, assumptions: AssumptionReader): BudgetLine["attendances"] {
  const cost = assumptions.optional(`attendance-cost:${line}`, above0);
  if (cost === undefined) return undefined;
  return { cost, variableShare: assumptions.value(`attendance-variable-share:${line}`, aShare) };
}
