/** What the Electron shell gives the page, frozen, as `window.careshift`; absent in a browser. */
import type { FileReference } from "../../engine/contract/index.ts";

export type PackOrScenario = "scenario" | "pack";

/** Commands of the application menu. */
export type ShellCommand =
  "home" | "workbench" | "data" | "open" | "save" | "save-as" | "export" | "undo" | "redo" | "table" | "keys";

export interface CareshiftShell {
  readonly door: "electron";
  readonly platform: string;
  /** The system's dialog; null when the person cancels. */
  pickOpen(): Promise<FileReference | null>;
  pickSave(wish: { kind: PackOrScenario; suggestedName: string }): Promise<FileReference | null>;
  /** Returns the function that stops listening. */
  onCommand(listener: (command: ShellCommand) => void): () => void;
  /** A file opened from the file manager or the command line. */
  onOpenFile(listener: (file: FileReference) => void): () => void;
  /** The window's title and whether closing would lose work. */
  setDirty(title: string, dirty: boolean): void;
}

/** Name of the message that carries the engine's MessagePort into the page. */
export const ENGINE_PORT_MESSAGE = "careshift-engine-port";

declare global {
  interface Window {
    readonly careshift?: CareshiftShell;
  }
}
