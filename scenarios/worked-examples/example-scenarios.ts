/** Worked examples, made to measure for any dataset. The Grampian ones are kept as files in examples/scenarios/. */
import type { Dataset } from "../../datasets/index.ts";
import { financialYears } from "../../models/index.ts";
import { pairsFromMargins } from "../board/pairs.ts";
import { allocate, sumOf } from "../board/pence.ts";
import { emptyScenario } from "../empty-scenario.ts";
import { specialtyHolds } from "../resolve/holds.ts";
import type { Scenario, ScenarioShift } from "../schema.ts";
import { plans, type ExamplePlan, type ProgrammePlan } from "./plans.ts";
import { highEffects, twiceThePlaces } from "./plan-parameters.ts";

/** Ids and titles of the examples, the default one first. */
export const exampleTitles: readonly { readonly id: string; readonly title: string }[] = plans.map(({ id, title }) => ({
  id,
  title,
}));

/** All examples on this dataset, the default one first. */
export function exampleScenarios(dataset: Dataset): Scenario[] {
  return plans.map((plan) => planned(plan, dataset));
}

/** The default example: "Home first, phased". Moves nothing where the dataset has nothing that can be moved. */
export function exampleScenario(dataset: Dataset): Scenario {
  return planned(plans[0] as ExamplePlan, dataset);
}

function planned(plan: ExamplePlan, dataset: Dataset): Scenario {
  const empty = emptyScenario(dataset, plan.title);
  const chosen = empty.programmes.filter(({ id }) => Object.hasOwn(plan.programmes, id));
  const sources = largestSources(dataset, plan.specialties);
  if (chosen.length === 0 || sources.length === 0) return { ...empty, notes: plan.notes };
  const weights = chosen.map(({ id }) => (plan.programmes[id] as ProgrammePlan).weight);
  const { taken, given } = neatAmounts(plan, sources, weights);
  const pairs = pairsFromMargins(
    taken,
    given,
    sources.map((source) => source.holds),
  );
  const years = financialYears(dataset.firstYear, dataset.yearCount);
  const shifts = chosen.flatMap(({ id }, j) => {
    const { startsAfter, phase } = plan.programmes[id] as ProgrammePlan;
    return sources.flatMap((source, i): ScenarioShift[] => {
      const amount = ((pairs[i] as number[])[j] as number) / 100;
      if (amount === 0) return [];
      return [
        {
          id: `${source.id}-to-${id}`.slice(0, 64),
          from: source.id,
          to: id,
          amount,
          priceBase: years[0] as string,
          start: month(years, startsAfter),
          phase: [...phase],
          split: "population",
        },
      ];
    });
  });
  const idle = empty.shifts.filter((shift) => !Object.hasOwn(plan.programmes, shift.to));
  const programmes = empty.programmes.map((programme) => {
    const cuts = -((given[chosen.indexOf(programme)] ?? 0) / 100);
    const parameters = {
      ...(plan.highEffects === true ? highEffects(programme.evidence) : {}),
      ...(plan.share < 0 && cuts > 0 ? twiceThePlaces(programme, cuts, dataset) : {}),
    };
    return Object.keys(parameters).length === 0 ? programme : { ...programme, parameters };
  });
  const assumptions = { ...empty.assumptions, ...heldShut(plan, dataset) };
  return { ...empty, notes: plan.notes, programmes, shifts: [...shifts, ...idle], assumptions };
}

/** What the plan says of holding closed beds shut, for each specialty that the set-aside pays for. */
function heldShut({ held }: ExamplePlan, dataset: Dataset): Record<string, number> {
  if (held === undefined) return {};
  const inSetAside = dataset.specialties.filter(({ line, inScope }) => line !== null && inScope > 0);
  return Object.fromEntries(
    ["held-closed", "realised"].flatMap((stem) => inSetAside.map(({ id }) => [`${stem}:${id}`, held])),
  );
}

interface Source {
  readonly id: string;
  readonly holds: number;
}

function largestSources(dataset: Dataset, most: number): Source[] {
  return specialtyHolds(dataset)
    .map((holds, k) => ({ id: dataset.specialties[k]?.id as string, holds }))
    .filter((source) => source.holds > 0)
    .sort((a, b) => b.holds - a.holds)
    .slice(0, most);
}

/** Margins in pence, in steps of £10,000 where a million or more moves, else of £1. */
function neatAmounts(plan: ExamplePlan, sources: readonly Source[], weights: readonly number[]) {
  const total = Math.abs(plan.share) * sumOf(sources.map((source) => source.holds));
  const unit = total >= 1_000_000 ? 10_000 : 1;
  const inPence = (parts: readonly number[]) => parts.map((part) => part * unit * 100 * Math.sign(plan.share));
  return {
    taken: inPence(
      allocate(
        Math.round(total / unit),
        sources.map((source) => source.holds),
      ),
    ),
    given: inPence(allocate(Math.round(total / unit), weights)),
  };
}

function month(years: readonly string[], after: number): string {
  const first = Number((years[Math.min(2, years.length - 1)] as string).slice(0, 4));
  const months = 3 + after;
  return `${first + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}
