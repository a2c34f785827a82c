import type { App } from "electron";
import { filesToOpen, withoutProgram } from "./files-to-open.ts";

/**
 * True for the first start. A second start hands its files to the first and ends; the first is told through `onSecond`.
 * The files are worked out by the second start: it knows its own command line letter for letter and its own folder.
 */
export function setUpSingleInstance(
  app: Pick<App, "requestSingleInstanceLock" | "quit" | "on" | "isPackaged">,
  start: { readonly commandLine: readonly string[]; readonly workingFolder: string },
  onSecond: (files: readonly string[]) => void,
): boolean {
  const files = filesToOpen(withoutProgram(start.commandLine, app.isPackaged), start.workingFolder);
  if (!app.requestSingleInstanceLock({ files })) {
    app.quit();
    return false;
  }
  app.on("second-instance", (_event, _commandLine, _workingFolder, sent) => onSecond(filesIn(sent)));
  return true;
}

/** What another process sent is not trusted to be of any shape. */
function filesIn(sent: unknown): string[] {
  if (typeof sent !== "object" || sent === null || !("files" in sent) || !Array.isArray(sent.files)) return [];
  const named = sent.files.filter((file: unknown): file is string => typeof file === "string");
  return filesToOpen(["--", ...named], "/");
}
