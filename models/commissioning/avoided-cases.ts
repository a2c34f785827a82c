/** What an admission avoided is worth: deadweight, shorter stays than the average, admissions afterwards (section 12). */
import type { Section } from "./section.ts";

const OF_PROGRAMME = ["programme"] as const;

export const avoidedCases: Section = {
  inputs: [
    {
      id: "deadweight",
      label: "Deadweight",
      unit: "share",
      dims: OF_PROGRAMME,
      docs: "Of the people reached, those who would not have been admitted anyway; 0 where the effect is net of them.",
    },
    {
      id: "stayRatio",
      label: "Stay of an avoided case over the average",
      unit: "factor",
      dims: OF_PROGRAMME,
      docs: "Bed days that are not delay of an avoided case over those of the average case of its cell; 1 where it is like the average.",
    },
    {
      id: "delayRatio",
      label: "Delay of an avoided case over the average",
      unit: "factor",
      dims: OF_PROGRAMME,
      docs: "Delayed bed days of an avoided case over those of the average case of its cell; 1 where it is like the average.",
    },
    {
      id: "readmittedShare",
      label: "Avoided cases that would have been admitted again",
      unit: "share",
      dims: OF_PROGRAMME,
      docs: "Of those cared for in hospital, how many are admitted once more in the time that the ratio below is for.",
    },
    {
      id: "readmissionRatio",
      label: "Admissions afterwards, served over hospital",
      unit: "factor",
      dims: OF_PROGRAMME,
      docs: "Relative risk of an admission afterwards; above 1 the programme's people come back more often. 1 makes no difference.",
    },
  ],
  variables: [
    {
      id: "avoidedShare",
      label: "Admissions avoided for each eligible person reached",
      unit: "share of admissions avoided",
      dims: OF_PROGRAMME,
      formula: "effectOnAdmissions * (1 - deadweight)",
      docs: "The effect on those who would have been admitted, over all who are reached.",
    },
    {
      id: "admissionsAfterwards",
      label: "Admissions added afterwards for each one avoided",
      unit: "share",
      dims: OF_PROGRAMME,
      formula: "readmittedShare * (readmissionRatio - 1)",
      docs: "Those who would have been admitted again, times what the ratio adds. They are taken to come in the same year, to the same cells, and to stay as long as the average case.",
    },
    {
      id: "netEffectOnAdmissions",
      label: "Net effect on admissions",
      unit: "share of admissions avoided",
      dims: OF_PROGRAMME,
      formula: "avoidedShare * (1 - admissionsAfterwards)",
      docs: "Admissions avoided, less those that come afterwards.",
    },
    {
      id: "avoidedStay",
      label: "Bed days that are not delay of the admissions avoided",
      unit: "share of bed days avoided",
      dims: OF_PROGRAMME,
      formula: "avoidedShare * (stayRatio - admissionsAfterwards)",
      docs: "Avoided cases take the bed days of a case like theirs with them. The rise in the mean stay that follows from short cases avoided is arithmetic, not failure.",
    },
    {
      id: "avoidedDelay",
      label: "Delayed bed days of the admissions avoided",
      unit: "share of bed days avoided",
      dims: OF_PROGRAMME,
      formula: "avoidedShare * (delayRatio - admissionsAfterwards)",
      docs: "Avoided cases take the delay of a case like theirs with them.",
    },
  ],
};
