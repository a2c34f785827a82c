/**
 * The only code that stands between the page and the shell: one frozen object with eight names, and the engine's port
 * passed on. Sandboxed: it may require nothing but "electron".
 */
import { contextBridge, ipcRenderer } from "electron";
import type { FileReference } from "../../engine/contract/index.ts";
import {
  COMMAND,
  ENGINE_PORT,
  LONGEST_TITLE,
  OPEN_FILE,
  PICK_OPEN,
  PICK_SAVE,
  SAVED_TO_CLOSE,
  SET_DIRTY,
} from "../channels.ts";
import { APP_ORIGIN } from "../origin.ts";
import { type CareshiftShell, ENGINE_PORT_MESSAGE, type ShellCommand } from "../shell-contract.ts";
import { createPushes } from "./pushes.ts";
import { inPlainWords } from "./refusals.ts";

const commands = createPushes<ShellCommand>({ keepUntilHeard: 0 });
const filesToOpen = createPushes<FileReference>({ keepUntilHeard: 20 });

ipcRenderer.on(COMMAND, (_event, command: ShellCommand) => commands.push(command));
ipcRenderer.on(OPEN_FILE, (_event, file: FileReference) => filesToOpen.push(file));
ipcRenderer.on(ENGINE_PORT, (event) => {
  const [port] = event.ports;
  // The window never leaves its own origin; should it ever, the engine must not follow it.
  if (port === undefined || window.location.origin !== APP_ORIGIN) return;
  window.postMessage(ENGINE_PORT_MESSAGE, APP_ORIGIN, [port]);
});

async function ask(channel: string, input?: unknown): Promise<FileReference | null> {
  try {
    return (await ipcRenderer.invoke(channel, input)) as FileReference | null;
  } catch (problem) {
    throw new Error(inPlainWords(problem), { cause: problem });
  }
}

function tell(channel: string, news: unknown): void {
  ask(channel, news).catch((problem: unknown) => console.error(inPlainWords(problem)));
}

const shell: CareshiftShell = Object.freeze({
  door: "electron",
  platform: process.platform,
  pickOpen: () => ask(PICK_OPEN),
  pickSave: (wish) => ask(PICK_SAVE, wish),
  onCommand: (listener) => commands.listen(listener),
  onOpenFile: (listener) => filesToOpen.listen(listener),
  setDirty: (title, dirty) => {
    // Cut, not refused: a long name must not lose the word that something is unsaved.
    tell(SET_DIRTY, { title: title.slice(0, LONGEST_TITLE), dirty });
  },
  savedToClose: (saved) => tell(SAVED_TO_CLOSE, { saved }),
} satisfies CareshiftShell);

contextBridge.exposeInMainWorld("careshift", shell);
