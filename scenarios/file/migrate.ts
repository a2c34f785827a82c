/** Brings a scenario file of an older version up to the present one. Version 1 is the first. */
import { ScenarioError, shown } from "../scenario-error.ts";
import { SCENARIO_FORMAT, SCENARIO_VERSION } from "../schema.ts";

/** One step a version: `steps[1]` turns version 1 into version 2. Empty while version 1 is the only one. */
const steps: Readonly<Record<number, (raw: Record<string, unknown>) => Record<string, unknown>>> = {};

/** The program version that first wrote each version of the file. */
const firstProgram: Readonly<Record<number, string>> = { 1: "0.1.0" };

/** The same scenario in the present version. Throws ScenarioError for another format, or a version newer than this program. */
export function migrate(raw: Record<string, unknown>, fileName: string): Record<string, unknown> {
  if (raw["format"] !== SCENARIO_FORMAT) {
    throw new ScenarioError(
      "scenario.other-format",
      `${fileName} is not a Careshift scenario: its "format" is ${shown(raw["format"])} and should be "${SCENARIO_FORMAT}".`,
      { path: "format", value: raw["format"], expected: SCENARIO_FORMAT },
    );
  }
  const version = raw["version"];
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    throw new ScenarioError(
      "scenario.no-version",
      `${fileName} does not say which version of the scenario format it is in: "version" is ${shown(version)}.`,
      { path: "version", value: version, expected: `a whole number up to ${SCENARIO_VERSION}` },
    );
  }
  if (version > SCENARIO_VERSION) {
    throw new ScenarioError(
      "scenario.newer-version",
      `${fileName} is in version ${version} of the scenario format, made by a later Careshift than this one. ` +
        `This program reads up to version ${SCENARIO_VERSION} (Careshift ${firstProgram[SCENARIO_VERSION]} and later). Open it with the Careshift that made it, or a newer one.`,
      { path: "version", value: version, expected: `at most ${SCENARIO_VERSION}` },
    );
  }
  let present = raw;
  for (let from = version; from < SCENARIO_VERSION; from++) {
    const step = steps[from];
    if (step === undefined) throw new Error(`There is no step from scenario version ${from}.`);
    present = step(present);
  }
  return present;
}
