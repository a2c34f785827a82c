import type { OpenDialogOptions, SaveDialogOptions } from "electron";
import type { PackOrScenario } from "../shell-contract.ts";
import { OPENABLE } from "./files-to-open.ts";

export function openDialogOptions(folder: string): OpenDialogOptions {
  return {
    title: "Open a scenario, a pack or a dataset",
    defaultPath: folder,
    properties: ["openFile"],
    filters: [
      { name: "Scenarios, packs and datasets", extensions: [...OPENABLE] },
      { name: "Careshift packs", extensions: ["careshift"] },
      { name: "Scenarios and dataset descriptors", extensions: ["json"] },
      { name: "Datasets", extensions: ["zip", "arrow", "arrows", "feather", "ipc"] },
      { name: "All files", extensions: ["*"] },
    ],
  };
}

export function saveDialogOptions(kind: PackOrScenario, suggestion: string): SaveDialogOptions {
  const isScenario = kind === "scenario";
  return {
    title: isScenario ? "Save the scenario" : "Export a pack",
    defaultPath: suggestion,
    buttonLabel: isScenario ? "Save" : "Export",
    // A system's dialog knows the last part of an ending only; the whole of it is put on afterwards.
    filters: [
      isScenario ? { name: "Scenario", extensions: ["json"] } : { name: "Careshift pack", extensions: ["careshift"] },
    ],
    properties: ["createDirectory", "showOverwriteConfirmation"],
  };
}
