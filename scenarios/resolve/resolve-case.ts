/** A dataset and a scenario joined into one case of the commissioning model. */
import type { Dataset } from "../../datasets/index.ts";
import { financialYears, type CommissioningCase } from "../../models/index.ts";
import { effectOf } from "../evidence/entry-of.ts";
import { checkIndicatorTargets } from "../indicators/check-targets.ts";
import { ScenarioError } from "../scenario-error.ts";
import type { Scenario } from "../schema.ts";
import { anyNumber, aRate, AssumptionReader, atLeast0 } from "./assumptions.ts";
import { resolveBooks } from "./books.ts";
import { programmeFromEvidence } from "./programme.ts";
import { resolveShifts } from "./shifts.ts";
import { resolveLines, resolveSpecialties } from "./specialties.ts";
import { resolveWards } from "./wards.ts";
import { checkUncertainty } from "./uncertain/assumptions.ts";

export interface ResolveOptions {
  /** Run a scenario on another dataset than the one it was made on: only when the person has agreed to it. */
  readonly otherDatasetAgreed?: boolean;
}

/**
 * Everything one run needs. Blocks of the dataset are passed on as they are, never copied.
 * @throws ScenarioError naming the value when the scenario was made on another dataset, names something that this
 * dataset does not have, changes an assumption that there is not, or gives a range that cannot be.
 */
export function resolveCase(dataset: Dataset, scenario: Scenario, options: ResolveOptions = {}): CommissioningCase {
  const resolved = joinCase(dataset, scenario, options);
  // Ranges change nothing here, but a scenario whose ranges are wrong is wrong in every run.
  if (scenario.uncertainty !== undefined) checkUncertainty(resolved, scenario);
  return resolved;
}

/** The same without a look at ranges. */
export function joinCase(dataset: Dataset, scenario: Scenario, options: ResolveOptions): CommissioningCase {
  if (options.otherDatasetAgreed !== true) refuseOtherDataset(dataset, scenario);
  const years = financialYears(dataset.firstYear, dataset.yearCount);
  const assumptions = new AssumptionReader(dataset, scenario.assumptions);
  const bySpecialty = (stem: string) => dataset.specialties.map(({ id }) => assumptions.value(`${stem}:${id}`, aRate));
  const resolved: CommissioningCase = {
    firstYear: dataset.firstYear,
    yearCount: dataset.yearCount,
    areas: dataset.areas.map((area) => area.id),
    bands: dataset.bands.map(({ id, lower, middle }) => ({ id, lower, middle })),
    sexes: dataset.sexes.map((sex) => sex.id),
    hospitals: dataset.hospitals.map((hospital) => hospital.id),
    useOf: dataset.useOf,
    population: dataset.population,
    activity: dataset.activity,
    delayedBedDays0: dataset.delayedBedDays0,
    attendances0: dataset.attendances0,
    growth: bySpecialty("growth"),
    stayDrift: bySpecialty("stay-drift"),
    healthAgeShift: assumptions.byYear("health-age-shift", years, anyNumber),
    inflation: Object.fromEntries(
      dataset.costTypes.map(({ id }) => [id, assumptions.byYear(`inflation:${id}`, years, aRate)]),
    ),
    hospitalCostType: dataset.hospitalCostType,
    deflator: assumptions.byYear("deflator", years, aRate),
    specialties: resolveSpecialties(dataset, assumptions),
    programmes: scenario.programmes.map((programme, i) => {
      const path = `programmes[${i}]`;
      const effect = effectOf(scenario, programme, path);
      return programmeFromEvidence(effect, dataset, programme.parameters, programme.id, path);
    }),
    shifts: resolveShifts(dataset, scenario),
    lines: resolveLines(dataset, years, assumptions),
    openingReserves: assumptions.value("opening-reserves", anyNumber),
    reservesFloor: assumptions.value("reserves-floor", atLeast0),
    ...resolveWards(dataset),
    ...resolveBooks(assumptions),
  };
  assumptions.refuseUnused();
  checkIndicatorTargets(dataset, scenario);
  return resolved;
}

function refuseOtherDataset(dataset: Dataset, scenario: Scenario): void {
  if (scenario.dataset.hash === dataset.hash) return;
  throw new ScenarioError(
    "scenario.other-dataset",
    `"${scenario.title}" was made on the dataset "${scenario.dataset.name}", and the one that is open is "${dataset.name}"` +
      `${scenario.dataset.name === dataset.name ? " with other contents" : ""}. ` +
      "Open the dataset it was made on, or agree to run it on this one: its results will differ.",
    { path: "dataset.hash", value: scenario.dataset.hash, expected: dataset.hash },
  );
}
