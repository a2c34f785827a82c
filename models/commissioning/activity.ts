/** Activity, doing nothing and in the scenario (section 5). */
import { WORLD_CELL } from "./dimensions.ts";
import type { Section } from "./section.ts";

const BY_AREA = ["world", "year", "area", "specialty"] as const;

export const activity: Section = {
  inputs: [],
  variables: [
    {
      id: "admissions",
      label: "Emergency admissions by age and sex",
      unit: "admissions a year",
      dims: WORLD_CELL,
      formula: "admissionsBefore * admissionFactor",
      docs: "All emergency admissions of residents.",
    },
    {
      id: "notDelayedBedDays",
      label: "Bed days that are not delay, by age and sex",
      unit: "bed days a year",
      dims: WORLD_CELL,
      formula: "notDelayedBefore * stayFactor",
      docs: "Avoided admissions take their bed days with them; shorter stays save more.",
    },
    {
      id: "standardDelayCells",
      label: "Standard delay by age and sex",
      unit: "bed days a year",
      dims: WORLD_CELL,
      formula: "standardDelayBefore * delayFactor",
      docs: "Avoided admissions take their delay with them; quicker discharge saves more.",
    },
    {
      id: "code9DelayCells",
      label: "Code 9 delay by age and sex",
      unit: "bed days a year",
      dims: WORLD_CELL,
      formula: "code9Before * code9Factor",
      docs: "Avoided admissions take their delay with them; quicker discharge does not reach it.",
    },
    {
      id: "delayedBedDayCells",
      label: "Delayed bed days by age and sex",
      unit: "bed days a year",
      dims: WORLD_CELL,
      formula: "standardDelayCells + code9DelayCells",
      docs: "Standard delay and code 9 together.",
    },
    {
      id: "bedDays",
      label: "Emergency bed days by age and sex",
      unit: "bed days a year",
      dims: WORLD_CELL,
      formula: "notDelayedBedDays + delayedBedDayCells",
      docs: "All occupied bed days of emergencies, delay included.",
    },
    {
      id: "emergencyAdmissions",
      label: "Emergency admissions",
      unit: "admissions a year",
      dims: BY_AREA,
      formula: "sum(admissions, age, sex)",
      docs: "All emergency admissions of residents, in the set-aside or not.",
    },
    {
      id: "delayedBedDays",
      label: "Delayed bed days",
      unit: "bed days a year",
      dims: BY_AREA,
      formula: "sum(delayedBedDayCells, age, sex)",
      docs: "Occupied bed days of people ready to leave; a part of the emergency bed days.",
    },
    {
      id: "standardDelayBedDays",
      label: "Standard delayed bed days",
      unit: "bed days a year",
      dims: BY_AREA,
      formula: "sum(standardDelayCells, age, sex)",
      docs: "The part of the delayed bed days that programmes may act on.",
    },
    {
      id: "code9BedDays",
      label: "Code 9 bed days",
      unit: "bed days a year",
      dims: BY_AREA,
      formula: "sum(code9DelayCells, age, sex)",
      docs: "The part of the delayed bed days that quicker discharge does not reach.",
    },
    {
      id: "emergencyBedDays",
      label: "Emergency bed days",
      unit: "bed days a year",
      dims: BY_AREA,
      formula: "sum(notDelayedBedDays, age, sex) + delayedBedDays",
      docs: "All occupied bed days of emergencies of residents, in the set-aside or not, delay included.",
    },
  ],
};
