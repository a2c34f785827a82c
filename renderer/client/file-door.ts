/** Where files come from and go to. The page never sees a path: only handles that the host granted. */
import type { FileReference } from "../../engine/contract/index.ts";
import type { EngineCalls } from "./engine-calls.ts";
import type { CareshiftShell, PackOrScenario } from "./shell.ts";

/** Asks, inside the page, for the name of a file to save; null when the person cancels. */
export type AskForName = (question: {
  readonly kind: PackOrScenario;
  readonly suggestedName: string;
}) => Promise<string | null>;
/** Asks whether the file that has this name already may be replaced. */
export type AskToReplace = (question: { readonly name: string; readonly folder: string }) => Promise<boolean>;

export interface FileDoor {
  /** Null when the person cancels. */
  pickOpen(): Promise<FileReference | null>;
  pickSave(kind: PackOrScenario, suggestedName: string): Promise<FileReference | null>;
  /** A file that was dropped on the window. */
  receive(file: File): Promise<FileReference>;
}

export function receiveFile(calls: EngineCalls, file: File): Promise<FileReference> {
  return calls.files.receive({ name: file.name, content: file });
}

export function electronFileDoor(shell: CareshiftShell, calls: EngineCalls): FileDoor {
  return {
    pickOpen: () => shell.pickOpen(),
    pickSave: (kind, suggestedName) => shell.pickSave({ kind, suggestedName }),
    receive: (file) => receiveFile(calls, file),
  };
}

export function browserFileDoor(
  calls: EngineCalls,
  chooseFile: () => Promise<File | null>,
  askForName: AskForName,
  askToReplace: AskToReplace,
): FileDoor {
  return {
    async pickOpen() {
      const file = await chooseFile();
      return file === null ? null : receiveFile(calls, file);
    },
    async pickSave(kind, suggestedName) {
      let suggestion = suggestedName;
      for (;;) {
        const name = await askForName({ kind, suggestedName: suggestion });
        if (name === null) return null;
        const first = await calls.files.nameInFolder({ name, kind, replace: false });
        if (first.kind === "granted") return first.file;
        suggestion = name;
        if (!(await askToReplace({ name: first.name, folder: first.folder }))) continue;
        const second = await calls.files.nameInFolder({ name, kind, replace: true });
        if (second.kind === "granted") return second.file;
      }
    },
    receive: (file) => receiveFile(calls, file),
  };
}

/** The browser's own "open file" dialog. */
export function chooseFileInBrowser(page: Document): Promise<File | null> {
  return new Promise((resolve) => {
    const input = page.createElement("input");
    input.type = "file";
    input.accept = ".careshift,.json,.zip,.arrow,.arrows,.feather,.ipc";
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}
