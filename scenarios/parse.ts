/** Reading and writing a scenario file. Described for readers in docs/scenario-format.md. */
import { checkOwnEvidence } from "./evidence/check-own.ts";
import { checkWhole } from "./file/whole.ts";
import { migrate } from "./file/migrate.ts";
import { problemsInWords } from "./file/problems.ts";
import { listed, ScenarioError } from "./scenario-error.ts";
import { scenarioSchema, type Scenario } from "./schema.ts";

/** A scenario is a few hundred lines; more than this is some other file. */
export const MAX_SCENARIO_BYTES = 4 * 1024 * 1024;

/**
 * The scenario held in a file's text.
 * @param fileName named in the message when the file is refused
 * @throws ScenarioError when the text is cut short, is something else, is of a newer version, or a value is not allowed
 */
export function parseScenario(text: string, fileName = "The scenario file"): Scenario {
  const raw = checkWhole(text, fileName, MAX_SCENARIO_BYTES);
  return checkScenario(migrate(raw, fileName), fileName);
}

/** The same checks on values that are already in memory. */
export function checkScenario(raw: unknown, fileName = "The scenario"): Scenario {
  const result = scenarioSchema.safeParse(raw);
  if (!result.success) throw problemsInWords(result.error, raw, fileName);
  const scenario = result.data;
  refuseRepeats(
    scenario.programmes.map((p) => p.id),
    "programmes",
    "programme",
    fileName,
  );
  refuseRepeats(
    scenario.shifts.map((s) => s.id),
    "shifts",
    "shift",
    fileName,
  );
  refuseRepeats(
    (scenario.variables ?? []).map((each) => each.id),
    "variables",
    "added figure",
    fileName,
  );
  refuseRepeats(
    (scenario.evidence ?? []).map((each) => each.id),
    "evidence",
    "evidence",
    fileName,
  );
  checkOwnEvidence(scenario, fileName);
  scenario.shifts.forEach((shift, i) => {
    if (Math.round(shift.amount * 100) / 100 !== shift.amount) {
      throw new ScenarioError(
        "scenario.amount.part-of-a-penny",
        `${fileName}: shift "${shift.id}" moves £${shift.amount}, which is not a whole number of pence. Give at most two decimal places.`,
        { path: `shifts[${i}].amount`, value: shift.amount, expected: "an amount in whole pence" },
      );
    }
  });
  return scenario;
}

function refuseRepeats(ids: readonly string[], path: string, what: string, fileName: string): void {
  const seen = new Set<string>();
  ids.forEach((id, i) => {
    if (seen.has(id)) {
      throw new ScenarioError(
        "scenario.repeated-id",
        `${fileName}: the ${what} "${id}" is there twice. Give each ${what} an id of its own (there are ${listed(ids)}).`,
        { path: `${path}[${i}].id`, value: id, expected: "an id used once" },
      );
    }
    seen.add(id);
  });
}
