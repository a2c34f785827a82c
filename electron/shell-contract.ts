/** What the shell gives the page, frozen, as `window.careshift`. The window keeps a copy of this shape: a test compares them. */
import type { FileReference } from "../engine/contract/index.ts";

export type PackOrScenario = "scenario" | "pack";

/** Commands of the application menu. */
export type MenuCommand =
  "home" | "workbench" | "data" | "open" | "save" | "save-as" | "export" | "undo" | "redo" | "table" | "keys";

/** What the shell asks of the page: the menu's commands, and to save all that is unsaved because the window is to close. */
export type ShellCommand = MenuCommand | "save-to-close";

export interface CareshiftShell {
  readonly door: "electron";
  readonly platform: string;
  /** The system's dialog; null when the person cancels. Rejects with a sentence for the person when the file cannot be used. */
  pickOpen(): Promise<FileReference | null>;
  pickSave(wish: { kind: PackOrScenario; suggestedName: string }): Promise<FileReference | null>;
  /** Returns the function that stops listening. */
  onCommand(listener: (command: ShellCommand) => void): () => void;
  /** A file opened from the file manager or the command line; those that came before the first listener come to it. */
  onOpenFile(listener: (file: FileReference) => void): () => void;
  /** The window's title and whether closing would lose work. */
  setDirty(title: string, dirty: boolean): void;
  /** Answers "save-to-close": whether all work is in files now. The window closes, or stays open. */
  savedToClose(saved: boolean): void;
}

/** Data of the window message that carries the engine's MessagePort; a later one replaces the earlier. */
export const ENGINE_PORT_MESSAGE = "careshift-engine-port";
