import { expect, test } from "vitest";
import { windowOptions } from "../../electron/main/window-options.ts";

const place = { x: 10, y: 20, width: 1200, height: 800 };

// The whole of it, so that an option added, lost or loosened is seen.
test("the window is isolated, sandboxed and without Node", () => {
  expect(windowOptions({ preload: "/app/dist/electron/preload.cjs", place, developing: false })).toStrictEqual({
    x: 10,
    y: 20,
    width: 1200,
    height: 800,
    minWidth: 800,
    minHeight: 560,
    title: "Careshift",
    show: false,
    backgroundColor: "#ffffff",
    webPreferences: {
      preload: "/app/dist/electron/preload.cjs",
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
      spellcheck: false,
      devTools: false,
    },
  });
});

test("developing changes one thing: the developer's tools", () => {
  const packaged = windowOptions({ preload: "/p", place, developing: false });
  const developing = windowOptions({ preload: "/p", place, developing: true });
  expect(developing).toStrictEqual({ ...packaged, webPreferences: { ...packaged.webPreferences, devTools: true } });
});
