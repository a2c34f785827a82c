import type { BrowserWindowConstructorOptions } from "electron";
import { MINIMUM_SIZE, type Rectangle } from "./place-window.ts";

/** How the window is made. Compared whole in a test: a change here is a change of what the page may do. */
export function windowOptions(context: {
  readonly preload: string;
  readonly place: Rectangle;
  readonly developing: boolean;
}): BrowserWindowConstructorOptions {
  const { x, y, width, height } = context.place;
  return {
    x,
    y,
    width,
    height,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: "Careshift",
    // Shown once it has drawn something; the colour is that of the page while it has not.
    show: false,
    backgroundColor: "#ffffff",
    webPreferences: {
      preload: context.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // Its dictionaries would be fetched from the internet.
      spellcheck: false,
      devTools: context.developing,
    },
  };
}
