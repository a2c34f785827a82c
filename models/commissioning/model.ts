/** The commissioning model as data: the sections put together, for either kind of activity. */
import type { Model } from "../language/model.ts";
import { activity } from "./activity.ts";
import { people, projectedActivity } from "./baseline.ts";
import { books } from "./books.ts";
import { calendar } from "./calendar.ts";
import type { Activity } from "./case.ts";
import { DIMENSIONS } from "./dimensions.ts";
import { givenActivity } from "./given-activity.ts";
import { hospital } from "./hospital.ts";
import { moneyApart } from "./money-apart.ts";
import { moneyMoved } from "./money-moved.ts";
import { programmes } from "./programmes.ts";
import { realTerms } from "./real-terms.ts";
import type { VariableInfo } from "./results.ts";
import type { Section } from "./section.ts";

/** The model for activity projected from the base year, or given for every year. */
export function commissioningModel(kind: Activity["kind"]): Model {
  const baseline = kind === "projected" ? projectedActivity : givenActivity;
  const sections: readonly Section[] = [
    calendar,
    people,
    baseline,
    programmes,
    moneyMoved,
    activity,
    hospital,
    moneyApart,
    books,
    realTerms,
  ];
  return {
    dimensions: DIMENSIONS,
    inputs: sections.flatMap((section) => section.inputs),
    variables: sections.flatMap((section) => section.variables),
  };
}

/** Every variable of the model where activity is projected from the base year, in reading order. */
export const commissioningVariables: readonly VariableInfo[] = commissioningModel("projected").variables;

/** The whole model as one canonical text, for hashing: the same text for as long as no formula, dimension or unit changes. */
export function modelText(): string {
  return JSON.stringify({ projected: commissioningModel("projected"), given: commissioningModel("given") });
}
