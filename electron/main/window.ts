import type { BrowserWindow, Dialog, Screen } from "electron";
import type * as electron from "electron";
import type { FileReference } from "../../engine/contract/index.ts";
import { COMMAND, OPEN_FILE } from "../channels.ts";
import { APP_START } from "../origin.ts";
import type { ShellCommand } from "../shell-contract.ts";
import { CLOSING_ANSWERS, closingQuestion, createClosing } from "./closing.ts";
import { placeWindow } from "./place-window.ts";
import { windowOptions } from "./window-options.ts";
import { readWindowState, writeWindowState } from "./window-state.ts";

export interface MainWindow {
  readonly browserWindow: BrowserWindow;
  send(command: ShellCommand): void;
  /** Shown by the page as soon as it is there to show it. */
  openFile(file: FileReference): void;
  /** Brings the window before the person's eyes. */
  focus(): void;
  /** The page told its title, and whether closing would lose work. */
  setDirty(title: string, dirty: boolean): void;
  /** The page answered the wish to save before closing: whether all its work is in files. */
  savedToClose(saved: boolean): void;
}

interface WindowContext {
  readonly BrowserWindow: typeof electron.BrowserWindow;
  readonly screen: Pick<Screen, "getAllDisplays" | "getPrimaryDisplay">;
  readonly dialog: Pick<Dialog, "showMessageBox">;
  readonly preload: string;
  readonly stateFile: string;
  readonly developing: boolean;
  /** The page has loaded, for the first time or anew: it needs a port to the engine. */
  readonly onPageLoaded: (page: BrowserWindow["webContents"]) => void;
}

/** Makes the window and loads the page. */
export function setUpWindow(context: WindowContext): MainWindow {
  const { screen, dialog } = context;
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  const { maximized, ...place } = placeWindow(readWindowState(context.stateFile), [primary, ...others]);
  const window = new context.BrowserWindow(windowOptions({ ...context, place }));
  const page = window.webContents;
  const closing = createClosing();
  const unopened: FileReference[] = [];
  let loaded = false;
  let title = "";
  let dirty = false;

  const send = (command: ShellCommand): void => page.send(COMMAND, command);

  const askBeforeClosing = async (): Promise<void> => {
    const { response } = await dialog.showMessageBox(window, closingQuestion(title));
    const next = closing.answered(CLOSING_ANSWERS[response] ?? "stay");
    if (next === "close") window.close();
    if (next === "save") send("save-to-close");
  };

  window.once("ready-to-show", () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on("close", (event) => {
    writeWindowState(context.stateFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
    const next = closing.wish(dirty);
    if (next === "close") return;
    event.preventDefault();
    if (next === "ask") void askBeforeClosing();
  });
  page.on("did-finish-load", () => {
    loaded = true;
    context.onPageLoaded(page);
    for (const file of unopened.splice(0)) page.send(OPEN_FILE, file);
  });
  page.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    loaded = false;
    dirty = false;
    void tellPageGone(dialog, window).then(() => {
      if (!window.isDestroyed()) page.reload();
    });
  });
  window
    .loadURL(APP_START)
    .catch((problem: unknown) => console.error(`The window's page did not load: ${String(problem)}`));

  return {
    browserWindow: window,
    send,
    openFile: (file) => {
      if (loaded) page.send(OPEN_FILE, file);
      else unopened.push(file);
    },
    focus: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    setDirty: (newTitle, newDirty) => {
      title = newTitle;
      dirty = newDirty;
      window.setTitle(newTitle === "" || newTitle === "Careshift" ? "Careshift" : `${newTitle} — Careshift`);
      window.setDocumentEdited(newDirty);
    },
    savedToClose: (saved) => {
      if (closing.saved(saved && !dirty) === "close") window.close();
    },
  };
}

function tellPageGone(dialog: WindowContext["dialog"], window: BrowserWindow): Promise<unknown> {
  return dialog.showMessageBox(window, {
    type: "error",
    message: "The window’s page stopped and will be loaded again.",
    detail:
      "Changes since the last save are lost; files are as they were saved. If it happens again, restart the computer.",
    buttons: ["Load again"],
    noLink: true,
  });
}
