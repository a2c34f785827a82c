import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "./chromium.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function pictureOf(text: string, family: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 240, height: 80 } });
  try {
    await page.setContent(`<body style="font-family: ${family}">${text}</body>`);
    return await page.screenshot();
  } finally {
    await page.close();
  }
}

// A browser without fonts runs every script and draws nothing: all its pictures of text are the blank page.
test.each(["system-ui", "sans-serif", "serif"])("a browser starts and draws text in %s", async (family) => {
  const [blank, wide, narrow] = await Promise.all(["", "£MMMM", "£llll"].map((text) => pictureOf(text, family)));
  expect(blank?.subarray(1, 4).toString("latin1")).toBe("PNG");
  expect(wide).not.toEqual(blank);
  expect(narrow).not.toEqual(blank);
  expect(wide).not.toEqual(narrow);
});
