/** The scenario that a dataset opens with: everything there to be moved, nothing moved. */
import type { Dataset } from "../datasets/index.ts";
import { financialYears } from "../models/index.ts";
import { defaultTerms } from "./board/default-terms.ts";
import { startingEffects } from "./evidence/library.ts";
import { fits } from "./resolve/programme.ts";
import { specialtyHolds } from "./resolve/holds.ts";
import { SCENARIO_FORMAT, SCENARIO_VERSION, type Scenario } from "./schema.ts";

/**
 * Every programme that a scenario starts with and the dataset has a budget line for, each with a shift of £0 that carries
 * its start, phase and split. Running it gives doing nothing, bit for bit.
 */
export function emptyScenario(dataset: Dataset, title = "Nothing moved yet"): Scenario {
  const programmes = startingEffects.filter((entry) => fits(entry, dataset));
  const from = firstSource(dataset);
  const terms = defaultTerms(financialYears(dataset.firstYear, dataset.yearCount));
  return {
    format: SCENARIO_FORMAT,
    version: SCENARIO_VERSION,
    title,
    notes: "",
    dataset: { name: dataset.name.slice(0, 200), hash: dataset.hash },
    programmes: programmes.map(({ id }) => ({ id, evidence: id })),
    shifts:
      from === null
        ? []
        : programmes.map(({ id }) => ({
            id: `${from}-to-${id}`.slice(0, 64),
            from,
            to: id,
            amount: 0,
            ...terms,
            phase: [...terms.phase],
          })),
    assumptions: {},
  };
}

/** The specialty that holds most; null when none holds anything. */
function firstSource(dataset: Dataset): string | null {
  const holds = specialtyHolds(dataset);
  const most = Math.max(0, ...holds);
  return most > 0 ? (dataset.specialties[holds.indexOf(most)]?.id ?? null) : null;
}
