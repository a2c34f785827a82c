/**
 * The national indicators that boards expect, and what the model can say of each (docs/method/indicators.md). The
 * definitions are those of Public Health Scotland; figures of the two sets are not comparable with each other.
 */
export type IndicatorSet = "Ministerial Strategic Group" | "Core Suite";

/** What a dataset must know for an indicator to be worked out on it. */
export type Need = "a band from 18" | "a band from 75" | "delay by age";

interface IndicatorBase {
  readonly id: string;
  readonly set: IndicatorSet;
  /** As published: "2a". */
  readonly number: string;
  readonly label: string;
}

export interface ProjectedIndicator extends IndicatorBase {
  readonly kind: "projected";
  /** Variable of the model by world and year, all areas; and the same by area. */
  readonly variable: string;
  readonly variableByArea: string;
  readonly unit: string;
  readonly denominator: string;
  /** Every indicator that the model projects is better the lower it is. */
  readonly desired: "lower";
  readonly needs: readonly Need[];
  /** Which of the dataset's definitions says what was counted. */
  readonly counted: "admission" | "bedDay";
}

export interface NotModelledIndicator extends IndicatorBase {
  readonly kind: "not modelled";
  readonly reason: string;
}

export type Indicator = ProjectedIndicator | NotModelledIndicator;

const MSG: IndicatorSet = "Ministerial Strategic Group";
const CORE: IndicatorSet = "Core Suite";
const COUNT = "none: a count of residents of all areas";
const ADULTS = "100,000 residents aged 18 and over, in the year itself";

const projected = (
  set: IndicatorSet,
  number: string,
  label: string,
  rest: Pick<ProjectedIndicator, "variable" | "variableByArea" | "unit" | "denominator" | "needs" | "counted">,
): ProjectedIndicator => ({ kind: "projected", id: idOf(set, number), set, number, label, desired: "lower", ...rest });

const notModelled = (set: IndicatorSet, number: string, label: string, reason: string): NotModelledIndicator => ({
  kind: "not modelled",
  id: idOf(set, number),
  set,
  number,
  label,
  reason,
});

/** "msg-2a", "core-12". */
function idOf(set: IndicatorSet, number: string): string {
  return `${set === MSG ? "msg" : "core"}-${number}`;
}

const NO_PLACE_OF_DEATH = "the model does not follow people to their death, and no programme moves where they die";
const NO_PLACE_OF_LIFE = "the model holds no people by where they live and are cared for";

export const INDICATORS: readonly Indicator[] = [
  projected(MSG, "1", "Emergency admissions", {
    variable: "emergencyAdmissionsTotal",
    variableByArea: "emergencyAdmissionsByArea",
    unit: "admissions a year",
    denominator: COUNT,
    needs: [],
    counted: "admission",
  }),
  projected(MSG, "2a", "Unplanned bed days, acute", {
    variable: "emergencyBedDaysTotal",
    variableByArea: "emergencyBedDaysByArea",
    unit: "bed days a year",
    denominator: COUNT,
    needs: [],
    counted: "bedDay",
  }),
  notModelled(MSG, "3", "Attendances at A&E", "the data hold no attendances at A&E"),
  projected(MSG, "4", "Delayed discharge bed days", {
    variable: "delayedBedDaysTotal",
    variableByArea: "delayedBedDaysByArea",
    unit: "bed days a year",
    denominator: COUNT,
    needs: [],
    counted: "bedDay",
  }),
  notModelled(MSG, "5", "Last six months of life, by setting", NO_PLACE_OF_DEATH),
  notModelled(MSG, "6", "Balance of care", NO_PLACE_OF_LIFE),
  projected(CORE, "12", "Emergency admission rate", {
    variable: "emergencyAdmissionRate",
    variableByArea: "emergencyAdmissionRateByArea",
    unit: "admissions a year per 100,000 people",
    denominator: ADULTS,
    needs: ["a band from 18"],
    counted: "admission",
  }),
  projected(CORE, "13", "Emergency bed day rate", {
    variable: "emergencyBedDayRate",
    variableByArea: "emergencyBedDayRateByArea",
    unit: "bed days a year per 100,000 people",
    denominator: ADULTS,
    needs: ["a band from 18"],
    counted: "bedDay",
  }),
  notModelled(
    CORE,
    "14",
    "Readmissions within 28 days",
    "the model counts admissions, not which of them follow another; hospital at home may move it the wrong way",
  ),
  notModelled(CORE, "15", "Last six months of life at home or in a community setting", NO_PLACE_OF_DEATH),
  notModelled(CORE, "16", "Admissions after a fall, aged 65 and over", "the data hold no admissions by cause"),
  notModelled(CORE, "18", "Adults with intensive needs cared for at home", NO_PLACE_OF_LIFE),
  projected(CORE, "19", "Days delayed, aged 75 and over", {
    variable: "olderDelayRate",
    variableByArea: "olderDelayRateByArea",
    unit: "bed days a year per 1,000 people",
    denominator: "1,000 residents aged 75 and over, in the year itself",
    needs: ["a band from 75", "delay by age"],
    counted: "bedDay",
  }),
  notModelled(
    CORE,
    "20",
    "Share of spend on emergency stays",
    "its denominator is all health and care spend on adults, of which the books hold the lines of the plan only; whether it is still published has not been checked",
  ),
];

/** Undefined where there is no such indicator. */
export function indicatorOf(id: string): Indicator | undefined {
  return INDICATORS.find((each) => each.id === id);
}
