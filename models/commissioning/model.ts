/** The commissioning model as data: the sections put together, for either kind of activity. */
import type { Model } from "../language/model.ts";
import { activity } from "./activity.ts";
import { attendanceEffects } from "./attendance-effects.ts";
import { attendances } from "./attendances.ts";
import { avoidedCases } from "./avoided-cases.ts";
import { balance } from "./balance.ts";
import { people, projectedActivity } from "./baseline.ts";
import { budgets } from "./budgets.ts";
import { calendar } from "./calendar.ts";
import type { Activity } from "./case.ts";
import { cohorts } from "./cohorts.ts";
import { delay } from "./delay.ts";
import { DIMENSIONS } from "./dimensions.ts";
import { extendModel, extensionsText, marksOf, NO_EXTENSIONS, type Extensions } from "./extensions.ts";
import { givenActivity } from "./given-activity.ts";
import { heldBeds } from "./held-beds.ts";
import { hospital } from "./hospital.ts";
import { indicators } from "./indicators.ts";
import { moneyApart } from "./money-apart.ts";
import { moneyMoved } from "./money-moved.ts";
import { programmes } from "./programmes.ts";
import { realTerms } from "./real-terms.ts";
import type { VariableInfo } from "./results.ts";
import { payback } from "./payback.ts";
import type { Section } from "./section.ts";
import { totalsSection } from "./totals.ts";
import { wards } from "./wards.ts";
import { whoseMoney } from "./whose-money.ts";

/**
 * The model for activity projected from the base year, or given for every year, with what a scenario adds or overrides.
 * Throws FormulaError when an id of the extensions does not fit the model.
 */
export function commissioningModel(kind: Activity["kind"], extensions: Extensions = NO_EXTENSIONS): Model {
  const baseline = kind === "projected" ? projectedActivity : givenActivity;
  const sections: readonly Section[] = [
    calendar,
    people,
    baseline,
    delay,
    cohorts,
    avoidedCases,
    programmes,
    attendanceEffects,
    attendances,
    moneyMoved,
    activity,
    hospital,
    wards,
    moneyApart,
    heldBeds,
    budgets,
    balance,
    whoseMoney,
    realTerms,
    payback,
    totalsSection,
    indicators,
  ];
  const own: Model = {
    dimensions: DIMENSIONS,
    inputs: sections.flatMap((section) => section.inputs),
    variables: sections.flatMap((section) => section.variables),
  };
  return extendModel(own, extensions);
}

/**
 * Takes the extensions through every pass that can refuse them; nothing is worked out. Throws FormulaError with the id
 * of the figure that is refused.
 */
export function checkExtensions(kind: Activity["kind"], extensions: Extensions): void {
  if (extensionsText(extensions) !== "") marksOf(commissioningModel(kind, extensions), extensions);
}

/** Every variable of the model where activity is projected from the base year, in reading order. */
export const commissioningVariables: readonly VariableInfo[] = commissioningModel("projected").variables;

/** Raised when the language itself gives other figures for the same formulas. */
const LANGUAGE_VERSION = 2;

/**
 * The whole model as one canonical text, for hashing: it changes when a formula, dimension or unit does, not with
 * wording. Extensions change it; without any it is the text of the model alone.
 */
export function modelText(extensions: Extensions = NO_EXTENSIONS): string {
  const text = (model: Model): unknown => [
    model.inputs.map(({ id, unit, dims }) => [id, unit, dims]),
    model.variables.map(({ id, unit, dims, formula }) => [id, unit, dims, formula]),
  ];
  const [projected, given] = [commissioningModel("projected"), commissioningModel("given")].map(text);
  return JSON.stringify({ language: LANGUAGE_VERSION, projected, given }) + extensionsText(extensions);
}
