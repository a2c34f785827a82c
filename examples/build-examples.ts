/** Builds the example datasets from the published figures in examples/sources, and the scenarios made on the first. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { loadDataset } from "../datasets/index.ts";
import { grampianDataset } from "./grampian-dataset.ts";
import { readSources } from "./method/sources.ts";
import { scenarioFiles } from "./scenarios/scenario-files.ts";
import { scotlandDataset } from "./scotland-dataset.ts";

/** Files of each example by its folder's name, from the sources under the project's root. The same every time. */
export async function exampleDatasets(root: string): Promise<Map<string, Map<string, Uint8Array>>> {
  const sources = await readSources(join(root, "examples", "sources"));
  return new Map([
    ["grampian", grampianDataset(sources)],
    ["scotland", scotlandDataset(sources)],
  ]);
}

/** Writes the examples under the project's root; returns a line about each. */
export async function buildExamples(root: string): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, files] of await exampleDatasets(root)) {
    let bytes = 0;
    for (const [path, content] of files) {
      const file = join(root, "examples", name, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
      bytes += content.length;
    }
    lines.push(`examples/${name}: ${files.size} files, ${Math.round(bytes / 1024)} KiB`);
  }
  const grampian = await loadDataset({ kind: "folder", path: join(root, "examples", "grampian") });
  const scenarios = scenarioFiles(grampian);
  for (const [name, text] of scenarios) await writeFile(join(root, "examples", "scenarios", name), text);
  lines.push(`examples/scenarios: ${scenarios.size} scenarios`);
  return lines;
}
