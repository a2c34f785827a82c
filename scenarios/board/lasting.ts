/**
 * What each specialty can give in every year of the plan. Amounts are repriced by the cost type of the programme that
 * they pay for, while what a specialty holds grows by its line's uplift: what fits into the base year's budget may be
 * more than is held later.
 */
import { entryOf } from "../evidence/entry-of.ts";
import type { Scenario, ScenarioProgramme } from "../schema.ts";
import { defaultTerms } from "./default-terms.ts";
import { marginsOf } from "./margins.ts";
import { termsOf, type Terms } from "./terms.ts";

/** What the limits depend on; what the window is told of a dataset has it all. */
export interface PlanFigures {
  /** `["2024/25", ...]`, the base year first. */
  readonly years: readonly string[];
  /** `holds`: £ a year of the base year. */
  readonly specialties: readonly { readonly id: string; readonly line: string | null; readonly holds: number }[];
  readonly assumptions: readonly { readonly key: string; readonly value: number }[];
}

export interface LastingLimit {
  /** £ a year, whole pence: no more than is held, in any year. */
  readonly most: number;
  /** The year in which more than `most` would be short; null when the base year's holding itself is the limit. */
  readonly shortIn: string | null;
}

/**
 * Limits by specialty, exact where all programmes cost alike and cautious otherwise: each specialty is taken to pay for
 * whichever unlocked or funded programme costs most in a year, in proportion to its amount. As long as every specialty
 * is at or below its limit, the model finds in no year that more is taken than held.
 * `locked` are ids of programmes that keep their money.
 */
export function lastingLimits(
  scenario: Scenario,
  plan: PlanFigures,
  locked: ReadonlySet<string>,
): Map<string, LastingLimit> {
  const rates = new Rates(scenario, plan);
  const margins = marginsOf(scenario);
  const open = scenario.programmes.filter(({ id }) => !locked.has(id) || margins.programmes.get(id) !== 0);
  const costs = open.map((programme) => rates.costOf(programme, termsOf(scenario, programme.id)));
  const most = plan.years.map((_, t) => Math.max(0, ...costs.map((cost) => (cost[t] as Range).most)));
  const least = plan.years.map((_, t) => Math.min(...costs.map((cost) => (cost[t] as Range).least), most[t] as number));
  const back = runningBack(margins);
  const across = rates.takenFromAll(scenario);
  return new Map(
    plan.specialties.map((specialty) => {
      const held = rates.heldOf(specialty);
      const share = shareOfAll(plan, specialty);
      let limit: LastingLimit = { most: inPence(specialty.holds), shortIn: null };
      for (const [t, year] of plan.years.entries()) {
        const cost = most[t] as number;
        if (cost <= 0) continue;
        // Where money runs back, the specialty may pay for the dearest and get back from the cheapest.
        const free = (held[t] as number) - share * (across[t] as number) - back * (cost - (least[t] as number));
        const can = inPence(Math.max(0, free) / cost);
        if (can < limit.most) limit = { most: can, shortIn: year };
      }
      return [specialty.id, limit];
    }),
  );
}

/** £ in a year for each £ of the amount typed: the least and the most, where the programme's cost type is not known. */
interface Range {
  readonly least: number;
  readonly most: number;
}

/** Whole pence at or below; a billionth of a penny is rounding. */
function inPence(pounds: number): number {
  return Math.floor(pounds * 100 + 1e-9) / 100;
}

/** £ a year that run from programmes to specialties, at most: no specialty gets more back than that. */
function runningBack({ specialties, programmes }: ReturnType<typeof marginsOf>): number {
  const below = (amounts: Iterable<number>): number =>
    [...amounts].reduce((sum, amount) => sum + Math.max(0, -amount), 0);
  return Math.max(below(specialties.values()), below(programmes.values()));
}

/** Its part of what is taken from all, by what it holds; where several lines pay, all of it, to be cautious. */
function shareOfAll(plan: PlanFigures, { holds }: PlanFigures["specialties"][number]): number {
  const inSetAside = plan.specialties.filter((each) => each.line !== null);
  if (new Set(inSetAside.map((each) => each.line)).size > 1) return 1;
  const total = inSetAside.reduce((sum, each) => sum + each.holds, 0);
  return total > 0 ? holds / total : 0;
}

/** Growth of prices and budgets, from the dataset's assumptions and what the scenario changes of them. */
class Rates {
  readonly #values: Map<string, number>;
  readonly #costTypes: readonly string[];
  readonly #plan: PlanFigures;
  readonly #scenario: Scenario;

  constructor(scenario: Scenario, plan: PlanFigures) {
    this.#scenario = scenario;
    this.#plan = plan;
    this.#values = new Map(plan.assumptions.map(({ key, value }) => [key, value]));
    this.#costTypes = [...new Set([...this.#values.keys()].flatMap((key) => /^inflation:(.+):/.exec(key)?.[1] ?? []))];
    for (const [key, value] of Object.entries(scenario.assumptions)) this.#values.set(key, value);
  }

  /** Index by year, 1 in the base year. */
  #index(stem: string): number[] {
    let level = 1;
    return this.#plan.years.map((year, t) => {
      if (t > 0) level *= 1 + (this.#values.get(`${stem}:${year}`) ?? 0);
      return level;
    });
  }

  heldOf({ line, holds }: PlanFigures["specialties"][number]): number[] {
    return line === null ? this.#plan.years.map(() => 0) : this.#index(`uplift:${line}`).map((index) => holds * index);
  }

  costOf(programme: ScenarioProgramme, terms: Terms | null): Range[] {
    const { years } = this.#plan;
    const { priceBase, start, phase } = terms ?? defaultTerms(years);
    const base = Math.max(0, years.indexOf(priceBase));
    const prices =
      priceBase === "cash"
        ? [years.map(() => 1)]
        : this.#costTypesOf(programme).map((id) => this.#index(`inflation:${id}`));
    return years.map((year, t) => {
      const share = meanPhase(year, start, phase);
      const ratios = prices.map((index) => (share * (index[t] as number)) / (index[base] as number));
      return { least: Math.min(...ratios), most: Math.max(...ratios) };
    });
  }

  /** £ by year, at most, of shifts that take from all specialties. */
  takenFromAll(scenario: Scenario): number[] {
    const years = this.#plan.years.map(() => 0);
    for (const shift of scenario.shifts) {
      const programme = scenario.programmes.find(({ id }) => id === shift.to);
      if (shift.from !== "all" || programme === undefined || shift.amount <= 0) continue;
      for (const [t, { most }] of this.costOf(programme, shift).entries())
        years[t] = (years[t] as number) + shift.amount * most;
    }
    return years;
  }

  /** The programme's cost type; every one there is where it would follow its budget line, which is not known here. */
  #costTypesOf({ evidence, parameters }: ScenarioProgramme): readonly string[] {
    if (parameters?.costType !== undefined) return [parameters.costType];
    const entry = entryOf(this.#scenario, evidence);
    const named = entry?.kind === "effect" ? entry.costTypes.find((id) => this.#costTypes.includes(id)) : undefined;
    return named === undefined ? this.#costTypes : [named];
  }
}

/** Mean over the twelve months of the year of the share that is spent. `meanPhase("2026/27", "2026-10", [0.5, 1])` is 0.25. */
function meanPhase(year: string, start: string, phase: readonly number[]): number {
  const first = Number(year.slice(0, 4)) * 12 + 4;
  const from = Number(start.slice(0, 4)) * 12 + Number(start.slice(5));
  let total = 0;
  for (let month = first; month < first + 12; month++)
    if (month >= from) total += phase[Math.min(Math.floor((month - from) / 12), phase.length - 1)] ?? 0;
  return total / 12;
}
