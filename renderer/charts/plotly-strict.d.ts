/** The part of plotly's strict bundle that the charts use; the package carries no types of its own. */
declare module "plotly.js-strict-dist-min" {
  export interface LineStyle {
    color: string;
    width?: number;
    dash?: "solid" | "dash" | "dot" | string;
    shape?: "linear" | "hvh";
    /** False: every point is drawn, also where a line is nearly straight. */
    simplify?: boolean;
  }
  export interface ScatterTrace {
    type: "scatter";
    mode: "lines";
    x: readonly number[];
    y: readonly number[];
    line: LineStyle;
    xaxis?: string;
    cliponaxis?: boolean;
    hoverinfo: "skip";
  }
  export interface BarTrace {
    type: "bar";
    orientation?: "v" | "h";
    x: readonly number[];
    y: readonly number[];
    base?: readonly number[] | number;
    width?: number | readonly number[];
    marker: {
      color: string | readonly string[];
      line?: { color: string; width: number };
      pattern?: { shape: "/"; fgcolor: string; bgcolor: string; size: number; solidity: number };
    };
    hoverinfo: "skip";
  }
  export type Trace = ScatterTrace | BarTrace;
  export interface Axis {
    visible: false;
    fixedrange: true;
    range: readonly [number, number];
    domain?: readonly [number, number];
  }
  export interface Layout {
    width: number;
    height: number;
    margin: { l: number; r: number; t: number; b: number; pad: number };
    showlegend: false;
    hovermode: false;
    barmode?: "stack" | "overlay";
    paper_bgcolor: string;
    plot_bgcolor: string;
    xaxis: Axis;
    yaxis: Axis;
    [axis: `xaxis${number}`]: Axis;
  }
  export interface Config {
    staticPlot: boolean;
    displayModeBar: boolean;
    responsive: boolean;
  }
  export function react(host: HTMLElement, traces: readonly Trace[], layout: Layout, config: Config): Promise<unknown>;
  export function purge(host: HTMLElement): void;
}
