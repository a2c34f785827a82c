/** Is this text one whole JSON object? Each way it may not be has its own words. */
import { repeatedName } from "./repeated-name.ts";
import { ScenarioError, shown } from "../scenario-error.ts";

/** Names that mean something to JavaScript's objects and never appear in a scenario. */
const FORBIDDEN_NAMES = new Set(["__proto__", "constructor", "prototype"]);
const MOST_LEVELS = 32;

/** The JSON object in the text. Throws ScenarioError in words when it is empty, cut short, too large or not JSON. */
export function checkWhole(text: string, fileName: string, mostBytes: number): Record<string, unknown> {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (plain.trim() === "") {
    throw new ScenarioError("scenario.empty-file", `${fileName} is empty. Open an earlier copy of it.`);
  }
  if (plain.length > mostBytes) {
    throw new ScenarioError(
      "scenario.too-large",
      `${fileName} holds ${plain.length} characters; a scenario file has at most ${mostBytes}. It is probably another kind of file.`,
      { value: plain.length, expected: `at most ${mostBytes} characters` },
    );
  }
  if (/^[\s\0]*\0/.test(plain)) {
    throw new ScenarioError(
      "scenario.zero-filled",
      `${fileName} was damaged when it was saved: it begins with empty bytes. Open an earlier copy of it.`,
    );
  }
  if (!plain.trimStart().startsWith("{")) {
    throw new ScenarioError(
      "scenario.not-a-scenario",
      `${fileName} is not a scenario file: it begins with ${shown(plain.trim().slice(0, 20))} and a scenario file begins with "{".`,
    );
  }
  const value = parsed(plain, fileName);
  const repeated = repeatedName(plain);
  if (repeated !== null) {
    throw new ScenarioError(
      "scenario.repeated-name",
      `${fileName} gives "${repeated}" twice in one place, so it is not clear which value is meant. Take one of them out.`,
      { path: repeated, value: repeated, expected: "each name once" },
    );
  }
  refuseForbiddenNames(value, "", 0, fileName);
  return value as Record<string, unknown>;
}

function parsed(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (isCutShort(text)) {
      throw new ScenarioError(
        "scenario.cut-short",
        `${fileName} is incomplete: it stops after ${text.length} characters, in the middle of a value. ` +
          "It was cut off while being saved or copied. Open an earlier copy of it.",
      );
    }
    throw new ScenarioError(
      "scenario.not-json",
      `${fileName} is not valid JSON, so it cannot be read as a scenario. If it was edited by hand, undo the last edit.`,
    );
  }
}

/** Whether brackets or quotation marks are still open at the end of the text. */
function isCutShort(text: string): boolean {
  let open = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inString) {
      if (c === "\\") i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === "{" || c === "[") open++;
    else if (c === "}" || c === "]") open--;
  }
  return inString || open > 0;
}

function refuseForbiddenNames(value: unknown, path: string, level: number, fileName: string): void {
  if (typeof value !== "object" || value === null) return;
  if (level > MOST_LEVELS) {
    throw new ScenarioError(
      "scenario.too-deep",
      `${fileName} holds groups within groups more than ${MOST_LEVELS} deep, which no scenario has.`,
      { path },
    );
  }
  for (const [key, inner] of Object.entries(value)) {
    if (FORBIDDEN_NAMES.has(key)) {
      throw new ScenarioError(
        "scenario.forbidden-name",
        `${fileName} uses the name "${key}", which is not allowed in a scenario file.`,
        { path: path === "" ? key : `${path}.${key}`, value: key },
      );
    }
    refuseForbiddenNames(inner, path === "" ? key : `${path}.${key}`, level + 1, fileName);
  }
}
