/** What the keyboard and the shell's menu can ask for, in one table. */
import type { MenuCommand } from "../client/shell.ts";
import type { AppStore } from "../store/app-store.ts";
import { isTyping } from "../ui/keyboard.ts";
import { saveToClose } from "./save-to-close.ts";
import { takeTyped, typedField } from "./typed-field.ts";

export function perform(store: AppStore, page: Document, command: MenuCommand): void {
  const { actions } = store;
  // Without a document nothing is asked for a file's name.
  const hasDocument = store.state.getState().document !== null;
  const isUndo = command === "undo" || command === "redo";
  // Half-typed text has its own undo; whatever else is asked is asked of the board as it is seen, with that text on it.
  if (isUndo && typedField(page) !== null) return void page.execCommand(command);
  if (!isUndo) takeTyped(page);
  switch (command) {
    case "home":
    case "workbench":
    case "data":
      return actions.go(command);
    case "open":
      return void actions.open();
    case "save":
      return void actions.save();
    case "save-as":
      return void (hasDocument && actions.saveAs());
    case "export":
      return void (hasDocument && actions.exportPack());
    case "undo":
      return actions.undo();
    case "redo":
      return actions.redo();
    case "table":
      return toggleTables(store, page);
    case "keys":
      return actions.showDialog({ kind: "keys" });
  }
}

/** The table of the chart that has the focus; of all charts when none has. */
function toggleTables(store: AppStore, page: Document): void {
  const focused = page.activeElement?.closest<HTMLElement>("[data-chart]")?.dataset["chart"];
  const all = [...page.querySelectorAll<HTMLElement>("[data-chart]")].flatMap(({ dataset }) => dataset["chart"] ?? []);
  const charts = focused === undefined ? all : [focused];
  if (charts.length > 0) store.actions.toggleTables(charts);
}

/** The command that a key press means, or null. */
export function commandOf(event: KeyboardEvent): MenuCommand | "next-region" | "previous-region" | null {
  if (event.key === "F6") return event.shiftKey ? "previous-region" : "next-region";
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    const key = event.key.toLowerCase();
    // Half-typed text has its own undo.
    const typed = event.target instanceof HTMLElement && event.target.dataset["typing"] === "true";
    if (key === "z" && !typed) return event.shiftKey ? "redo" : "undo";
    if (key === "y" && !typed) return "redo";
    if (key === "s") return event.shiftKey ? "save-as" : "save";
    if (key === "o") return "open";
    if (key === "e") return "export";
    return null;
  }
  if (isTyping(event.target) || event.altKey || event.ctrlKey || event.metaKey) return null;
  if (event.key === "?") return "keys";
  return event.key === "t" || event.key === "T" ? "table" : null;
}

/** Moves the focus to the next part of the screen, round and round. */
export function moveRegion(page: Document, step: 1 | -1): void {
  const regions = [...page.querySelectorAll<HTMLElement>("[data-region]")];
  if (regions.length === 0) return;
  const active = page.activeElement;
  const now = regions.findIndex((region) => region.contains(active));
  const next =
    regions[now < 0 ? (step === 1 ? 0 : regions.length - 1) : (now + step + regions.length) % regions.length];
  next?.focus();
}

/** Listens to the keyboard and the menu. Returns the function that stops listening. */
export function listenForCommands(store: AppStore, page: Window): () => void {
  const { document, careshift: shell } = page;
  // A dialog is answered first: neither a key nor the menu, which knows nothing of it, acts behind it.
  const isAsking = (): boolean => document.querySelector("dialog[open]") !== null;
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isAsking()) return;
    const command = commandOf(event);
    if (command === null) return;
    event.preventDefault();
    if (command === "next-region") moveRegion(document, 1);
    else if (command === "previous-region") moveRegion(document, -1);
    else perform(store, document, command);
  };
  page.addEventListener("keydown", onKey);
  const stop = shell?.onCommand((command) => {
    if (command === "save-to-close") {
      // The person has been asked already, by the shell: this is the answer.
      takeTyped(document);
      void saveToClose(store, shell);
    } else if (!isAsking()) perform(store, document, command);
  });
  return () => {
    page.removeEventListener("keydown", onKey);
    stop?.();
  };
}
