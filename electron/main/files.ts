import { existsSync } from "node:fs";
import path from "node:path";
import type { App, BrowserWindow, Dialog } from "electron";
import type { FileReference } from "../../engine/contract/index.ts";
import type { PackOrScenario } from "../shell-contract.ts";
import { openDialogOptions, saveDialogOptions } from "./file-dialogs.ts";
import { ENDING, suggestedFileName, withEnding } from "./file-names.ts";

export interface Files {
  pickOpen(): Promise<FileReference | null>;
  pickSave(wish: { kind: PackOrScenario; suggestedName: string }): Promise<FileReference | null>;
  /** A file named by the command line or the file manager. */
  openPath(file: string): Promise<FileReference>;
}

interface FilesContext {
  readonly app: Pick<App, "addRecentDocument" | "getPath">;
  readonly dialog: Pick<Dialog, "showOpenDialog" | "showSaveDialog" | "showMessageBox">;
  readonly window: () => BrowserWindow;
  readonly grant: (path: string, mode: "read" | "read-write") => Promise<FileReference>;
}

/** The person chooses in the system's dialogs; the page is given a handle and a name, and no path. */
export function setUpFiles({ app, dialog, window, grant }: FilesContext): Files {
  let folder = app.getPath("documents");

  const openPath = async (file: string): Promise<FileReference> => {
    // What was opened may be saved to as well where it is a scenario: "Save" writes back to it.
    const isScenario = file.toLowerCase().endsWith(ENDING.scenario);
    const reference = await grant(file, isScenario ? "read-write" : "read");
    folder = path.dirname(file);
    app.addRecentDocument(file);
    return reference;
  };

  const mayReplace = async (file: string): Promise<boolean> => {
    const { response } = await dialog.showMessageBox(window(), {
      type: "question",
      message: `“${path.basename(file)}” is there already. Replace it?`,
      buttons: ["Replace", "Cancel"],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  };

  return {
    openPath,
    pickOpen: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), openDialogOptions(folder));
      const [file] = filePaths;
      return canceled || file === undefined ? null : openPath(file);
    },
    pickSave: async ({ kind, suggestedName }) => {
      const suggestion = path.join(folder, suggestedFileName(kind, suggestedName));
      const { canceled, filePath } = await dialog.showSaveDialog(window(), saveDialogOptions(kind, suggestion));
      if (canceled || filePath === "") return null;
      const file = withEnding(kind, filePath);
      // The dialog asked about the name that was typed; the one with its ending may be another file.
      if (file !== filePath && existsSync(file) && !(await mayReplace(file))) return null;
      const reference = await grant(file, "read-write");
      folder = path.dirname(file);
      app.addRecentDocument(file);
      return reference;
    },
  };
}
