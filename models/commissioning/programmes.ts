/** What a programme reaches, and what that does to admissions, stay and delay (section 5). */
import { WORLD_CELL } from "./dimensions.ts";
import type { Section } from "./section.ts";

const REACHED = ["world", "year", "area", "programme"] as const;
const FACTOR_DOCS = "With present services: what is left after the change over what is left now. 1 when doing nothing.";

export const programmes: Section = {
  inputs: [
    {
      id: "presentCapacity",
      label: "Present capacity",
      unit: "places",
      dims: ["programme", "area"],
      docs: "Places already there, paid for by the line's present budget.",
    },
    {
      id: "throughput",
      label: "People a place serves",
      unit: "people a place a year",
      dims: ["programme"],
      docs: "How many people pass through one place in a year.",
    },
    {
      id: "maxReach",
      label: "Largest reach",
      unit: "share of the eligible",
      dims: ["programme"],
      docs: "The share of the cohort that can ever be reached.",
    },
    {
      id: "eligibleShare",
      label: "Eligible share of admissions",
      unit: "share",
      dims: ["programme"],
      docs: "Share of the targeted admissions that the programme suits; of a prevention, its cohort's share of them.",
    },
    {
      id: "eligibleShareOfBedDays",
      label: "Eligible share of bed days that are not delay",
      unit: "share",
      dims: ["programme"],
      docs: "Where not known, the eligible share of admissions.",
    },
    {
      id: "eligibleShareOfDelay",
      label: "Eligible share of delayed bed days",
      unit: "share",
      dims: ["programme"],
      docs: "Where not known, the eligible share of admissions.",
    },
    {
      id: "targets",
      label: "Targeted cells",
      unit: "0 or 1",
      dims: ["age", "sex", "specialty", "programme"],
      docs: "1 where the programme aims at the age band, sex and specialty.",
    },
    {
      id: "effectOnAdmissions",
      label: "Effect on admissions",
      unit: "share of admissions avoided",
      dims: ["programme"],
      docs: "For each eligible person reached who would have been admitted. Negative makes it worse.",
    },
    {
      id: "effectOnStay",
      label: "Effect on stay",
      unit: "share of stay saved",
      dims: ["programme"],
      docs: "For each eligible person reached; acts on bed days that are not delay. Negative makes it worse.",
    },
    {
      id: "effectOnDelay",
      label: "Effect on delay",
      unit: "share of delay saved",
      dims: ["programme"],
      docs: "For each eligible person reached; acts on delayed bed days. Negative makes it worse.",
    },
  ],
  variables: [
    {
      id: "capacityOf",
      label: "Capacity, doing nothing and scenario",
      unit: "places",
      dims: ["world", "year", "programme", "area"],
      formula: "presentCapacity + inScenario * placesAdded",
      docs: "Present places, and in the scenario the places that shifts add or take.",
    },
    {
      id: "capacity",
      label: "Capacity",
      unit: "places",
      dims: ["year", "programme", "area"],
      formula: 'at(capacityOf, world, "scenario")',
      docs: "Mean places over the year in the scenario, present ones included.",
    },
    {
      id: "reachOf",
      label: "Reach, doing nothing and scenario",
      unit: "share of the eligible",
      dims: ["world", "year", "programme", "area"],
      formula: "reachLimit * cohort > 0 ? reachLimit * (1 - exp(-capacityOf * throughput / (reachLimit * cohort))) : 0",
      docs: "Every place is used while reach is small; towards the largest reach returns diminish. Taken on the year's mean capacity.",
    },
    {
      id: "reach",
      label: "Reach",
      unit: "share of the eligible",
      dims: ["year", "programme", "area"],
      formula: 'at(reachOf, world, "scenario")',
      docs: "Share of the eligible who are served in the scenario.",
    },
    {
      id: "presentReach",
      label: "Reach of present services",
      unit: "share of the eligible",
      dims: ["year", "programme", "area"],
      formula: 'at(reachOf, world, "doing-nothing")',
      docs: "Share of the eligible whom present places serve.",
    },
    {
      id: "served",
      label: "People served beyond present services",
      unit: "people a year",
      dims: ["year", "programme", "area"],
      formula: "(reach - presentReach) * cohort",
      docs: "Negative where services are cut.",
    },
    {
      id: "programmeAdmissionFactor",
      label: "What a programme leaves of admissions",
      unit: "factor",
      dims: REACHED,
      formula:
        "reachOf == presentReach ? 1 : (1 - eligibleShare * reachOf * netEffectOnAdmissions) / (1 - eligibleShare * presentReach * netEffectOnAdmissions)",
      docs: FACTOR_DOCS,
    },
    {
      id: "programmeAvoidedStayFactor",
      label: "What admissions that a programme avoids leave of bed days that are not delay",
      unit: "factor",
      dims: REACHED,
      formula:
        "reachOf == presentReach ? 1 : (1 - eligibleShare * reachOf * avoidedStay) / (1 - eligibleShare * presentReach * avoidedStay)",
      docs: FACTOR_DOCS,
    },
    {
      id: "programmeAvoidedDelayFactor",
      label: "What admissions that a programme avoids leave of delay",
      unit: "factor",
      dims: REACHED,
      formula:
        "reachOf == presentReach ? 1 : (1 - eligibleShare * reachOf * avoidedDelay) / (1 - eligibleShare * presentReach * avoidedDelay)",
      docs: FACTOR_DOCS,
    },
    {
      id: "programmeStayFactor",
      label: "What a programme leaves of bed days that are not delay",
      unit: "factor",
      dims: REACHED,
      formula:
        "reachOf == presentReach ? 1 : (1 - eligibleShareOfBedDays * reachOf * effectOnStay) / (1 - eligibleShareOfBedDays * presentReach * effectOnStay)",
      docs: FACTOR_DOCS,
    },
    {
      id: "programmeDelayFactor",
      label: "What a programme leaves of delay",
      unit: "factor",
      dims: REACHED,
      formula:
        "reachOf == presentReach ? 1 : (1 - eligibleShareOfDelay * reachOf * effectOnDelay) / (1 - eligibleShareOfDelay * presentReach * effectOnDelay)",
      docs: FACTOR_DOCS,
    },
    {
      id: "admissionFactor",
      label: "What all programmes leave of admissions",
      unit: "factor",
      dims: WORLD_CELL,
      formula: "prod(targets > 0 and longStay == 0 ? programmeAdmissionFactor : 1, programme)",
      docs: "Programmes that aim at the same people multiply. Bed days without admissions have none to avoid.",
    },
    {
      id: "stayFactor",
      label: "What all programmes leave of bed days that are not delay",
      unit: "factor",
      dims: WORLD_CELL,
      formula:
        "prod(targets > 0 ? (longStay == 0 ? programmeAvoidedStayFactor : 1) * programmeStayFactor : 1, programme)",
      docs: "Avoided admissions take bed days with them, and stays are shorter. Programmes that aim at the same people multiply.",
    },
    {
      id: "delayFactor",
      label: "What all programmes leave of standard delay",
      unit: "factor",
      dims: WORLD_CELL,
      formula:
        "prod(targets > 0 ? (longStay == 0 ? programmeAvoidedDelayFactor : 1) * programmeDelayFactor : 1, programme)",
      docs: "Avoided admissions take delay with them, and discharge is quicker. Programmes that aim at the same people multiply.",
    },
    {
      id: "code9Factor",
      label: "What all programmes leave of code 9 delay",
      unit: "factor",
      dims: WORLD_CELL,
      formula: "prod(targets > 0 and longStay == 0 ? programmeAvoidedDelayFactor : 1, programme)",
      docs: "Avoided admissions alone take any with them. Programmes that aim at the same people multiply.",
    },
  ],
};
