/**
 * The shell's main process: a list of set-ups. Only here is Electron itself imported; each set-up takes what it needs of
 * it, and what it decides lies in functions that are tested without it.
 */
import path from "node:path";
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  type MessageBoxOptions,
  protocol,
  screen,
  session,
  shell,
  utilityProcess,
} from "electron";
import { PICK_OPEN, PICK_SAVE, SAVED_TO_CLOSE, SET_DIRTY } from "../channels.ts";
import { setUpEngine } from "./engine.ts";
import { setUpFiles } from "./files.ts";
import { filesToOpen, withoutProgram } from "./files-to-open.ts";
import { setUpIpc } from "./ipc.ts";
import { setUpMenu } from "./menu.ts";
import { setUpPermissions } from "./permissions.ts";
import { registerAppScheme, setUpProtocol } from "./protocol.ts";
import { setUpNetwork, setUpSecurity } from "./security.ts";
import { setUpSingleInstance } from "./single-instance.ts";
import { setUpWindow } from "./window.ts";

/** The folder of the built program: this bundle lies in its electron/. */
const dist = path.dirname(__dirname);
const developing = !app.isPackaged;

/** Files named before there is a window to show them in. */
let openPaths: (files: readonly string[]) => void = (files) => early.push(...files);
const early: string[] = [];

function start(): void {
  const say = (message: MessageBoxOptions): void => void dialog.showMessageBox(window.browserWindow, message);

  setUpPermissions(session.defaultSession);
  setUpNetwork(session.defaultSession, { developing });
  setUpProtocol(protocol, path.join(dist, "renderer"));
  const engine = setUpEngine({
    app,
    utilityProcess,
    MessageChannelMain,
    entry: path.join(dist, "electron", "engine.js"),
    tell: say,
  });
  const files = setUpFiles({ app, dialog, window: () => window.browserWindow, grant: engine.grant });
  const window = setUpWindow({
    BrowserWindow,
    screen,
    dialog,
    developing,
    preload: path.join(dist, "electron", "preload.cjs"),
    stateFile: path.join(app.getPath("userData"), "window.json"),
    onPageLoaded: (page) => engine.attach(page),
  });
  setUpMenu(Menu, { developing, send: window.send });
  setUpIpc(ipcMain, {
    [PICK_OPEN]: () => files.pickOpen(),
    [PICK_SAVE]: (wish) => files.pickSave(wish),
    [SET_DIRTY]: async ({ title, dirty }) => {
      window.setDirty(title, dirty);
      return null;
    },
    [SAVED_TO_CLOSE]: async ({ saved }) => {
      window.savedToClose(saved);
      return null;
    },
  });
  const open = async (file: string): Promise<void> => {
    try {
      window.openFile(await files.openPath(file));
    } catch (problem) {
      say({
        type: "warning",
        message: `“${path.basename(file)}” could not be opened.`,
        detail: problem instanceof Error ? problem.message : String(problem),
      });
    }
  };
  openPaths = (paths) => {
    window.focus();
    for (const file of paths) void open(file);
  };
  for (const file of early.splice(0)) void open(file);
}

const isFirst = setUpSingleInstance(app, { commandLine: process.argv, workingFolder: process.cwd() }, (files) =>
  openPaths(files),
);
if (isFirst) {
  registerAppScheme(protocol);
  setUpSecurity(app, shell);
  early.push(...filesToOpen(withoutProgram(process.argv, app.isPackaged), process.cwd()));
  app.on("open-file", (event, file) => {
    event.preventDefault();
    openPaths([file]);
  });
  app.on("window-all-closed", () => app.quit());
  void app.whenReady().then(start);
}
