import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { axeProblems } from "./axe.ts";
import { launchChromium } from "./chromium.ts";
import { openExample, openWindow, type ServedWindow } from "./served-window.ts";

let browser: Browser;
let served: ServedWindow | null = null;
beforeAll(async () => {
  // A page whose headers a test has changed counts as one from outside, which may not reach this machine's own door.
  browser = await launchChromium(["--disable-features=LocalNetworkAccessChecks"]);
});
afterAll(() => browser.close());
afterEach(async () => {
  await served?.close();
  served = null;
});

/** The machine may be busy: what is waited for is that it comes, not how soon. */
const PATIENCE = { timeout: 20_000 };

async function start(options: Parameters<typeof openWindow>[1] = {}): Promise<Page> {
  served = await openWindow(browser, options);
  return served.page;
}
async function noTroubles(): Promise<void> {
  expect(await served?.troubles()).toEqual([]);
}

/** What the board says: every amount, and the ledger's rows. */
const amounts = (page: Page): Promise<string[]> =>
  page.locator(".money-row .field").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
const ledger = async (page: Page): Promise<string[][]> =>
  (await page.locator(".ledger tbody tr").allInnerTexts()).map((row) => row.split(/\s*\t\s*/));
/** The outlines of every line that is drawn. */
const drawn = (page: Page, chart: string): Promise<string[]> =>
  page
    .locator(`.chart-${chart} .marks path`)
    .evaluateAll((paths) => paths.map((each) => each.getAttribute("d") ?? "").filter((outline) => outline !== ""));
const changes = (page: Page, chart: string, from: readonly string[]): Promise<void> =>
  expect.poll(() => drawn(page, chart), PATIENCE).not.toEqual(from);
const slider = (page: Page, name: string) => page.getByRole("slider", { name: `${name}, £ a year` });
const amount = (page: Page, name: string) => page.getByRole("textbox", { name: `${name}, amount` });

async function grab(page: Page, name: string): Promise<{ x: number; y: number }> {
  const thumb = slider(page, name);
  const box = await thumb.boundingBox();
  if (box === null) throw new Error(`There is no slider ${name}.`);
  const [now, most] = await thumb.evaluate((input) => [
    Number((input as HTMLInputElement).value),
    Number((input as HTMLInputElement).max),
  ]);
  const at = { x: box.x + 7 + ((box.width - 14) * (now ?? 0)) / (most ?? 1), y: box.y + box.height / 2 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  return at;
}

test("the first screen shows the example as it runs, in a place that was kept for it", async () => {
  const page = await start();
  const drop = page.locator(".drop");
  const before = await drop.boundingBox();
  await page.locator(".preview .marks .main-svg").first().waitFor();
  expect(await drop.boundingBox()).toEqual(before);
  const words = (await page.locator(".preview p").textContent()) ?? "";
  expect(words).toMatch(/^Emergency bed days end [\d.]+\s%/u);
  expect(await axeProblems(page)).toEqual([]);
  // The same figures as in the workbench.
  const [, name] = /([\d.]+\s%)/u.exec(words) ?? [];
  await openExample(page);
  expect(await page.locator(".statement").innerText()).toContain(`${name ?? "?"} below doing nothing`);
  await noTroubles();
});

test("the example opens in one click: the answer, six charts that say what they found, and where the data come from", async () => {
  const page = await start();
  await openExample(page);
  await expect
    .poll(() => page.locator(".statement").innerText(), PATIENCE)
    .toMatch(/^Moving £[\d.]+m a year from the set-aside .*Main caveat/su);
  const titles = await page.locator("figure.chart h2").allInnerTexts();
  expect(titles).toHaveLength(6);
  for (const title of titles) expect(title.length).toBeGreaterThan(20);
  for (const chart of ["trajectories", "bridge", "money", "beds", "areas"])
    expect((await drawn(page, chart)).length).toBeGreaterThan(0);
  // Text alternatives: what is drawn, in words with figures.
  for (const label of await page
    .locator("figure.chart svg[role=img]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? "")))
    expect(label).toMatch(/\d/u);
  expect(await page.locator(".foot").innerText()).toContain("Illustrative figures.");
  await page.getByRole("button", { name: "Data and sources" }).click();
  const table = page.getByRole("table").filter({ hasText: "How it was made" });
  expect(await table.innerText()).toMatch(/Illustrative/u);
  expect(await table.innerText()).toMatch(/Derived/u);
  await noTroubles();
});

test("dragging a slider moves charts, sentence and totals while the thumb moves; the total holds; undo restores exactly", async () => {
  const page = await start();
  await openExample(page);
  const before = {
    amounts: await amounts(page),
    ledger: await ledger(page),
    lines: await drawn(page, "trajectories"),
    words: await page.locator(".statement").innerText(),
    money: await drawn(page, "money"),
    areas: await drawn(page, "areas"),
  };
  const from = await grab(page, "Intermediate care");
  for (let step = 1; step <= 12; step++) await page.mouse.move(from.x + step * 2, from.y);
  // The button is still held.
  await changes(page, "trajectories", before.lines);
  await changes(page, "money", before.money);
  await changes(page, "areas", before.areas);
  await expect.poll(() => page.locator(".statement").innerText(), PATIENCE).not.toBe(before.words);
  const during = await ledger(page);
  expect(during[0]?.[2]).not.toBe(before.ledger[0]?.[2]);
  expect(during[2]).toEqual(before.ledger[2]);
  expect(during[2]?.[3]?.trim()).toBe("£0.00");
  expect(await page.locator(".balance").getAttribute("data-balanced")).toBe("true");
  // A tick marks where the slider was.
  expect(
    await page
      .locator("li", { has: slider(page, "Intermediate care") })
      .locator(".was")
      .count(),
  ).toBe(1);
  const charts = ["trajectories", "money", "areas", "beds"];
  const last = await drawn(page, "trajectories");
  await page.mouse.move(from.x + 40, from.y);
  await changes(page, "trajectories", last);
  const moved = await Promise.all(charts.map((chart) => drawn(page, chart)));
  await page.mouse.up();
  const after = await drawn(page, "trajectories");

  // Marks that were moved in place stand where the library, which draws them anew once the slider rests, puts them.
  await page.waitForTimeout(600);
  expect(await Promise.all(charts.map((chart) => drawn(page, chart)))).toEqual(moved);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => drawn(page, "trajectories"), PATIENCE).toEqual(before.lines);
  expect(await amounts(page)).toEqual(before.amounts);
  expect(await ledger(page)).toEqual(before.ledger);
  await expect.poll(() => page.locator(".statement").innerText(), PATIENCE).toBe(before.words);
  // The whole drag was one step.
  expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
  await page.getByRole("button", { name: "Redo" }).click();
  await expect.poll(() => drawn(page, "trajectories"), PATIENCE).toEqual(after);
  await noTroubles();
});

test("amounts are typed as people write them; what cannot be moved says why, at the control, and moves nothing", async () => {
  const page = await start();
  await openExample(page);
  const general = amount(page, "General medicine");
  await general.fill("1.2m");
  await general.press("Enter");
  await expect.poll(() => slider(page, "General medicine").getAttribute("aria-valuetext"), PATIENCE).toBe("£1,200,000");
  await general.blur();
  const settled = await amounts(page);
  await general.fill("900m");
  await general.press("Enter");
  const refusal = page.locator("li", { has: general }).getByRole("alert");
  expect(await refusal.innerText()).toMatch(/^General medicine holds £[\d,.]+/u);
  expect(await general.getAttribute("aria-invalid")).toBe("true");
  await general.blur();
  expect(await amounts(page)).toEqual(settled);
  // The amount that it can give, to the penny, runs in every year.
  const words = await refusal.innerText();
  const most = /can give (£[\d,.]+) a year so that it is not short in 20\d\d\/\d\d/u.exec(words)?.[1];
  const before = await page.locator(".statement").innerText();
  await general.fill(most ?? words);
  await general.press("Enter");
  await expect.poll(() => page.locator(".statement").innerText(), PATIENCE).not.toBe(before);
  expect(await page.locator(".message").count()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => amounts(page), PATIENCE).toEqual(settled);
  await general.fill("a lot");
  await general.press("Enter");
  expect(await refusal.innerText()).toContain('"a lot"');
  // Locked money stays: with every specialty locked, a programme cannot grow.
  for (const lock of await page.getByRole("button", { name: /^Lock / }).all())
    if ((await lock.getAttribute("aria-pressed")) === "false") await lock.click();
  await page.getByRole("button", { name: "Lock Reablement" }).click();
  const reablement = amount(page, "Reablement");
  await reablement.fill("£9m");
  await reablement.press("Enter");
  expect(await page.locator("li", { has: reablement }).getByRole("alert").innerText()).toContain("locked");
  await noTroubles();
});

test("everything by keyboard: parts of the screen, sliders, tables, reading a chart, keys, undo", async () => {
  const page = await start();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".chart-bridge .marks .main-svg").first().waitFor();
  await page.keyboard.press("F6");
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("bar");
  for (const region of ["result", "move", "charts"]) {
    await page.keyboard.press("F6");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe(region);
  }
  await page.keyboard.press("Shift+F6");
  expect(await page.evaluate(() => document.activeElement?.className)).toBe("move");
  await page.keyboard.press("Tab");
  const general = slider(page, "General medicine");
  expect(await general.evaluate((input) => input === document.activeElement)).toBe(true);
  const start_ = Number((await general.getAttribute("aria-valuetext"))?.replace(/[£,]/gu, ""));
  const value = async (): Promise<number> =>
    Number((await general.getAttribute("aria-valuetext"))?.replace(/[£,]/gu, ""));
  await page.keyboard.press("ArrowRight");
  expect(await value()).toBeCloseTo(start_ + 10_000, 2);
  await page.keyboard.press("Shift+ArrowRight");
  expect(await value()).toBeCloseTo(start_ + 110_000, 2);
  await page.keyboard.press("ArrowLeft");
  expect(await value()).toBeCloseTo(start_ + 100_000, 2);
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
  expect(await value()).toBeCloseTo(start_, 2);

  // T: every table; inside a chart, its own.
  await page.keyboard.press("t");
  await expect.poll(() => page.locator(".chart-table").count(), PATIENCE).toBe(6);
  await page.keyboard.press("t");
  await expect.poll(() => page.locator(".chart-table").count(), PATIENCE).toBe(0);
  const reader = page.getByRole("slider", { name: "Bed days, by year" });
  await reader.focus();
  expect(await reader.getAttribute("aria-valuetext")).toMatch(
    /^2034\/35: Doing nothing [\d,]+; This scenario [\d,]+$/u,
  );
  await page.keyboard.press("ArrowLeft");
  expect(await reader.getAttribute("aria-valuetext")).toMatch(/^2033\/34: /u);
  await page.keyboard.press("t");
  await expect.poll(() => page.locator(".chart-table").count(), PATIENCE).toBe(1);
  const rows = await page.locator(".chart-trajectories .chart-table tbody tr").allInnerTexts();
  expect(rows).toHaveLength(11);
  expect(rows[0]).toMatch(/^2024\/25\s+[\d,]+\s+[\d,]+\s+0/u);

  await page.locator(".chart-trajectories").getByRole("tab", { name: "Bed days" }).focus();
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("tab", { selected: true }).innerText()).toBe("Admissions");
  expect(await page.locator(".chart-trajectories h2").innerText()).toContain("dmissions");

  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await noTroubles();
});

test("start, phasing and split change the result, and undo takes them back", async () => {
  const page = await start();
  await openExample(page);
  const before = await drawn(page, "trajectories");
  await page.getByRole("button", { name: "Change phasing" }).click();
  await page.getByLabel("Start of Every programme").selectOption("2029-04");
  await changes(page, "trajectories", before);
  const field = page.getByLabel("Hospital at home: % in year 1 from the start");
  await field.fill("nothing");
  await field.press("Enter");
  expect(await page.getByRole("dialog").getByRole("alert").innerText()).toContain("percentage");
  await field.fill("10");
  await field.press("Enter");
  await page.getByLabel("Split of Hospital at home over areas").selectOption("need");
  await page.getByRole("button", { name: "Done" }).click();
  expect(await page.locator(".move").innerText()).toContain("From April 2029; phasing differs");
  for (let i = 0; i < 3; i++) await page.keyboard.press("Control+z");
  await expect.poll(() => drawn(page, "trajectories"), PATIENCE).toEqual(before);
  await noTroubles();
});

test("save, start again, find it under recent work, open it: the same amounts and the same charts", async () => {
  const page = await start();
  await openExample(page);
  const field = amount(page, "Hospital at home");
  await field.fill("3.21m");
  await field.press("Enter");
  await page.getByRole("textbox", { name: "Name of the scenario" }).fill("My plan");
  await page.keyboard.press("Enter");
  expect(await page.locator(".bar output").innerText()).toBe("Unsaved changes");
  await page.keyboard.press("Control+s");
  await page.getByRole("dialog", { name: "Save the scenario" }).getByRole("textbox").fill("my plan");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator(".bar output").innerText(), PATIENCE).toBe("All changes saved");
  await page.mouse.move(0, 0);
  const saved = { amounts: await amounts(page), lines: await drawn(page, "trajectories") };

  await served?.enter();
  await page.getByRole("button", { name: "My plan", exact: true }).click();
  await page.locator(".chart-trajectories .marks .main-svg").first().waitFor();
  expect(await page.getByRole("textbox", { name: "Name of the scenario" }).inputValue()).toBe("My plan");
  expect(await amounts(page)).toEqual(saved.amounts);
  await expect.poll(() => drawn(page, "trajectories"), PATIENCE).toEqual(saved.lines);
  // It has a file now: saving asks nothing.
  await slider(page, "Reablement").press("ArrowRight");
  await page.keyboard.press("Control+s");
  await expect.poll(() => page.locator(".bar output").innerText(), PATIENCE).toBe("All changes saved");
  // The same name for another: it asks before it replaces.
  await page.keyboard.press("Control+Shift+s");
  await page.getByRole("dialog").getByRole("textbox").fill("my plan");
  await page.keyboard.press("Enter");
  await page
    .getByRole("dialog", { name: /^Replace / })
    .getByRole("button", { name: "Choose another name" })
    .click();
  await page.getByRole("dialog", { name: "Save the scenario" }).getByRole("button", { name: "Cancel" }).click();
  await noTroubles();
});

test("a pack is exported and opened again to the same numbers, recomputed; a changed byte is refused by name", async () => {
  const page = await start();
  await openExample(page);
  const field = amount(page, "Hospital at home");
  await field.fill("3.21m");
  await field.press("Enter");
  await field.blur();
  await page.keyboard.press("Control+e");
  await page.getByRole("dialog", { name: "Export a pack" }).getByRole("textbox").fill("board");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "The pack was written" }).waitFor();
  const exported = { amounts: await amounts(page), words: await page.locator(".statement").innerText() };
  const file = path.join(served?.documents ?? "", "board.careshift");

  const choose = async (name: string): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await (await chooser).setFiles(name);
  };
  await choose(file);
  // What was open has unsaved changes: asked once.
  await page
    .getByRole("dialog", { name: /^Save the changes/ })
    .getByRole("button", { name: "Don’t save" })
    .click();
  await page.getByRole("status").filter({ hasText: "The pack was checked" }).waitFor();
  expect(await page.locator(".messages").innerText()).toContain("Reproduces exactly");
  await expect.poll(() => page.locator(".statement").innerText(), PATIENCE).toBe(exported.words);
  expect(await amounts(page)).toEqual(exported.amounts);

  const bytes = await readFile(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  const forged = path.join(served?.documents ?? "", "forged.careshift");
  await writeFile(forged, bytes);
  await choose(forged);
  const problem = page.getByRole("alert").filter({ hasText: "forged.careshift could not be opened" });
  await problem.waitFor();
  expect(await amounts(page)).toEqual(exported.amounts);
  await page.waitForTimeout(300);
  await problem.getByRole("button", { name: /^Dismiss/ }).click();
  expect(await problem.count()).toBe(0);
  await noTroubles();
});

test("a file that is nothing of ours is told as such, and what is open stays", async () => {
  const page = await start();
  await openExample(page);
  const before = await amounts(page);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["not a dataset"], "notes.zip"));
    document
      .querySelector(".app")
      ?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.getByRole("alert").filter({ hasText: "notes.zip could not be opened" }).waitFor();
  expect(await amounts(page)).toEqual(before);
  await noTroubles();
});

test("an engine that is killed says so until dismissed, and the next move works", async () => {
  const page = await start();
  await openExample(page);
  const before = await drawn(page, "trajectories");
  for (const thread of served?.pool.threads() ?? []) thread.terminate();
  const message = page.locator(".message").filter({ hasText: "engine" });
  await message.first().waitFor();
  const field = amount(page, "Hospital at home");
  await field.fill("4m");
  await field.press("Enter");
  await changes(page, "trajectories", before);
  expect(await message.count()).toBeGreaterThan(0);
  expect(await page.locator(".workbench").getAttribute("data-stale")).toBe("false");
  await message
    .first()
    .getByRole("button", { name: /^Dismiss/ })
    .click();
  await expect.poll(() => message.count(), PATIENCE).toBe(0);
  await noTroubles();
});

test("Scotland's 31 partnerships open beside each other", async () => {
  const page = await start();
  await page.locator(".examples").getByRole("button").nth(1).click();
  await page.locator(".chart-bridge .marks .main-svg").first().waitFor();
  expect(await page.locator(".area-rows tbody tr").count()).toBe(31);
  await noTroubles();
});

test.each([
  ["1280 x 720", { width: 1280, height: 720 }],
  ["200 % of it", { width: 640, height: 360 }],
  ["1920 x 1080", { width: 1920, height: 1080 }],
])("nothing runs off the side at %s", async (_, viewport) => {
  const page = await start({ viewport });
  await openExample(page);
  const beyond = await page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - window.innerWidth;
    const cut = [...document.querySelectorAll(".charts, .move, .result > *")].filter(
      (each) => each.scrollWidth > each.clientWidth + 1,
    );
    return { wide, cut: cut.map((each) => each.className) };
  });
  expect(beyond).toEqual({ wide: 0, cut: [] });
  await noTroubles();
});

test("at 1440 x 900 every chart is there whole, and the window itself never scrolls", async () => {
  const page = await start();
  await openExample(page);
  const heights = await page.evaluate(() => {
    const charts = document.querySelector(".charts");
    return {
      charts: (charts?.scrollHeight ?? 0) - (charts?.clientHeight ?? 0),
      page: document.documentElement.scrollHeight - window.innerHeight,
    };
  });
  expect(heights).toEqual({ charts: 0, page: 0 });
  await noTroubles();
});

test.each(["light", "dark"] as const)("axe finds nothing in the %s theme", async (colorScheme) => {
  const page = await start({ colorScheme });
  expect(await axeProblems(page)).toEqual([]);
  await openExample(page);
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press("t");
  await page.locator(".chart-table").first().waitFor();
  await amount(page, "General medicine").fill("900m");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Lock Geriatric medicine" }).click();
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole("button", { name: "Change phasing" }).click();
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Data and sources" }).click();
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press("?");
  expect(await axeProblems(page)).toEqual([]);
});

test("the system's own colours and less motion are respected", async () => {
  const page = await start();
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await openExample(page);
  const stroke = await page
    .locator(".chart-trajectories .marks path.js-line")
    .first()
    .evaluate((line) => getComputedStyle(line).stroke);
  expect(stroke).toMatch(/^rgb/u);
  expect(
    await page
      .locator(".btn")
      .first()
      .evaluate((button) => getComputedStyle(button).transitionDuration),
  ).toBe("0s");
  await noTroubles();
});

test("on paper: one page across, light, with the drawings at the paper's size; afterwards the window is as it was", async () => {
  const page = await start({ colorScheme: "dark", viewport: { width: 1920, height: 1080 } });
  await openExample(page);
  const before = await drawn(page, "trajectories");
  // What the page is like while it is printed, as its own listeners, which came first, left it.
  await page.evaluate(() => {
    addEventListener("beforeprint", () => {
      const box = (chosen: string) => document.querySelector(chosen)?.getBoundingClientRect();
      const plot = document.querySelector(".chart-trajectories .plot");
      Object.assign(window, {
        paper: {
          width: document.querySelector("#window")?.clientWidth,
          plot: plot?.clientWidth,
          drawing: Number(plot?.querySelector(".marks .main-svg")?.getAttribute("width")),
          slider: box(".move")?.width,
          background: getComputedStyle(document.body).backgroundColor,
        },
      });
    });
  });
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  // A4 across is 842 by 595 points.
  expect(pdf.match(/\/Type \/Page\b(?!s)/gu)).toHaveLength(1);
  expect(pdf).toMatch(/\/MediaBox \[0 0 84[12][.\d]* 59[45][.\d]*\]/u);
  const paper = await page.evaluate(() => (window as unknown as { paper: Record<string, unknown> }).paper);
  expect(paper).toMatchObject({ width: 1248, slider: 0, background: "rgb(255, 255, 255)" });
  expect(paper["drawing"]).toBe(paper["plot"]);
  await expect.poll(() => drawn(page, "trajectories"), PATIENCE).toEqual(before);
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toEqual({});
  await noTroubles();
});
