import type { IpcMain } from "electron";
import { dispatch } from "./ipc-dispatch.ts";
import { type IpcHandlers, ipcTable } from "./ipc-table.ts";

/** Answers the channels of the table and no others; Electron itself refuses a channel that has no handler. */
export function setUpIpc(ipcMain: Pick<IpcMain, "handle">, handlers: IpcHandlers): void {
  for (const channel of Object.keys(ipcTable)) {
    ipcMain.handle(channel, (event, ...args: unknown[]) =>
      dispatch(ipcTable, handlers, { channel, frame: event.senderFrame, args }),
    );
  }
}
