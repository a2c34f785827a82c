/** The example scenarios as files, made from the dataset they are asked of. */
import type { Dataset } from "../../datasets/index.ts";
import { exampleScenarios, exampleTitles, serialiseScenario } from "../../scenarios/index.ts";

/** Text of each scenario file by its name in this folder. Carries the dataset's hash: made again whenever it changes. */
export function scenarioFiles(dataset: Dataset): Map<string, string> {
  const scenarios = exampleScenarios(dataset);
  return new Map(
    exampleTitles.map(({ id }, i) => {
      const scenario = scenarios[i];
      if (scenario === undefined) throw new Error(`There is no example scenario "${id}".`);
      return [`${id}.scenario.json`, serialiseScenario(scenario)];
    }),
  );
}
