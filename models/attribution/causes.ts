/** The causes of a bridge, and the blocks of results it is made from. */
import type { CommissioningCase } from "../commissioning/case.ts";

/** Causes of the change from the base year to doing nothing, where activity is projected. */
export const UNDERLYING_CAUSES: readonly string[] = ["demography", "healthAge", "growth", "stayDrift"];
/** The one cause where every year's activity is given. */
export const GIVEN_CAUSE = "projection";

/** All causes, in the order of the bridge: underlying ones, then three for each programme ("<id>:admissions" and so on). */
export function bridgeCauses(given: CommissioningCase): readonly string[] {
  const programmes = given.programmes.flatMap(({ id }) => [`${id}:admissions`, `${id}:stay`, `${id}:delay`]);
  return [...(given.activity.kind === "given" ? [GIVEN_CAUSE] : UNDERLYING_CAUSES), ...programmes];
}

/** The blocks to ask of a run of this case so that `bridge` can be made from its results. */
export function bridgeInputs(given: CommissioningCase): readonly string[] {
  const always = [
    "admissions",
    "notDelayedBedDays",
    "delayedBedDayCells",
    "standardDelayCells",
    "code9DelayCells",
    "longStay",
    "programmeAdmissionFactor",
    "programmeAvoidedStayFactor",
    "programmeAvoidedDelayFactor",
    "programmeStayFactor",
    "programmeDelayFactor",
  ];
  return given.activity.kind === "given" ? always : [...always, "baseRate", "rate"];
}
