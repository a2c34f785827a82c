/** Which assumptions of a scenario are uncertain, and how. */
import type {
  CommissioningCase,
  Distribution,
  RequestedCorrelation,
  UncertainAssumption,
} from "../../../models/index.ts";
import { listed, ScenarioError } from "../../scenario-error.ts";
import type { Scenario } from "../../schema.ts";
import { resolveCorrelations } from "./correlations.ts";
import { datasetPlaces } from "./dataset-places.ts";
import type { Place, Places } from "./place.ts";
import { programmePlaces } from "./programme-places.ts";
import { pathOf, statedDistribution } from "./ranges.ts";

export interface Uncertainty {
  /** In the order of their names. */
  readonly assumptions: readonly UncertainAssumption[];
  readonly correlations: readonly RequestedCorrelation[];
}

/**
 * Ranges that the scenario states, else those of the evidence library for what it leaves to the library. `given` is the
 * case that the scenario was resolved to. Throws ScenarioError for a range or a correlation that cannot be.
 */
export function resolveUncertainty(given: CommissioningCase, scenario: Scenario): Uncertainty {
  const { ranges, correlations } = settle(given, scenario);
  const assumptions = ranges.map(({ name, place, make }) => ({ name, distribution: make(), cells: place.cells }));
  return { assumptions, correlations };
}

/** The same checks, without making what only draws need. */
export function checkUncertainty(given: CommissioningCase, scenario: Scenario): void {
  settle(given, scenario);
}

interface NamedRange {
  readonly name: string;
  readonly place: Place;
  readonly make: () => Distribution;
}

function settle(given: CommissioningCase, scenario: Scenario) {
  const places: Places = new Map([...datasetPlaces(given), ...programmePlaces(given, scenario)]);
  const stated = new Map(Object.entries(scenario.uncertainty?.ranges ?? {}));
  for (const key of stated.keys()) refuseUnknown(key, places);
  const ranges: NamedRange[] = [];
  for (const name of [...places.keys()].sort()) {
    const place = places.get(name);
    if (place === undefined || typeof place === "string") continue;
    const range = stated.get(name);
    const distribution = range === undefined ? null : statedDistribution(name, range, place);
    if (distribution !== null) ranges.push({ name, place, make: () => distribution });
    else if (range === undefined && place.library !== null) ranges.push({ name, place, make: place.library });
  }
  const uncertain = new Set(ranges.map(({ name }) => name));
  const certain = new Set([...places.keys()].filter((key) => !uncertain.has(key)));
  const correlations = resolveCorrelations(scenario.uncertainty?.correlations ?? [], uncertain, certain);
  return { ranges, correlations };
}

function refuseUnknown(key: string, places: Places): void {
  const place = places.get(key);
  if (place !== undefined && typeof place !== "string") return;
  if (place !== undefined) {
    throw new ScenarioError("scenario.range-not-used", `"${key}" can have no range: ${place}.`, {
      path: pathOf(key),
      value: key,
      expected: "an assumption that the model reads",
    });
  }
  // Those that begin alike: of one programme, or of one kind of assumption.
  const stem = key.slice(0, key.lastIndexOf(":") + 1) || key;
  const usable = [...places].filter(([, each]) => typeof each !== "string").map(([each]) => each);
  const alike = usable.filter((each) => each.startsWith(stem));
  const known = alike.length > 0 ? alike : [...new Set(usable.map((each) => each.split(":")[0] as string))];
  throw new ScenarioError(
    "scenario.unknown-assumption",
    `The scenario gives a range to "${key}", which is not an assumption here. ` +
      `${alike.length > 0 ? "Those that begin alike are" : "The kinds are"} ${listed(known, 12)}.`,
    { path: pathOf(key), value: key, expected: listed(known, 12) },
  );
}
