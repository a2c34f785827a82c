/** One good pack on the Grampian example, made once for all tests. */
import { fileURLToPath } from "node:url";
import { datasetFiles, loadDataset, type Dataset } from "../../datasets/index.ts";
import { createCommissioningRunner, RESULT_IDS } from "../../models/index.ts";
import { exampleScenarios, jsonReport, resolveCase, type JsonReport, type Scenario } from "../../scenarios/index.ts";
import { hashScenario, hashText, writePack, type PackInput } from "../../scenarios/packs/index.ts";

export const MODEL_HASH = hashText("the model");

export async function grampian(): Promise<Dataset> {
  return loadDataset({ kind: "folder", path: fileURLToPath(new URL("../../examples/grampian", import.meta.url)) });
}

export function report(dataset: Dataset, scenario: Scenario): JsonReport {
  const results = createCommissioningRunner().run(resolveCase(dataset, scenario), RESULT_IDS);
  const hashes = { model: MODEL_HASH, data: dataset.hash, scenario: hashScenario(scenario) };
  return jsonReport({ dataset, scenario, results, hashes, programVersion: "0.1.0" });
}

export async function packInput(count = 2): Promise<PackInput> {
  const dataset = await grampian();
  const scenarios = exampleScenarios(dataset).slice(0, count);
  return {
    programVersion: "0.1.0",
    modelHash: MODEL_HASH,
    dataset: { name: dataset.name, title: dataset.title, hash: dataset.hash },
    datasetFiles: datasetFiles(dataset),
    scenarios: scenarios.map((scenario) => ({ scenario, report: report(dataset, scenario) })),
  };
}

export async function goodPack(): Promise<Uint8Array> {
  return (await writePack(await packInput())).bytes;
}
