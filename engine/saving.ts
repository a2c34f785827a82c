/** Saving scenarios and exporting packs. */
import type { FileReference } from "./contract/index.ts";
import type { Scenario } from "../scenarios/index.ts";

export type NamedInFolder =
  { kind: "granted"; file: FileReference; folder: string } | { kind: "exists"; name: string; folder: string };

export interface Saving {
  saveScenario(handle: string, scenario: Scenario): Promise<{ file: FileReference; bytes: number }>;
  exportPack(
    handle: string,
    datasetId: string,
    scenarios: readonly Scenario[],
  ): Promise<{ file: FileReference; bytes: number; entries: number }>;
  nameInFolder(name: string, kind: "scenario" | "pack", replace: boolean): Promise<NamedInFolder>;
}
