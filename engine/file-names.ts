/** File names that a person types, made safe for any system; and the kinds that file names tell. */
import type { FileKind } from "./contract/index.ts";
import { EngineProblem } from "./problem.ts";

export const SCENARIO_EXTENSION = ".scenario.json";
export const PACK_EXTENSION = ".careshift";

const MOST_BYTES = 120;
const halfCharacter = /\p{Surrogate}/u;
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const unsafe = /[\u0000-\u001f\u007f-\u009f/\\:*?"<>|\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/;

/**
 * The name of a file for a scenario or a pack, from what a person typed: trimmed, with its extension.
 * Throws when no such file could be made, or be found again, on every system: separators, control and direction
 * characters, device names of Windows, a leading dot, more than 120 bytes.
 *
 * @example fileNameFor("Board paper", "scenario") // "Board paper.scenario.json"
 */
export function fileNameFor(typed: string, kind: "scenario" | "pack"): string {
  const extension = kind === "scenario" ? SCENARIO_EXTENSION : PACK_EXTENSION;
  const trimmed = typed.normalize("NFC").trim();
  const stem = trimmed.toLowerCase().endsWith(extension) ? trimmed.slice(0, -extension.length).trimEnd() : trimmed;
  const refusal = whyUnsafe(stem);
  if (refusal !== null) {
    throw new EngineProblem("file.name", `"${printable(typed)}" cannot be the name of a file: ${refusal}.`, {
      value: printable(typed),
      expected: "letters, digits, spaces, hyphens and the like, not only dots",
    });
  }
  return stem + extension;
}

function whyUnsafe(stem: string): string | null {
  if (stem === "") return "it is empty";
  if (halfCharacter.test(stem)) return "it holds half of a character";
  if (unsafe.test(stem)) return 'it holds a character that a name may not have, such as / \\ : * ? " < > |';
  if (stem.startsWith(".")) return "it begins with a dot, which hides it";
  if (stem.endsWith(".")) return "it ends with a dot";
  if (deviceName.test(stem)) return "Windows keeps that name for a device";
  if (Buffer.byteLength(stem) > MOST_BYTES) return `it is longer than ${MOST_BYTES} letters`;
  return null;
}

/** The text as it can stand in a message: what cannot be seen, or turns the direction, as a dot. */
function printable(text: string): string {
  const shown = Array.from(text, (character) =>
    unsafe.test(character) && !/[\\/:*?"<>|]/.test(character) ? "·" : character,
  );
  return shown
    .join("")
    .replace(/\p{Surrogate}/gu, "·")
    .slice(0, 80);
}

/** What a file is by its name alone; opening looks at the content. */
export function kindByName(name: string): FileKind {
  const lower = name.toLowerCase();
  if (lower.endsWith(PACK_EXTENSION)) return "pack";
  return lower.endsWith(".json") && lower !== "datapackage.json" ? "scenario" : "dataset";
}
