/** Entry of the window: makes the client and the store, and puts the screens on the page. */
import "./zod-without-eval.ts";
import "./ui/tokens.css";
import "./ui/base.css";
import "./app/app.css";
import "./charts/charts.css";
import "./features/home/home.css";
import "./features/workbench/workbench.css";
import "./features/dataset/dataset.css";
import "./ui/print.css";
import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { listenForCommands } from "./app/commands.ts";
import { loadPlotly } from "./charts/chart-library.ts";
import { createEngineClient } from "./client/index.ts";
import { createAppStore } from "./store/app-store.ts";
import { Asker } from "./store/asker.ts";
import { isDirty } from "./store/state.ts";
import { AppStoreContext } from "./store/use-store.ts";
import { preparePrinting } from "./ui/printing.ts";

const MOST_MARKS = 10_000;
let marks = 0;
const asker = new Asker();
const store = createAppStore({
  client: createEngineClient(window, {
    askForName: (question) => asker.askForName(question),
    askToReplace: (question) => asker.askToReplace(question),
  }),
  asker,
  newId: () => crypto.randomUUID(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
  // The change, React's work and every chart's drawing happen inside one frame.
  paint: (change, done) => {
    requestAnimationFrame(() => {
      flushSync(change);
      done();
    });
  },
  mark: (name, detail) => {
    // A long day at the board must not fill the browser's time line.
    marks += 1;
    if (marks % MOST_MARKS === 0) performance.clearMarks();
    performance.mark(name, { detail });
  },
});

preparePrinting(window, () => new Date());
const host = document.getElementById("window");
if (host === null) throw new Error("The page has no place for the window.");
store.start();
listenForCommands(store, window);
createRoot(host).render(
  <StrictMode>
    <AppStoreContext value={store}>
      <App />
    </AppStoreContext>
  </StrictMode>,
);
void loadPlotly();
window.addEventListener("beforeunload", (event) => {
  // Electron asks by itself; a browser can only be asked to ask.
  if (window.careshift === undefined && isDirty(store.state.getState())) event.preventDefault();
});
