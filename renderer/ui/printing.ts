/**
 * Printing. Before the page is laid out for paper, the window takes the paper's size and light colours, so that drawings,
 * which are measured in pixels, are drawn for it; afterwards all is as it was.
 */

/** When the page that is being printed was asked for; null at all other times. */
let since: Date | null = null;
const listeners = new Set<() => void>();

/** Listens to the browser's printing. Called once, before any screen is there. */
export function preparePrinting(page: Window, now: () => Date): void {
  const root = page.document.documentElement;
  let theme: string | undefined;
  const tell = (): void => listeners.forEach((listener) => listener());
  page.addEventListener("beforeprint", () => {
    // Some browsers tell it twice.
    if (since === null) theme = root.dataset["theme"];
    since = now();
    root.dataset["theme"] = "light";
    root.dataset["printing"] = "";
    tell();
  });
  page.addEventListener("afterprint", () => {
    if (since === null) return;
    since = null;
    if (theme === undefined) delete root.dataset["theme"];
    else root.dataset["theme"] = theme;
    delete root.dataset["printing"];
    tell();
  });
}

export function printingSince(): Date | null {
  return since;
}

/** Calls back once the window has taken, or left, the paper's size. Returns the function that stops listening. */
export function onPrinting(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
