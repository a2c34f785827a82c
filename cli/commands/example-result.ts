/** The first example's result, for a machine that cannot show the window. */
import { clientInProcess } from "../../engine/index.ts";
import type { EngineHost } from "../../engine/index.ts";
import { resultText } from "../result-text.ts";
import { firstExample } from "./first-example.ts";

export async function exampleResult(host: EngineHost): Promise<string> {
  const { client, close } = clientInProcess(host.router);
  try {
    const { dataset, scenarios } = await firstExample(client);
    const [scenario] = scenarios;
    if (scenario === undefined) return "";
    return resultText(await host.report(dataset.id, scenario), scenario, dataset);
  } finally {
    close();
  }
}
