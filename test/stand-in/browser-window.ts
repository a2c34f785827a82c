/** Stand-in for BrowserWindow: what the shell calls of it, kept as plain fields that a test can read. */
import { EventEmitter } from "node:events";
import { StandInWebContents } from "./web-contents.ts";

export interface WindowOptions {
  readonly width: number;
  readonly height: number;
  readonly x: number;
  readonly y: number;
  readonly webPreferences: { readonly preload: string };
}

export class StandInBrowserWindow extends EventEmitter {
  title = "";
  edited = false;
  shown = false;
  focused = 0;
  maximized = false;
  closed = false;
  /** Settles when the page has loaded, or could not. */
  loading: Promise<void> = Promise.resolve();

  constructor(
    readonly options: WindowOptions,
    readonly webContents: StandInWebContents,
  ) {
    super();
  }

  loadURL(url: string): Promise<void> {
    this.loading = this.webContents.load(url).then(() => void this.emit("ready-to-show"));
    return this.loading;
  }

  /** Asks the shell first, as a click on the window's cross does. */
  close(): void {
    let prevented = false;
    this.emit("close", { preventDefault: () => (prevented = true) });
    if (prevented || this.closed) return;
    this.closed = true;
    void this.webContents.destroy().then(() => this.emit("closed"));
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    const { x, y, width, height } = this.options;
    return { x, y, width, height };
  }
  isMaximized = (): boolean => this.maximized;
  isMinimized = (): boolean => false;
  isDestroyed = (): boolean => this.closed;
  maximize(): void {
    this.maximized = true;
  }
  restore(): void {
    this.shown = true;
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.focused += 1;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  setDocumentEdited(edited: boolean): void {
    this.edited = edited;
  }
}
