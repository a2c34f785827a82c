/** Shifts of the scenario file as the model takes them: months and years counted, areas in order. */
import type { Dataset } from "../../datasets/index.ts";
import { financialYear, financialYears, type Shift } from "../../models/index.ts";
import { monthInWords } from "../format/dates.ts";
import { listed, ScenarioError } from "../scenario-error.ts";
import type { Scenario, ScenarioShift } from "../schema.ts";

/** Throws ScenarioError when a source, programme, price year, start or area split is not one of this dataset's. */
export function resolveShifts(dataset: Dataset, scenario: Scenario): Shift[] {
  const programmes = scenario.programmes.map((each) => each.id);
  return scenario.shifts.map((shift, i) => {
    const path = `shifts[${i}]`;
    refuseUnknownSource(dataset, shift, path);
    if (!programmes.includes(shift.to)) {
      throw new ScenarioError(
        "scenario.unknown-programme",
        `Shift "${shift.id}" goes to "${shift.to}", which is not a programme of this scenario. It has ${listed(programmes, 20)}.`,
        { path: `${path}.to`, value: shift.to, expected: listed(programmes, 20) },
      );
    }
    return {
      id: shift.id,
      from: shift.from,
      to: shift.to,
      amount: shift.amount,
      priceBase: priceBase(dataset, shift, path),
      startMonth: startMonth(dataset, shift, path),
      phase: shift.phase,
      split: split(dataset, shift, path),
    };
  });
}

function refuseUnknownSource(dataset: Dataset, shift: ScenarioShift, path: string): void {
  if (shift.from === null || shift.from === "all") return;
  const sources = dataset.specialties.filter((each) => each.line !== null && each.inScope > 0);
  if (sources.some((each) => each.id === shift.from)) return;
  const outside = dataset.specialties.find((each) => each.id === shift.from);
  const why =
    outside === undefined
      ? `which is not a specialty of this dataset`
      : `which is outside the set-aside (${outside.label}), so it holds no money to move`;
  const ids = sources.map((each) => each.id);
  throw new ScenarioError(
    outside === undefined ? "scenario.unknown-specialty" : "scenario.specialty-outside-set-aside",
    `Shift "${shift.id}" takes from "${shift.from}", ${why}. Those that hold money are ${listed(ids, 20)}; "all" takes from each by what it holds.`,
    { path: `${path}.from`, value: shift.from, expected: listed(ids, 20) },
  );
}

function priceBase(dataset: Dataset, shift: ScenarioShift, path: string): number | "cash" {
  if (shift.priceBase === "cash") return "cash";
  const years = financialYears(dataset.firstYear, dataset.yearCount);
  const index = years.indexOf(shift.priceBase);
  if (index >= 0) return index;
  throw new ScenarioError(
    "scenario.price-year-outside",
    `Shift "${shift.id}" is in ${shift.priceBase} prices, but the plan runs from ${years[0]} to ${years[years.length - 1]}.`,
    { path: `${path}.priceBase`, value: shift.priceBase, expected: `a year of the plan, or "cash"` },
  );
}

function startMonth(dataset: Dataset, shift: ScenarioShift, path: string): number {
  const [year, month] = shift.start.split("-").map(Number) as [number, number];
  const months = (year - dataset.firstYear) * 12 + month - 4;
  if (months >= 12 && months < dataset.yearCount * 12) return months;
  const first = `April ${dataset.firstYear + 1}`;
  const last = `March ${dataset.firstYear + dataset.yearCount}`;
  const why =
    months < 12
      ? `in or before the base year ${financialYear(dataset.firstYear)}, which is already as it was`
      : "after the last year of the plan";
  throw new ScenarioError(
    "scenario.start-outside",
    `Shift "${shift.id}" starts in ${monthInWords(shift.start)}: ${why}. Start it from ${first} to ${last}.`,
    { path: `${path}.start`, value: shift.start, expected: `${first} to ${last}` },
  );
}

function split(dataset: Dataset, shift: ScenarioShift, path: string): Shift["split"] {
  if (typeof shift.split === "string") return shift.split;
  const shares = shift.split;
  const areas = dataset.areas.map((area) => area.id);
  const unknown = Object.keys(shares).filter((id) => !areas.includes(id));
  const missing = areas.filter((id) => !Object.hasOwn(shares, id));
  if (unknown.length > 0 || missing.length > 0) {
    const problem =
      unknown.length > 0 ? `names ${listed(unknown)}, not an area here` : `gives no share to ${listed(missing)}`;
    throw new ScenarioError(
      "scenario.split-areas",
      `The split of shift "${shift.id}" ${problem}. Give one share to each of ${listed(areas, 40)} (0 where nothing goes).`,
      { path: `${path}.split`, value: (unknown[0] ?? missing[0]) as string, expected: listed(areas, 40) },
    );
  }
  const list = areas.map((id) => shares[id] as number);
  const total = list.reduce((sum, share) => sum + share, 0);
  if (Math.abs(total - 1) > 1e-9) {
    throw new ScenarioError(
      "scenario.split-sum",
      `The split of shift "${shift.id}" sums to ${total}; the shares of the areas must sum to 1.`,
      { path: `${path}.split`, value: total, expected: "shares that sum to 1" },
    );
  }
  return list;
}
