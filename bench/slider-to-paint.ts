/**
 * From a key press on a slider to the workbench painted with the new figures, in a real browser over the browser door,
 * against plotly.js alone drawing charts of the same kinds and sizes from figures it already has.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../test/browser/chromium.ts";
import { type BenchRow, type Measurement, summarise } from "./measure.ts";
import { pinned, projectRoot } from "./pinned.ts";

const MOVES = 60;

export async function sliderToPaint(): Promise<BenchRow[]> {
  const state = mkdtempSync(join(tmpdir(), "careshift-bench-"));
  const server = spawn(process.execPath, [join(projectRoot, "cli/careshift.mjs"), "serve", "--no-open"], {
    env: { ...process.env, CARESHIFT_STATE: state, CARESHIFT_DOCUMENTS: state },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const browser = await launchChromium();
  try {
    const ours = await moveSlider(browser, await addressOf(server));
    const theirs = await plotlyAlone(browser);
    return [
      {
        what: "key press on a slider to painted workbench",
        ours,
        peer: `${pinned("plotly.js-strict-dist-min")}, six charts drawn alone`,
        theirs,
        aim: "under 50 ms",
      },
    ];
  } finally {
    await browser.close();
    server.kill();
    rmSync(state, { recursive: true, force: true });
  }
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    server.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(printed);
      if (address !== null) resolve(address[0]);
    });
    server.once("exit", (code) => reject(new Error(`The browser door closed with code ${code}.`)));
  });
}

async function moveSlider(browser: Browser, address: string): Promise<Measurement> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(address);
  await page.getByRole("button", { name: /worked example/i }).click();
  const slider = page.getByRole("slider").first();
  await slider.waitFor();
  await slider.focus();
  for (let i = 0; i < MOVES; i++) {
    await page.keyboard.press(i % 20 < 10 ? "ArrowLeft" : "ArrowRight");
    await page.waitForTimeout(120);
  }
  const taken = await readTimes(page);
  await page.close();
  return summarise(taken.slice(10));
}

/** Time from each key press to the next painted frame that followed it. */
function readTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const marks = performance
      .getEntriesByType("mark")
      .filter(({ name }) => name === "careshift:input" || name === "careshift:painted");
    return marks.flatMap((mark, i) => {
      const next = marks[i + 1];
      return mark.name === "careshift:input" && next?.name === "careshift:painted"
        ? [next.startTime - mark.startTime]
        : [];
    });
  });
}

interface Plotly {
  newPlot(element: HTMLElement, traces: object[], layout: object, config: object): Promise<unknown>;
  react(element: HTMLElement, traces: object[], layout: object, config: object): Promise<unknown>;
}

async function plotlyAlone(browser: Browser): Promise<Measurement> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.setContent("<main></main>");
  const library = join(projectRoot, "node_modules/plotly.js-strict-dist-min/plotly-strict.min.js");
  await page.addScriptTag({ content: readFileSync(library, "utf8") });
  const taken = await page.evaluate(async (moves) => {
    const { Plotly } = globalThis as unknown as { Plotly: Plotly };
    const years = Array.from({ length: 11 }, (_, t) => `${2024 + t}/${25 + t}`);
    const charts = Array.from({ length: 6 }, (_, chart) => {
      const element = document.createElement("div");
      document.querySelector("main")?.append(element);
      return { element, type: chart === 1 ? "bar" : "scatter" };
    });
    const layout = { width: 560, height: 220, margin: { l: 40, r: 20, t: 10, b: 30 }, barmode: "stack" };
    const times: number[] = [];
    for (let move = 0; move < moves; move++) {
      const start = performance.now();
      for (const { element, type } of charts) {
        const traces = [1, 2, 3].map((k) => ({
          type,
          x: years,
          y: years.map((_, t) => 100 * k + t * k + Math.sin(move + t)),
        }));
        await (move === 0 ? Plotly.newPlot : Plotly.react)(element, traces, { ...layout }, { staticPlot: true });
      }
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      times.push(performance.now() - start);
    }
    return times;
  }, MOVES);
  await page.close();
  return summarise(taken.slice(10));
}
