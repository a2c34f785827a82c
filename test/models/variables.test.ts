/** The variables that every reader of results relies on: their ids and dimensions. */
import { describe, expect, it } from "vitest";
import { commissioningModel } from "../../models/commissioning/model.ts";
import { commissioningVariables, modelText, RESULT_IDS } from "../../models/index.ts";

const AT_HOSPITAL = "world year hospital specialty";
const CHANGE = "year hospital specialty";
const CELLS = "world year area age sex specialty";
const PROGRAMME = "year programme area";
const CONTRACT: Readonly<Record<string, string>> = {
  admissions: CELLS,
  notDelayedBedDays: CELLS,
  delayedBedDayCells: CELLS,
  bedDays: CELLS,
  emergencyAdmissions: "world year area specialty",
  emergencyBedDays: "world year area specialty",
  delayedBedDays: "world year area specialty",
  inScopeBedDays: AT_HOSPITAL,
  bedsNeeded: AT_HOSPITAL,
  bedsClosed: AT_HOSPITAL,
  bedsExtra: AT_HOSPITAL,
  bedsOpen: AT_HOSPITAL,
  hospitalCost: AT_HOSPITAL,
  notionalCost: AT_HOSPITAL,
  bedsOpenBase: "hospital specialty",
  bedsCounted: "hospital specialty",
  bedsRelief: "hospital specialty",
  bedsHeldClosed: AT_HOSPITAL,
  released: CHANGE,
  releasedVariable: CHANGE,
  releasedBeds: CHANGE,
  avoided: CHANGE,
  stranded: CHANGE,
  strandedFixed: CHANGE,
  releasedIfHeld: CHANGE,
  refilled: CHANGE,
  notionalReduction: CHANGE,
  releasedByArea: "year area specialty",
  avoidedByArea: "year area specialty",
  bedsClosedAlone: "year area specialty",
  hospitalCostByArea: "world year area specialty",
  investment: PROGRAMME,
  capacity: PROGRAMME,
  eligible: PROGRAMME,
  reach: PROGRAMME,
  reachLimit: PROGRAMME,
  served: PROGRAMME,
  budgetBeforeShifts: "year line",
  budget: "world year line",
  lineCost: "world year line",
  budgetReal: "world year line",
  lineCostReal: "world year line",
  budgetByPayer: "world year payer",
  costByPayer: "world year payer",
  shiftedOut: "year",
  bridging: "year",
  bridgingReal: "year",
  directedSetAside: "world year",
  trueUp: "world year",
  trueUpReal: "world year",
  position: "world year",
  positionReal: "world year",
  reserves: "world year",
  reservesReal: "world year",
  reservesDrawn: "world year",
  fundingGap: "world year",
  fundingGapReal: "world year",
  generalReserves: "world year",
  integratedPosition: "world year",
  integratedPositionReal: "world year",
  onUs: "world year",
  onUsReal: "world year",
  section28DoingNothing: "year",
  section28DoingNothingReal: "year",
  section28OfPlan: "year",
  section28OfPlanReal: "year",
  lineSavingsTotal: "year",
  attendancesTotal: "world year",
  attendanceSavings: "year",
  notDrivenByActivity: "line",
  discountFactor: "year",
  investedToDate: "year",
  investedToDateDiscounted: "year",
  cashPaybackToDate: "year",
  cashPaybackAhead: "year",
  cashPaybackYears: "",
  cashPaybackToDateDiscounted: "year",
  cashPaybackAheadDiscounted: "year",
  cashPaybackYearsDiscounted: "",
  valueMatchedToDate: "year",
  valueMatchedAhead: "year",
  valueMatchedYears: "",
  valueMatchedToDateDiscounted: "year",
  valueMatchedAheadDiscounted: "year",
  valueMatchedYearsDiscounted: "",
  releasedTotal: "year",
  releasedTotalReal: "year",
  avoidedTotal: "year",
  avoidedTotalReal: "year",
  strandedTotal: "year",
  strandedTotalReal: "year",
  releasedIfHeldTotal: "year",
  refilledTotal: "year",
  releasedIfHeldTotalReal: "year",
  refilledTotalReal: "year",
  investmentTotal: "year",
  investmentTotalReal: "year",
  specialtyHolds: "year specialty",
  specialtyTaken: "year specialty",
  days: "year",
  hospitalPriceIndex: "year",
  deflatorIndex: "year",
  emergencyAdmissionsTotal: "world year",
  emergencyAdmissionsByArea: "world year area",
  emergencyBedDaysTotal: "world year",
  emergencyBedDaysByArea: "world year area",
  delayedBedDaysTotal: "world year",
  delayedBedDaysByArea: "world year area",
  emergencyAdmissionRate: "world year",
  emergencyAdmissionRateByArea: "world year area",
  emergencyBedDayRate: "world year",
  emergencyBedDayRateByArea: "world year area",
  olderDelayRate: "world year",
  olderDelayRateByArea: "world year area",
};

describe.each(["projected", "given"] as const)("the model of %s activity", (kind) => {
  const { variables, inputs } = commissioningModel(kind);

  it("has every variable that readers rely on, with its dimensions", () => {
    const found = Object.fromEntries(variables.map(({ id, dims }) => [id, dims.join(" ")]));
    expect(found).toMatchObject(CONTRACT);
  });

  it("gives each input and variable a label, a unit and an explanation", () => {
    for (const { id, label, unit, docs } of [...inputs, ...variables]) {
      expect([id, label.length > 3, unit.length > 2 || unit === "£", docs.length > 3]).toEqual([id, true, true, true]);
    }
  });
});

describe("what a run gives without being asked", () => {
  it("is every variable readers rely on but the large ones by age and sex", () => {
    expect([...RESULT_IDS].toSorted()).toEqual(
      [
        ...Object.keys(CONTRACT).filter((id) => CONTRACT[id] !== CELLS),
        "droppedAdmissions",
        "droppedBedDays",
      ].toSorted(),
    );
  });
});

describe("the text of the model", () => {
  it("holds each formula, and is the same each time", () => {
    expect(modelText()).toBe(modelText());
    for (const { formula } of commissioningVariables) expect(modelText()).toContain(JSON.stringify(formula));
  });
});
