/**
 * Totals over hospitals, specialties and areas, as figures of the model: a range of a total is that of the total in each
 * draw, never a sum of ranges (section 8).
 */
import type { ModelVariable } from "../language/model.ts";
import { activity } from "./activity.ts";
import { hospital } from "./hospital.ts";
import type { Section } from "./section.ts";

const known = new Map([...activity.variables, ...hospital.variables].map((variable) => [variable.id, variable]));

/** A figure added up: `over` is what is removed of its dimensions. */
function total(of: string, id: string, over: readonly string[], what: string): ModelVariable {
  const variable = known.get(of) as ModelVariable;
  return {
    id,
    label: `${variable.label}, ${what}`,
    unit: variable.unit,
    dims: variable.dims.filter((dim) => !over.includes(dim)),
    formula: `sum(${of}, ${over.join(", ")})`,
    docs: `${variable.docs} Added up over ${over.map((dim) => PLURALS[dim] ?? dim).join(" and ")}.`,
  };
}

const PLURALS: Readonly<Record<string, string>> = {
  area: "areas",
  hospital: "hospitals",
  specialty: "specialties",
};

/** What the scenario has less of than doing nothing. */
function saved(of: string, id: string, label: string, docs: string): ModelVariable {
  const variable = totals.find((one) => one.id === of) as ModelVariable;
  return {
    id,
    label,
    unit: variable.unit,
    dims: variable.dims.filter((dim) => dim !== "world"),
    formula: `at(${of}, world, "doing-nothing") - at(${of}, world, "scenario")`,
    docs,
  };
}

const totals: readonly ModelVariable[] = [
  total("emergencyAdmissions", "emergencyAdmissionsByArea", ["specialty"], "by area"),
  total("emergencyBedDays", "emergencyBedDaysByArea", ["specialty"], "by area"),
  total("delayedBedDays", "delayedBedDaysByArea", ["specialty"], "by area"),
  total("emergencyAdmissions", "emergencyAdmissionsTotal", ["area", "specialty"], "all areas"),
  total("emergencyBedDays", "emergencyBedDaysTotal", ["area", "specialty"], "all areas"),
  total("delayedBedDays", "delayedBedDaysTotal", ["area", "specialty"], "all areas"),
  total("bedsNeeded", "bedsNeededTotal", ["hospital", "specialty"], "all hospitals"),
  total("bedsClosed", "bedsClosedTotal", ["hospital", "specialty"], "all hospitals"),
  total("hospitalCost", "hospitalCostTotal", ["hospital", "specialty"], "all hospitals"),
];

export const totalsSection: Section = {
  inputs: [],
  variables: [
    ...totals,
    saved(
      "emergencyAdmissionsTotal",
      "admissionsAvoided",
      "Emergency admissions avoided",
      "Doing nothing less the scenario, all areas. Negative where the scenario has more.",
    ),
    saved(
      "emergencyBedDaysTotal",
      "bedDaysSaved",
      "Emergency bed days saved",
      "Doing nothing less the scenario, all areas. Negative where the scenario has more.",
    ),
    saved(
      "delayedBedDaysTotal",
      "delayedBedDaysSaved",
      "Delayed bed days saved",
      "Doing nothing less the scenario, all areas. Negative where the scenario has more.",
    ),
  ],
};
