/** The assumption register: every number that the model uses, in one place. Described in docs/method/register.md. */
import type { Dataset } from "../../datasets/index.ts";
import { useOfInputs, type UseOfInput } from "../../models/index.ts";
import { resolveExtensions } from "../resolve/extensions.ts";
import { joinCase } from "../resolve/resolve-case.ts";
import { resolveUncertainty } from "../resolve/uncertain/assumptions.ts";
import { datasetPlaces } from "../resolve/uncertain/dataset-places.ts";
import type { Place } from "../resolve/uncertain/place.ts";
import { programmePlaces } from "../resolve/uncertain/programme-places.ts";
import { programmeLabel } from "../results/labels.ts";
import { ScenarioError } from "../scenario-error.ts";
import type { Scenario } from "../schema.ts";
import { datasetNumbers } from "./dataset-numbers.ts";
import { confidenceOf, type RegisterEntry, type RegisterRange } from "./entry.ts";
import { datasetOrigins, evidenceOrigins, inWords, type Origin } from "./origins.ts";

export interface AssumptionRegister {
  readonly title: string;
  readonly dataset: string;
  readonly entries: readonly RegisterEntry[];
}

/** What is the same for an entry whatever the scenario notes of it. */
type Bare = Omit<RegisterEntry, "owner" | "date" | "confidence" | "note">;

/**
 * @throws ScenarioError when the scenario does not fit the dataset, or notes something of a number that there is not
 */
export function assumptionRegister(dataset: Dataset, scenario: Scenario): AssumptionRegister {
  const given = joinCase(dataset, scenario, { otherDatasetAgreed: true });
  const uses = useOfInputs(given.activity.kind, resolveExtensions(scenario));
  const ranges = rangesOf(scenario, resolveUncertainty(given, scenario).assumptions);
  const assumed = assumptionEntries(dataset, scenario, datasetPlaces(given), ranges, uses);
  const programmes = programmeEntries(scenario, programmePlaces(given, scenario), ranges, uses);
  const entries = [...assumed, ...programmes, ...decisions(scenario, uses), ...fixed(dataset, uses)];
  refuseUnknownNotes(scenario, entries);
  return { title: scenario.title, dataset: dataset.title, entries: entries.map((entry) => noted(entry, scenario)) };
}

type Uses = ReadonlyMap<string, UseOfInput>;
type Places = ReadonlyMap<string, Place | string>;
type Ranges = ReadonlyMap<string, RegisterRange>;

function rangesOf(scenario: Scenario, uncertain: ReturnType<typeof resolveUncertainty>["assumptions"]): Ranges {
  const stated = scenario.uncertainty?.ranges ?? {};
  return new Map(
    uncertain.map(({ name, distribution: { kind, parameters } }) => [
      name,
      { kind, numbers: parameters, setBy: Object.hasOwn(stated, name) ? "user" : "default" },
    ]),
  );
}

/** The dataset's assumptions, and those that only the model or the scenario has. */
function assumptionEntries(dataset: Dataset, scenario: Scenario, places: Places, ranges: Ranges, uses: Uses): Bare[] {
  const origins = datasetOrigins(dataset);
  const keys = new Set([...origins.keys(), ...places.keys(), ...Object.keys(scenario.assumptions)]);
  return [...keys].flatMap((key) => {
    const place = placeAt(places, key);
    const set = scenario.assumptions[key];
    const origin = origins.get(key) ?? neutral(key, place, uses);
    const value = set ?? origin?.value;
    if (value === undefined) return [];
    return [settled({ key, origin, set, value, range: ranges.get(key) ?? null }, usedBy(place, uses))];
  });
}

function programmeEntries(scenario: Scenario, places: Places, ranges: Ranges, uses: Uses): Bare[] {
  const origins = evidenceOrigins(scenario);
  return [...places.keys()].flatMap((key) => {
    const place = placeAt(places, key);
    if (place === undefined) return [];
    const [, id = "", parameter = "", ...rest] = key.split(":");
    const set = setIn(scenario, id, parameter, rest.join(":")) ? place.value : undefined;
    const used = usedBy(place, uses);
    const label = `${programmeLabel(scenario, id)}: ${[inWords(parameter), ...rest].join(", ")}`;
    const origin = origins.get(key) ?? { ...neutralOrigin(label, used.unit), value: place.value };
    return [settled({ key, origin, set, value: place.value, range: ranges.get(key) ?? null }, used)];
  });
}

function setIn({ programmes }: Scenario, id: string, parameter: string, member: string): boolean {
  const set = programmes.find((each) => each.id === id)?.parameters as Readonly<Record<string, unknown>> | undefined;
  const value = set?.[parameter];
  return typeof value === "object" && value !== null ? Object.hasOwn(value, member) : value !== undefined;
}

interface Settled {
  readonly key: string;
  readonly origin: Origin | undefined;
  readonly set: number | undefined;
  readonly value: number;
  readonly range: RegisterRange | null;
}

function settled({ key, origin, set, value, range }: Settled, { unit, readBy, results }: Use): Bare {
  const from = origin ?? neutralOrigin(key, unit);
  const own = set === undefined ? {} : ({ setBy: "user", standing: "set here", source: "This scenario" } as const);
  const inPlaceOf = set === undefined || origin === undefined ? null : origin.value;
  const { label, standing, setBy, source } = from;
  return {
    key,
    label,
    value,
    numbers: 1,
    unit: from.unit,
    range,
    setBy,
    standing,
    inPlaceOf,
    source,
    ...own,
    readBy,
    results,
  };
}

/** The value that the model takes where neither dataset nor scenario states one. */
function neutral(key: string, place: Place | undefined, uses: Uses): Origin | undefined {
  if (place === undefined) return undefined;
  const { label, unit } = usedBy(place, uses);
  const about = Object.values(place.cells[0]?.at ?? {}).join(", ");
  return { ...neutralOrigin(about === "" ? label || key : `${label}: ${about}`, unit), value: place.value };
}

function neutralOrigin(label: string, unit: string): Origin {
  const source = "The program's own value, as nobody has entered one";
  return { label, value: 0, unit, standing: "assumed", setBy: "default", source };
}

type Use = Pick<UseOfInput, "label" | "unit" | "readBy" | "results">;
const UNUSED: Use = { label: "", unit: "1", readBy: [], results: [] };

function usedBy(place: Place | undefined, uses: Uses): Use {
  const found = (place?.cells ?? []).flatMap(({ input }) => uses.get(input) ?? []);
  const [first] = found;
  if (first === undefined) return UNUSED;
  const every = (list: (use: UseOfInput) => readonly string[]) => [...new Set(found.flatMap(list))];
  return { ...first, readBy: every((use) => use.readBy), results: every((use) => use.results) };
}

function placeAt(places: Places, key: string): Place | undefined {
  const place = places.get(key);
  return typeof place === "string" ? undefined : place;
}

/** What the scenario asks: money moved. */
function decisions(scenario: Scenario, uses: Uses): Bare[] {
  const { readBy, results } = uses.get("amount") ?? UNUSED;
  return scenario.shifts.map(({ id, from, to, amount, priceBase }) => ({
    key: `shift:${id}:amount`,
    label: `Money from ${from ?? "nowhere (new money)"} to ${programmeLabel(scenario, to)}`,
    value: amount,
    numbers: 1,
    unit: priceBase === "cash" ? "£ / year, cash" : `£ / year, ${priceBase} prices`,
    range: null,
    setBy: "user",
    standing: "decision",
    inPlaceOf: null,
    source: "This scenario",
    readBy,
    results,
  }));
}

function fixed(dataset: Dataset, uses: Uses): Bare[] {
  return datasetNumbers(dataset).map(({ input, ...each }) => {
    const { readBy, results } = uses.get(input) ?? UNUSED;
    return { ...each, range: null, setBy: "dataset", inPlaceOf: null, readBy, results };
  });
}

function noted(entry: Bare, { register = {} }: Scenario): RegisterEntry {
  const { source, owner, date, confidence, note } = register[entry.key] ?? {};
  return {
    ...entry,
    source: source ?? entry.source,
    owner: owner ?? null,
    date: date ?? null,
    confidence: confidence ?? confidenceOf(entry.standing),
    note: note ?? null,
  };
}

function refuseUnknownNotes({ register = {} }: Scenario, entries: readonly Bare[]): void {
  const keys = new Set(entries.map(({ key }) => key));
  for (const key of Object.keys(register)) {
    if (keys.has(key)) continue;
    throw new ScenarioError(
      "scenario.unknown-note",
      `The scenario's register notes something of "${key}", which is no number of this model and dataset. Correct the key, or take the note out.`,
      { path: `register["${key}"]`, value: key, expected: "the key of a number in the register" },
    );
  }
}
