/** Writing a scenario file: the same scenario always gives the same bytes. */
import type { IndicatorTarget } from "./indicator-targets-schema.ts";
import type { ProgrammeParameters, Scenario, ScenarioProgramme, ScenarioShift } from "./schema.ts";
import type { ScenarioUncertainty, WrittenRange } from "./uncertainty-schema.ts";
import type { FormulaOverride, ScenarioVariable } from "./variables-schema.ts";

/**
 * The text of a scenario file: keys in the order of docs/scenario-format.md, maps by key, two spaces, a newline at the
 * end. Numbers are written so that reading them back gives the same number bit for bit.
 */
export function serialiseScenario(scenario: Scenario): string {
  const ordered = {
    format: scenario.format,
    version: scenario.version,
    title: scenario.title,
    notes: scenario.notes,
    dataset: { name: scenario.dataset.name, hash: scenario.dataset.hash },
    programmes: scenario.programmes.map(orderedProgramme),
    shifts: scenario.shifts.map(orderedShift),
    assumptions: byKey(scenario.assumptions),
    ...(scenario.uncertainty === undefined ? {} : { uncertainty: orderedUncertainty(scenario.uncertainty) }),
    ...(scenario.variables === undefined ? {} : { variables: scenario.variables.map(orderedVariable) }),
    ...(scenario.overrides === undefined ? {} : { overrides: scenario.overrides.map(orderedOverride) }),
    ...(scenario.evidence === undefined ? {} : { evidence: scenario.evidence.map(orderedDeeply) }),
    ...(scenario.register === undefined ? {} : { register: orderedDeeply(scenario.register) }),
    ...(scenario.indicatorTargets === undefined
      ? {}
      : { indicatorTargets: scenario.indicatorTargets.map(orderedIndicatorTarget) }),
  };
  return `${JSON.stringify(ordered, null, 2)}\n`;
}

function orderedProgramme(programme: ScenarioProgramme): object {
  const { id, evidence, reason, label, parameters } = programme;
  return {
    id,
    evidence,
    ...(reason === undefined ? {} : { reason }),
    ...(label === undefined ? {} : { label }),
    ...(parameters === undefined ? {} : { parameters: orderedParameters(parameters) }),
  };
}

function orderedParameters(parameters: ProgrammeParameters): object {
  return byKey(
    Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, isMap(value) ? byKey(value) : value])),
  );
}

function orderedShift(shift: ScenarioShift): object {
  const { id, from, to, amount, priceBase, start, phase, split } = shift;
  return { id, from, to, amount, priceBase, start, phase, split: isMap(split) ? byKey(split) : split };
}

/** Of a range the kind first, as it says what the others mean. */
function orderedUncertainty({
  seed,
  draws,
  points,
  ranges,
  correlations,
  targets,
  chance,
}: ScenarioUncertainty): object {
  const range = ({ kind, ...numbers }: WrittenRange) => ({ kind, ...byKey(numbers) });
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(draws === undefined ? {} : { draws }),
    ...(points === undefined ? {} : { points }),
    ...(ranges === undefined
      ? {}
      : { ranges: byKey(Object.fromEntries(Object.entries(ranges).map(([key, each]) => [key, range(each)]))) }),
    ...(correlations === undefined
      ? {}
      : { correlations: correlations.map(({ first, second, rank }) => ({ first, second, rank })) }),
    ...(targets === undefined
      ? {}
      : { targets: targets.map(({ label, formula, direction, value }) => ({ label, formula, direction, value })) }),
    ...(chance === undefined ? {} : { chance: byKey(chance) }),
  };
}

function orderedVariable({ id, label, unit, dims, formula, docs }: ScenarioVariable): object {
  return { id, label, unit, dims, formula, ...(docs === undefined ? {} : { docs }) };
}

function orderedOverride({ variable, formula, reason }: FormulaOverride): object {
  return { variable, formula, reason };
}

function orderedIndicatorTarget({ indicator, year, area, value }: IndicatorTarget): object {
  return { indicator, year, ...(area === undefined ? {} : { area }), value };
}

/** Every map by key, at every depth; lists keep their order. */
function orderedDeeply(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(orderedDeeply);
  if (!isMap(value)) return value;
  return byKey(
    Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, orderedDeeply(inner)]])),
    ),
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Code-unit order, the same on every machine and in every language. */
function byKey<Value>(map: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
