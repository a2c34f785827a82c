/** Titles of charts: each says what the chart shows, and the line under it says measure, unit and year. */
import { formatMoney } from "../format/money.ts";
import { formatShort, inWords } from "../format/numbers.ts";
import { holdingOf } from "./holding.ts";
import { closureStepOf, labelOf, programmeLabel, type Told } from "./labels.ts";
import { plural, sizeOfChange, sizesApart } from "./phrases.ts";
import { byYear, DOING_NOTHING, has, membersOf, SCENARIO, total, yearsOf } from "./read.ts";
import { closureAt } from "./wards.ts";

export interface Finding {
  readonly title: string;
  readonly subtitle: string;
}

export type TrajectoryMeasure = "bedDays" | "admissions" | "delayedBedDays" | "hospitalCost";

const MEASURES: Readonly<
  Record<TrajectoryMeasure, { id: string; name: string; unit: string; show: (value: number) => string }>
> = {
  bedDays: { id: "emergencyBedDays", name: "Emergency bed days", unit: "A year, all emergencies", show: formatShort },
  admissions: {
    id: "emergencyAdmissions",
    name: "Emergency admissions",
    unit: "A year, all emergencies",
    show: formatShort,
  },
  delayedBedDays: {
    id: "delayedBedDays",
    name: "Delayed bed days",
    unit: "A year, all emergencies",
    show: formatShort,
  },
  hospitalCost: {
    id: "hospitalCost",
    name: "Hospital cost",
    unit: "£ a year in base-year prices, set-aside",
    show: (value) => formatMoney(value),
  },
};

/** A dip of less than this share of the base year is not called a fall. */
const A_FALL = 0.0005;

/** How one measure goes over the years, this scenario against doing nothing. Money in base-year prices. */
export function trajectoryFinding({ results }: Told, measure: TrajectoryMeasure): Finding {
  const { id, name, unit, show } = MEASURES[measure];
  const years = yearsOf(results);
  const deflator = measure === "hospitalCost" ? byYear(results, "deflatorIndex") : years.map(() => 1);
  const real = (values: readonly number[]) => values.map((value, t) => value / (deflator[t] as number));
  const nothing = real(byYear(results, id, { world: DOING_NOTHING }));
  const scenario = real(byYear(results, id, { world: SCENARIO }));
  const end = years.length - 1;
  const last = years[end] as string;
  const [atEnd, without] = [scenario[end] as number, nothing[end] as number];
  return {
    title: trajectoryTitle(name, years, nothing, scenario),
    subtitle: `${unit}, all areas together; in ${last} ${show(atEnd)}, doing nothing ${show(without)}`,
  };
}

function trajectoryTitle(
  name: string,
  years: readonly string[],
  nothing: readonly number[],
  scenario: readonly number[],
): string {
  const end = years.length - 1;
  const [first, atEnd, without] = [scenario[0] as number, scenario[end] as number, nothing[end] as number];
  if (!(first > 0)) return `${name} are 0 in ${years[0]}`;
  const verb = name.endsWith("cost") ? "s" : "";
  const [change, changeWithout] = [atEnd / first - 1, without / first - 1];
  const last = years[end] as string;
  const rises = (by: number) => `${by < 0 ? `fall${verb}` : `rise${verb}`} ${sizeOfChange(by)}`;
  if (scenario.every((value, t) => value === nothing[t])) {
    return change === 0 ? `${name} stay${verb} as they are` : `${name} ${rises(change)} by ${last} if nothing changes`;
  }
  const lowest = scenario.indexOf(Math.min(...scenario));
  if ((scenario[lowest] as number) < first * (1 - A_FALL)) {
    if (lowest === end) return `${name} fall${verb} to ${last}, ${sizeOfChange(change)} below ${years[0]}`;
    return `${name} fall${verb} until ${years[lowest]}, then growth returns`;
  }
  const [by, byWithout] = sizesApart(change, changeWithout);
  if (atEnd > without) return `${name} rise${verb} faster than doing nothing: ${by} by ${last}, not ${byWithout}`;
  if (change <= 0)
    return `${name} stay${verb} level while doing nothing adds ${sizeOfChange(changeWithout)} by ${last}`;
  return `${name} still rise${verb}, by ${by} to ${last} instead of ${byWithout}`;
}

/** Whether what is released ever covers what is moved. */
export function moneyFinding({ results }: Told): Finding {
  const years = yearsOf(results);
  const moved = byYear(results, "shiftedOut");
  const released = byYear(results, "releasedTotal");
  const invested = byYear(results, "investmentTotal");
  const moving = years.map((_, t) => t).filter((t) => (moved[t] as number) > 0.5);
  const covered = moving.filter((t) => (released[t] as number) >= (moved[t] as number));
  const subtitle = `Hospital cost against doing nothing, by what becomes of it, £ a year in ${years[0]} prices`;
  const title = (): string => {
    if (moving.length === 0) return withoutMoneyMoved(moved, invested);
    if (holdingOf(results) === "nobody") return "No cash is released: nobody has agreed to hold beds shut";
    if (covered.length === 0) return "Cash released never covers the money moved";
    if (covered.length === moving.length) return "Cash released covers the money moved in every year";
    const from = moving.findIndex((_, i) => moving.slice(i).every((t) => covered.includes(t)));
    if (from >= 0) return `Cash released covers the money moved from ${years[moving[from] as number]}`;
    return `Cash released covers the money moved in ${inWords(covered.length)} of ${inWords(moving.length)} years`;
  };
  return { title: title(), subtitle };
}

function withoutMoneyMoved(moved: readonly number[], invested: readonly number[]): string {
  if (moved.some((amount) => amount < -0.5)) return "Money runs back to the hospital, and none is released";
  if (invested.some((amount) => Math.abs(amount) > 0.5)) return "New money is spent, and none leaves the set-aside";
  return "No money is moved, so none is released";
}

/** Beds needed against beds open in one specialty of one hospital. Beds are rounded up. */
export function bedsFinding(told: Told, hospital: string, specialty: string): Finding {
  const { results, labels } = told;
  const years = yearsOf(results);
  const last = years[years.length - 1] as string;
  const at = { hospital, specialty };
  const step = closureStepOf(told, specialty);
  const open = beds(total(results, "bedsOpenBase", at));
  const needed = byYear(results, "bedsNeeded", { ...at, world: SCENARIO });
  const without = beds(total(results, "bedsNeeded", { ...at, world: DOING_NOTHING, year: last }));
  const with_ = beds(needed[needed.length - 1] as number);
  const name = labelOf(labels.specialties, specialty);
  const closure = closureAt(told, hospital, specialty);
  const title = (): string => {
    if (closure !== null) {
      const wards = closure.wards === 1 ? "one ward’s beds" : `${inWords(closure.wards)} wards’ beds`;
      return `${name}: ${wards} stop being needed${closure.neededAgain === null ? "" : `, until ${closure.neededAgain}`}`;
    }
    if (open === 0 && with_ === 0) return `${name}: no beds here`;
    const spare = open - beds(Math.min(...needed));
    if (spare > 0)
      return `${name}: at most ${spare} ${plural(spare, "bed")} ${spare === 1 ? "stops" : "stop"} being needed, and none closes`;
    if (with_ === without)
      return with_ === open
        ? `${name}: beds needed stay at ${open}`
        : `${name}: beds needed go from ${open} to ${with_}`;
    const more = with_ - open;
    if (more <= 0) return `${name}: no more beds are needed than today, and none closes`;
    return `${name} needs ${more} more ${plural(more, "bed")}, not ${Math.max(0, without - open)}`;
  };
  return {
    title: title(),
    subtitle: `Beds needed and open to ${last}, ${labelOf(labels.hospitals, hospital)}; closed ${step} at a time`,
  };
}

function beds(value: number): number {
  return Math.ceil(value - 1e-9);
}

/** How areas end against doing nothing. */
export function areasFinding({ results, labels }: Told): Finding {
  const year = yearsOf(results).at(-1) as string;
  const subtitle = `Emergency bed days in ${year} against doing nothing, by area`;
  const changes = membersOf(results, "area").map((area) => {
    const nothing = total(results, "emergencyBedDays", { world: DOING_NOTHING, year, area });
    const scenario = total(results, "emergencyBedDays", { world: SCENARIO, year, area });
    return { name: labelOf(labels.areas, area), change: nothing > 0 ? scenario / nothing - 1 : 0 };
  });
  return { title: areasTitle(changes), subtitle };
}

function areasTitle(changes: readonly { readonly name: string; readonly change: number }[]): string {
  const sorted = [...changes].sort((a, b) => a.change - b.change);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return "There are no areas";
  if (lowest.change === 0 && highest.change === 0) return "No area differs from doing nothing";
  const side = (change: number) => `${sizeOfChange(change)} ${change < 0 ? "lower" : "higher"}`;
  if (sorted.length === 1) return `${lowest.name} ends ${side(lowest.change)}`;
  if (lowest.change < 0 && highest.change > 0) {
    return `${lowest.name} ends ${side(lowest.change)}, ${highest.name} ${side(highest.change)}`;
  }
  const better = lowest.change < 0;
  const [most, least] = better ? [lowest, highest] : [highest, lowest];
  if (least.change === 0) return `${most.name} ends ${side(most.change)}; not every area changes`;
  const [a, b] = [sizeOfChange(least.change), sizeOfChange(most.change)];
  const range = a === b ? a : a.startsWith("under") ? `up to ${b}` : `${a.replace(/\s?%$/u, "")} to ${b}`;
  return `Each area ends ${range} ${better ? "lower" : "higher"}${a === b ? "" : `; ${most.name} changes most`}`;
}

/** Which programmes save most bed days in the last year; from a run that was asked for the bridge. */
export function causesFinding({ results, scenario }: Told): Finding {
  const year = yearsOf(results).at(-1) as string;
  const subtitle = `Bed days in ${year}, by what changed them since ${yearsOf(results)[0]}`;
  if (!has(results, "bridgeBedDays")) throw new Error("The run was not asked for the bridge.");
  const saved = scenario.programmes
    .map(({ id }) => ({ name: programmeLabel(scenario, id), days: -bedDaysOf(results, id, year) }))
    .filter(({ days }) => Math.abs(days) >= 0.5)
    .sort((a, b) => b.days - a.days);
  const savers = saved.filter(({ days }) => days > 0);
  if (saved.length === 0) return { title: "No programme changes bed days", subtitle };
  if (savers.length === 0) return { title: `${saved.at(-1)?.name} adds most bed days`, subtitle };
  const [first, second] = savers;
  return {
    title:
      second === undefined
        ? `${first?.name} saves all the bed days that are saved`
        : `${first?.name} saves most, ${uncapitalised(second.name)} next`,
    subtitle,
  };
}

function bedDaysOf(results: Told["results"], programme: string, year: string): number {
  return membersOf(results, "cause")
    .filter((cause) => cause.startsWith(`${programme}:`))
    .reduce((sum, cause) => sum + total(results, "bridgeBedDays", { cause, year }), 0);
}

function uncapitalised(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
