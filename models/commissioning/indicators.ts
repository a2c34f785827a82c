/**
 * Rates of the national Core Suite on all emergencies of residents (section 9). The counts of the Ministerial Strategic
 * Group are the totals of `totals.ts`; what a rate needs of the data is checked in `scenarios/indicators`.
 */
import type { ModelVariable } from "../language/model.ts";
import type { Section } from "./section.ts";

/** An adult is 18 or over. */
export const FIRST_ADULT_AGE = 18;
/** Delay among older people is told from this age. */
export const FIRST_OLDER_AGE = 75;

interface Rate {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Figure by area that is divided, and the people by area that it is divided by. */
  readonly counted: string;
  readonly people: string;
  /** Variable that turns a rate for one person into the rate that is told. */
  readonly scale: string;
  readonly docs: string;
}

/** The rate of each area, and of all areas together: people and events are added up first, never rates. */
function rate({ id, label, unit, counted, people, scale, docs }: Rate): ModelVariable[] {
  return [
    {
      id: `${id}ByArea`,
      label: `${label}, by area`,
      unit,
      dims: ["world", "year", "area"],
      formula: `ratio(${counted}, ${people}) * ${scale}`,
      docs: `${docs} 0 in an area where no such people live.`,
    },
    {
      id,
      label,
      unit,
      dims: ["world", "year"],
      formula: `ratio(sum(${counted}, area), sum(${people}, area)) * ${scale}`,
      docs: `${docs} All areas: events and people are added up before they are divided.`,
    },
  ];
}

export const indicators: Section = {
  inputs: [
    {
      id: "adultBand",
      label: "Band of adults",
      unit: "0 or 1",
      dims: ["age"],
      docs: "1 for age bands that start at 18 or above.",
    },
    {
      id: "olderBand",
      label: "Band of people aged 75 and over",
      unit: "0 or 1",
      dims: ["age"],
      docs: "1 for age bands that start at 75 or above.",
    },
  ],
  variables: [
    {
      id: "peopleOfAdultRate",
      label: "People for whom an adult rate is told",
      unit: "people per 100,000 people",
      dims: [],
      formula: "100000",
      docs: "Turns a rate for one person into one for 100,000.",
    },
    {
      id: "peopleOfOlderRate",
      label: "People for whom a rate of older people is told",
      unit: "people per 1,000 people",
      dims: [],
      formula: "1000",
      docs: "Turns a rate for one person into one for 1,000.",
    },
    {
      id: "adults",
      label: "Adults",
      unit: "people",
      dims: ["year", "area"],
      formula: "sum(population * adultBand, age, sex)",
      docs: "Residents aged 18 and over in the year.",
    },
    {
      id: "olderPeople",
      label: "People aged 75 and over",
      unit: "people",
      dims: ["year", "area"],
      formula: "sum(population * olderBand, age, sex)",
      docs: "Residents aged 75 and over in the year.",
    },
    {
      id: "adultAdmissions",
      label: "Emergency admissions of adults",
      unit: "admissions a year",
      dims: ["world", "year", "area"],
      formula: "sum(admissions * adultBand, age, sex, specialty)",
      docs: "All emergency admissions of residents aged 18 and over.",
    },
    {
      id: "adultBedDays",
      label: "Emergency bed days of adults",
      unit: "bed days a year",
      dims: ["world", "year", "area"],
      formula: "sum(bedDays * adultBand, age, sex, specialty)",
      docs: "All occupied bed days of emergencies of residents aged 18 and over, delay included.",
    },
    {
      id: "olderDelayedBedDays",
      label: "Delayed bed days of people aged 75 and over",
      unit: "bed days a year",
      dims: ["world", "year", "area"],
      formula: "sum(delayedBedDayCells * olderBand, age, sex, specialty)",
      docs: "Occupied bed days of people aged 75 and over who were ready to leave.",
    },
    ...rate({
      id: "emergencyAdmissionRate",
      label: "Emergency admission rate of adults",
      unit: "admissions a year per 100,000 people",
      counted: "adultAdmissions",
      people: "adults",
      scale: "peopleOfAdultRate",
      docs: "Core Suite 12: emergency admissions of adults for each 100,000 adults.",
    }),
    ...rate({
      id: "emergencyBedDayRate",
      label: "Emergency bed day rate of adults",
      unit: "bed days a year per 100,000 people",
      counted: "adultBedDays",
      people: "adults",
      scale: "peopleOfAdultRate",
      docs: "Core Suite 13: emergency bed days of adults for each 100,000 adults.",
    }),
    ...rate({
      id: "olderDelayRate",
      label: "Days delayed at 75 and over",
      unit: "bed days a year per 1,000 people",
      counted: "olderDelayedBedDays",
      people: "olderPeople",
      scale: "peopleOfOlderRate",
      docs: "Core Suite 19: days people aged 75 and over spend in hospital when ready to leave, for each 1,000 of them.",
    }),
  ],
};

/** What the national indicators are read from: counts and rates, of all areas together and by area. */
export const INDICATOR_IDS: readonly string[] = [
  "emergencyAdmissionsTotal",
  "emergencyAdmissionsByArea",
  "emergencyBedDaysTotal",
  "emergencyBedDaysByArea",
  "delayedBedDaysTotal",
  "delayedBedDaysByArea",
  "emergencyAdmissionRate",
  "emergencyAdmissionRateByArea",
  "emergencyBedDayRate",
  "emergencyBedDayRateByArea",
  "olderDelayRate",
  "olderDelayRateByArea",
];
