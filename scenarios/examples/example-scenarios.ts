/** Worked examples, made to measure for any dataset. The Grampian ones are kept as files in examples/scenarios/. */
import type { Dataset } from "../../datasets/index.ts";
import { financialYears } from "../../models/index.ts";
import { pairsFromMargins } from "../board/pairs.ts";
import { allocate, sumOf } from "../board/pence.ts";
import { emptyScenario } from "../empty-scenario.ts";
import { specialtyHolds } from "../resolve/holds.ts";
import type { Scenario, ScenarioShift } from "../schema.ts";

interface ProgrammePlan {
  /** Share of the money moved. */
  readonly weight: number;
  /** Months after April of the third year (the second in a plan of two). */
  readonly startsAfter: number;
  readonly phase: readonly number[];
}

interface ExamplePlan {
  readonly id: string;
  readonly title: string;
  readonly notes: string;
  /** Share of what the set-aside's specialties hold; negative takes money from the programmes. */
  readonly share: number;
  /** How many specialties take part: those that hold most. */
  readonly specialties: number;
  readonly programmes: Readonly<Record<string, ProgrammePlan>>;
}

const slow = [0.25, 0.5, 0.8, 1];
const quick = [0.5, 1];

const plans: readonly ExamplePlan[] = [
  {
    id: "home-first",
    title: "Home first, phased",
    notes:
      "About a twelfth of the set-aside moves into seven community programmes over four years. The effects are the evidence library's cautious central values; the unit costs are placeholders.",
    share: 0.08,
    specialties: 6,
    programmes: {
      "hospital-at-home": { weight: 26, startsAfter: 6, phase: slow },
      "intermediate-care": { weight: 22, startsAfter: 0, phase: slow },
      "discharge-to-assess": { weight: 20, startsAfter: 0, phase: quick },
      "rapid-response": { weight: 12, startsAfter: 6, phase: slow },
      reablement: { weight: 10, startsAfter: 0, phase: quick },
      "end-of-life-nursing": { weight: 5, startsAfter: 6, phase: quick },
      "anticipatory-care": { weight: 5, startsAfter: 6, phase: slow },
    },
  },
  {
    id: "delays-first",
    title: "Delays first",
    notes: "Half as much money, all of it into what shortens the wait to leave hospital.",
    share: 0.04,
    specialties: 6,
    programmes: {
      "discharge-to-assess": { weight: 50, startsAfter: 0, phase: quick },
      "intermediate-care": { weight: 30, startsAfter: 0, phase: slow },
      reablement: { weight: 20, startsAfter: 0, phase: quick },
    },
  },
  {
    id: "prevention-first",
    title: "Prevention first",
    notes:
      "The same money as Home first, into what is offered before people are ill enough to need hospital. By the evidence library's central values two of the four have no effect on admissions: the trials found none that could be told from chance.",
    share: 0.08,
    specialties: 6,
    programmes: {
      "anticipatory-care": { weight: 35, startsAfter: 0, phase: slow },
      "falls-exercise": { weight: 25, startsAfter: 0, phase: slow },
      telecare: { weight: 25, startsAfter: 0, phase: slow },
      "end-of-life-nursing": { weight: 15, startsAfter: 0, phase: slow },
    },
  },
];

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
  const programmes = empty.programmes.filter(({ id }) => Object.hasOwn(plan.programmes, id));
  const years = financialYears(dataset.firstYear, dataset.yearCount);
  const sources = largestSources(dataset, plan.specialties);
  if (programmes.length === 0 || sources.length === 0) return { ...empty, notes: plan.notes };
  const amounts = neatAmounts(
    plan,
    sources,
    programmes.map(({ id }) => (plan.programmes[id] as ProgrammePlan).weight),
  );
  const pairs = pairsFromMargins(
    amounts.taken,
    amounts.given,
    sources.map((source) => source.holds),
  );
  const idle = empty.shifts.filter((shift) => !Object.hasOwn(plan.programmes, shift.to));
  const shifts = programmes.flatMap(({ id }, j) => {
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
  return { ...empty, notes: plan.notes, shifts: [...shifts, ...idle] };
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

/** Margins in pence, rounded to £10,000 (or a thousandth of the money moved, where that is less). */
function neatAmounts(plan: ExamplePlan, sources: readonly Source[], weights: readonly number[]) {
  const total = plan.share * sumOf(sources.map((source) => source.holds));
  const unit = total >= 1_000_000 ? 10_000 : 1;
  const units = Math.round(total / unit);
  const inPence = (parts: readonly number[]) => parts.map((part) => part * unit * 100);
  return {
    taken: inPence(
      allocate(
        units,
        sources.map((source) => source.holds),
      ),
    ),
    given: inPence(allocate(units, weights)),
  };
}

function month(years: readonly string[], after: number): string {
  const first = Number((years[Math.min(2, years.length - 1)] as string).slice(0, 4));
  const months = 3 + after;
  return `${first + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
}
