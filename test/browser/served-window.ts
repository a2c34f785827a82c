/** The window as a person has it: the real engine behind the real browser door, in a browser with a page of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { openDoor } from "../../cli/serve/door.ts";
import { assembleHost } from "../../engine/host.ts";
import type { Pool } from "../../engine/pool.ts";

const fromRoot = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

export interface ServedWindow {
  readonly page: Page;
  readonly pool: Pool;
  /** Where the door saves scenarios and packs. */
  readonly documents: string;
  /** Violations of the content policy and errors of the page so far; both must stay empty. */
  readonly troubles: () => Promise<readonly string[]>;
  /** Lets the browser in again, in the same page, as a new start does. */
  readonly enter: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface WindowOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
}

/** Needs the built window and worker in dist/. */
export async function openWindow(browser: Browser, options: WindowOptions = {}): Promise<ServedWindow> {
  const folder = await mkdtemp(path.join(tmpdir(), "careshift-window-"));
  const documents = path.join(folder, "documents");
  const { host, pool } = assembleHost({
    examplesFolder: fromRoot("examples"),
    stateFolder: path.join(folder, "state"),
    documentsFolder: documents,
    workerUrl: new URL("../../dist/engine/worker.js", import.meta.url),
    workers: 1,
  });
  const door = await openDoor({ router: host.router, rendererFolder: fromRoot("dist/renderer"), port: 0 });
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    colorScheme: options.colorScheme ?? "light",
    acceptDownloads: false,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.addInitScript(() => {
    const violations: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
    );
    Object.assign(window, { violations });
  });
  const enter = async (): Promise<void> => {
    // The address lets the browser in and leads on to the window.
    await page.goto(door.newAddress());
    await page.getByRole("button", { name: "Open the worked example" }).waitFor();
  };
  await enter();
  return {
    page,
    pool,
    documents,
    enter,
    troubles: async () => [
      ...errors,
      ...(await page.evaluate(() => (window as unknown as { violations: string[] }).violations)),
    ],
    close: async () => {
      await context.close();
      await door.close();
      host.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the worked example in one click and waits for its charts. */
export async function openExample(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open the worked example" }).click();
  await page.locator(".chart-bridge .marks .main-svg").first().waitFor();
  await page.locator(".chart-trajectories .marks .main-svg").first().waitFor();
}
