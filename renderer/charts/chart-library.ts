/** The chart library, loaded once, after the first screen is there. */
import type { Layout, Trace } from "plotly.js-strict-dist-min";
import { standInForInjectedStyles } from "./no-injected-styles.ts";

type Plotly = typeof import("plotly.js-strict-dist-min");

/** Still marks: reading a value is done by the chart's own reader, by mouse and by keyboard alike. */
const CONFIG = { staticPlot: true, displayModeBar: false, responsive: false };

let loading: Promise<Plotly> | null = null;
let loaded: Plotly | null = null;

/** Begins to load the library (1.6 MB compressed) so that it is there when the first chart is. */
export function loadPlotly(): Promise<Plotly> {
  if (loading === null) {
    standInForInjectedStyles(document);
    loading = import("plotly.js-strict-dist-min").then((library) => {
      loaded = "default" in library ? (library.default as Plotly) : library;
      return loaded;
    });
  }
  return loading;
}

/** Draws at once when the library is there, which it is after the first drawing; else as soon as it is. */
export function draw(host: HTMLElement, traces: readonly Trace[], layout: Layout): void {
  if (loaded !== null) void loaded.react(host, traces, layout, CONFIG);
  else void loadPlotly().then((library) => host.isConnected && library.react(host, traces, layout, CONFIG));
}

export function clear(host: HTMLElement): void {
  loaded?.purge(host);
}
