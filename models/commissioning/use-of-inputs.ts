/** Which formulas read an input, and which results rest on it. */
import { parseFormula } from "../language/parse.ts";
import { partsOfParsed, type Parsed } from "../language/parsed.ts";
import type { Activity } from "./case.ts";
import { extensionsText, NO_EXTENSIONS, type Extensions } from "./extensions.ts";
import { commissioningModel } from "./model.ts";
import { RESULT_IDS } from "./result-ids.ts";

export interface UseOfInput {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Variables whose own formula names it, in reading order. */
  readonly readBy: readonly string[];
  /** Of the usual results, those that it can change, directly or by way of others. */
  readonly results: readonly string[];
}

/** Of every input of the model, by id. Throws FormulaError when a formula of the extensions does not fit. */
export function useOfInputs(kind: Activity["kind"], extensions: Extensions = NO_EXTENSIONS): UseOfInputs {
  if (extensionsText(extensions) !== "") return worked(kind, extensions);
  const known = standard.get(kind) ?? worked(kind, NO_EXTENSIONS);
  standard.set(kind, known);
  return known;
}

type UseOfInputs = ReadonlyMap<string, UseOfInput>;

/** Of the model alone, which is the same for every scenario: reading its formulas takes a while. */
const standard = new Map<Activity["kind"], UseOfInputs>();

function worked(kind: Activity["kind"], extensions: Extensions): UseOfInputs {
  const { inputs, variables } = commissioningModel(kind, extensions);
  const readers = new Map<string, string[]>([...inputs, ...variables].map(({ id }) => [id, []]));
  for (const { id, formula } of variables)
    for (const name of namesIn(parseFormula(formula))) readers.get(name)?.push(id);
  const results = new Set([...RESULT_IDS, ...extensions.added.map(({ id }) => id)]);
  return new Map(
    inputs.map(({ id, label, unit }) => {
      const reached = reachedFrom(id, readers);
      return [
        id,
        { id, label, unit, readBy: readers.get(id) ?? [], results: [...results].filter((r) => reached.has(r)) },
      ];
    }),
  );
}

function namesIn(node: Parsed): Set<string> {
  const names = new Set<string>();
  const walk = (part: Parsed): void => {
    if (part.kind === "name") names.add(part.name);
    partsOfParsed(part).forEach(walk);
  };
  walk(node);
  return names;
}

function reachedFrom(id: string, readers: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const reader of readers.get(next) ?? []) {
      if (reached.has(reader)) continue;
      reached.add(reader);
      open.push(reader);
    }
  }
  return reached;
}
