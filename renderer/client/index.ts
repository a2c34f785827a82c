/** The window's only door to the engine. */
import { connectByWebSocket, rpcAddress } from "./browser-link.ts";
import type { Connection } from "./connection.ts";
import { connectByMessagePort } from "./electron-link.ts";
import { type EngineCalls, engineCalls } from "./engine-calls.ts";
import {
  type AskForName,
  type AskToReplace,
  browserFileDoor,
  chooseFileInBrowser,
  electronFileDoor,
  type FileDoor,
} from "./file-door.ts";
import type { CareshiftShell } from "./shell.ts";

export interface EngineClient {
  readonly calls: EngineCalls;
  readonly files: FileDoor;
  readonly connection: Connection;
  /** Null in a browser. */
  readonly shell: CareshiftShell | null;
}

/** Questions that the browser door asks inside the page, where Electron asks through the system's dialogs. */
export interface Questions {
  readonly askForName: AskForName;
  readonly askToReplace: AskToReplace;
}

export function createEngineClient(page: Window, questions: Questions): EngineClient {
  const shell = page.careshift ?? null;
  const connection =
    shell === null
      ? connectByWebSocket(rpcAddress(page.location), (address) => new WebSocket(address))
      : connectByMessagePort(page);
  const calls = engineCalls(connection);
  const files =
    shell === null
      ? browserFileDoor(calls, () => chooseFileInBrowser(page.document), questions.askForName, questions.askToReplace)
      : electronFileDoor(shell, calls);
  return { calls, files, connection, shell };
}
