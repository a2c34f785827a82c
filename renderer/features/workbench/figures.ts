/** The figures of the workbench, read from a result. Nothing here is kept: a result is immutable and this is quick. */
import type { DatasetSummary } from "../../../engine/contract/index.ts";
import type { RunResult } from "../../client/results.ts";
import { byYear, sumAlong } from "../../client/sums.ts";
import type { Measure } from "../../store/state.ts";

export const BASE = "doing-nothing";
export const SCENARIO = "scenario";

export interface TwoWorlds {
  readonly base: readonly number[];
  readonly scenario: readonly number[];
}

export function bothWorlds(
  result: RunResult,
  id: string,
  where: Readonly<Record<string, string | readonly string[]>> = {},
): TwoWorlds {
  return {
    base: byYear(result, id, { ...where, world: BASE }),
    scenario: byYear(result, id, { ...where, world: SCENARIO }),
  };
}

function linesPaidBy(dataset: DatasetSummary, payer: string): string[] {
  return dataset.lines.filter((line) => line.payer === payer).map(({ id }) => id);
}

function inBasePrices(result: RunResult, { base, scenario }: TwoWorlds): TwoWorlds {
  const deflator = byYear(result, "deflatorIndex");
  const real = (values: readonly number[]): number[] => values.map((value, t) => value / (deflator[t] ?? 1));
  return { base: real(base), scenario: real(scenario) };
}

/** A measure by year. Cost is that of the set-aside's hospital services, in base-year prices. */
export function trajectory(result: RunResult, measure: Measure): TwoWorlds {
  switch (measure) {
    case "bed-days":
      return bothWorlds(result, "emergencyBedDays");
    case "admissions":
      return bothWorlds(result, "emergencyAdmissions");
    case "delayed":
      return bothWorlds(result, "delayedBedDays");
    case "beds":
      return bothWorlds(result, "bedsNeeded");
    case "cost":
      return inBasePrices(result, bothWorlds(result, "hospitalCost"));
  }
}

export interface Parts {
  readonly released: readonly number[];
  readonly avoided: readonly number[];
  readonly stranded: readonly number[];
  readonly notional: readonly number[];
  readonly moved: readonly number[];
  readonly bridging: readonly number[];
}

/** The parts of the money by year, real. The base year is left out: no shift starts in it. */
export function moneyParts(result: RunResult): Parts {
  const of = (id: string): number[] => byYear(result, id).slice(1);
  const deflator = of("deflatorIndex");
  const released = of("releasedTotalReal");
  const avoided = of("avoidedTotalReal");
  const stranded = of("strandedTotalReal");
  return {
    released,
    avoided,
    stranded,
    notional: released.map((value, t) => value + (avoided[t] ?? 0) + (stranded[t] ?? 0)),
    moved: of("shiftedOut").map((nominal, t) => nominal / (deflator[t] ?? 1)),
    bridging: of("bridgingReal"),
  };
}

export interface Paybacks {
  /** Whether anything is spent at all: what is not spent is never repaid. */
  readonly spent: boolean;
  /** First year in which released cash and line savings have repaid what was spent; null within no year of the plan. */
  readonly cash: string | null;
  /** The same, counting growth avoided and not line savings. */
  readonly value: string | null;
  /** £, real, all years. */
  readonly bridging: number;
}

/** Undiscounted, in base-year prices (model.md, section 7). */
export function paybacks(result: RunResult, years: readonly string[]): Paybacks {
  const spent = byYear(result, "investmentTotalReal");
  const released = byYear(result, "releasedTotalReal");
  const avoided = byYear(result, "avoidedTotalReal");
  const position = bothWorlds(result, "positionReal");
  // Change in position = avoided + released + line savings - programme spend: the savings are what is left.
  const cash = spent.map((cost, t) => (position.scenario[t] ?? 0) - (position.base[t] ?? 0) - (avoided[t] ?? 0) + cost);
  const value = released.map((amount, t) => amount + (avoided[t] ?? 0));
  return {
    spent: spent.some((amount) => Math.abs(amount) >= 0.5),
    cash: firstRepaid(years, spent, cash),
    value: firstRepaid(years, spent, value),
    bridging: byYear(result, "bridgingReal").reduce((sum, amount) => sum + amount, 0),
  };
}

function firstRepaid(years: readonly string[], spent: readonly number[], back: readonly number[]): string | null {
  let allSpent = 0;
  let allBack = 0;
  for (const [t, year] of years.entries()) {
    allSpent += spent[t] ?? 0;
    allBack += back[t] ?? 0;
    if (allSpent > 0 && allBack >= allSpent) return year;
  }
  return null;
}

/** A ward group whose beds are drawn: one specialty at one hospital. */
export interface Wards {
  readonly key: string;
  readonly hospital: string;
  readonly specialty: string;
}

/** Those that have beds in the base year, hospital by hospital. */
export function wardGroups(result: RunResult, dataset: DatasetSummary): Wards[] {
  return dataset.hospitals.flatMap((hospital) => {
    const open = sumAlong(result, "bedsOpenBase", "specialty", { hospital: hospital.id });
    return dataset.specialties
      .filter((specialty) => {
        const index = (result.members["specialty"] ?? []).indexOf(specialty.id);
        return (open[index] ?? 0) > 0;
      })
      .map((specialty) => ({ key: `${hospital.id}|${specialty.id}`, hospital: hospital.id, specialty: specialty.id }));
  });
}

/** The wards in which the scenario closes most beds; else those that need most fewer than doing nothing. */
export function mostChangedWards(result: RunResult, groups: readonly Wards[]): Wards | null {
  let best: Wards | null = null;
  let most = -Infinity;
  for (const group of groups) {
    const where = { hospital: group.hospital, specialty: group.specialty };
    const closed = byYear(result, "bedsClosed", { ...where, world: SCENARIO });
    const needed = bothWorlds(result, "bedsNeeded", where);
    const fewer = (needed.base.at(-1) ?? 0) - (needed.scenario.at(-1) ?? 0);
    const score = Math.max(...closed) * 1000 + fewer;
    if (score > most) {
      most = score;
      best = group;
    }
  }
  return best;
}

export interface AreaSeries {
  readonly id: string;
  readonly label: string;
  readonly worlds: TwoWorlds;
  /** Change of the last year against doing nothing, a fraction. */
  readonly change: number;
}

/** Emergency bed days a year per 100,000 adults of the base year, by area. */
export function areaRates(result: RunResult, dataset: DatasetSummary): AreaSeries[] {
  return dataset.areas.map((area, index) => {
    const adults = dataset.adults[index] ?? 0;
    const count = bothWorlds(result, "emergencyBedDays", { area: area.id });
    const rate = (values: readonly number[]): number[] =>
      values.map((value) => (adults > 0 ? (value / adults) * 1e5 : 0));
    const worlds = { base: rate(count.base), scenario: rate(count.scenario) };
    const last = worlds.base.at(-1) ?? 0;
    return {
      id: area.id,
      label: area.label,
      worlds,
      change: last === 0 ? 0 : (worlds.scenario.at(-1) ?? 0) / last - 1,
    };
  });
}

export interface BridgePart {
  readonly id: string;
  readonly label: string;
  readonly value: number;
}

export interface Bridge {
  readonly start: number;
  readonly causes: readonly BridgePart[];
  readonly base: number;
  readonly programmes: readonly BridgePart[];
  readonly end: number;
}

const CAUSES: Readonly<Record<string, string>> = {
  demography: "Population and age",
  healthAge: "Healthier ageing",
  growth: "Non-demographic",
  stayDrift: "Length of stay",
  projection: "Given by the data",
  formulas: "Replaced formulas",
};
/** What formulas that the scenario replaces change beyond doing nothing; stands among the programmes. */
const FORMULAS_IN_SCENARIO = "formulasInScenario";

/** What caused the change of bed days to the last year; null when the run did not explain it. Parts of nothing are left out. */
export function bedDayBridge(result: RunResult, programmeLabel: (id: string) => string): Bridge | null {
  if (!result.values.has("bridgeBedDays")) return null;
  const year = result.members["year"]?.at(-1);
  if (year === undefined) return null;
  const parts = sumAlong(result, "bridgeBedDays", "cause", { year });
  const causes: BridgePart[] = [];
  const programmes = new Map<string, number>();
  for (const [index, cause] of (result.members["cause"] ?? []).entries()) {
    const value = parts[index] ?? 0;
    const [id, effect] = cause.split(":");
    if (cause === FORMULAS_IN_SCENARIO) programmes.set(cause, value);
    else if (effect === undefined || id === undefined) {
      if (Math.abs(value) >= 0.5) causes.push({ id: cause, label: CAUSES[cause] ?? cause, value });
    } else programmes.set(id, (programmes.get(id) ?? 0) + value);
  }
  const bedDays = bothWorlds(result, "emergencyBedDays");
  return {
    start: bedDays.base[0] ?? 0,
    causes,
    base: bedDays.base.at(-1) ?? 0,
    programmes: [...programmes]
      .filter(([, value]) => Math.abs(value) >= 0.5)
      .map(([id, value]) => ({
        id,
        label: id === FORMULAS_IN_SCENARIO ? "Replaced formulas" : programmeLabel(id),
        value,
      })),
    end: bedDays.scenario.at(-1) ?? 0,
  };
}

export interface Books {
  readonly payers: readonly { readonly label: string; readonly budget: TwoWorlds; readonly cost: TwoWorlds }[];
  readonly trueUp: TwoWorlds;
  readonly integrated: TwoWorlds;
  readonly position: TwoWorlds;
  readonly onUs: TwoWorlds;
  readonly reservesDrawn: TwoWorlds;
  readonly fundingGap: TwoWorlds;
  /** Doing nothing: what is already there; the scenario: with what the plan adds. */
  readonly section28: TwoWorlds;
}

const PAYERS: readonly (readonly [string, string])[] = [
  ["set-aside", "Set-aside"],
  ["nhs-delegated", "NHS, delegated"],
  ["council-delegated", "Council, delegated"],
];

function section28(result: RunResult): TwoWorlds {
  const base = byYear(result, "section28DoingNothingReal");
  const plan = byYear(result, "section28OfPlanReal");
  return { base, scenario: base.map((before, t) => before + (plan[t] ?? 0)) };
}

/** Budgets, costs and what is left, by payer, real. */
export function books(result: RunResult, dataset: DatasetSummary): Books {
  const payers = PAYERS.map(([payer, label]) => ({ lines: linesPaidBy(dataset, payer), label }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ lines, label }) => ({
      label,
      budget: bothWorlds(result, "budgetReal", { line: lines }),
      cost: bothWorlds(result, "lineCostReal", { line: lines }),
    }));
  return {
    payers,
    trueUp: bothWorlds(result, "trueUpReal"),
    integrated: bothWorlds(result, "integratedPositionReal"),
    position: bothWorlds(result, "positionReal"),
    onUs: bothWorlds(result, "onUsReal"),
    reservesDrawn: bothWorlds(result, "reservesDrawn"),
    fundingGap: bothWorlds(result, "fundingGapReal"),
    section28: section28(result),
  };
}
