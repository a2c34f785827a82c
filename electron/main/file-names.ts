import type { PackOrScenario } from "../shell-contract.ts";

export const ENDING: Readonly<Record<PackOrScenario, string>> = { scenario: ".scenario.json", pack: ".careshift" };

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const NOT_IN_A_NAME = /[\u0000-\u001f\u007f\\/:*?"<>|]+/g;
const DEVICE_NAME = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/** A file name for the save dialog that every system takes, from what the page suggests: a name, never a path. */
export function suggestedFileName(kind: PackOrScenario, suggestion: string): string {
  const ending = ENDING[kind];
  const bare = suggestion.toLowerCase().endsWith(ending) ? suggestion.slice(0, -ending.length) : suggestion;
  const plain = bare
    .replace(NOT_IN_A_NAME, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const name = [...plain].slice(0, 100).join("").trim();
  if (name === "" || DEVICE_NAME.test(name)) return kind + ending;
  return name + ending;
}

/** The path that a person chose to save under, with the ending it needs. */
export function withEnding(kind: PackOrScenario, chosen: string): string {
  const ending = ENDING[kind];
  if (chosen.toLowerCase().endsWith(ending)) return chosen;
  // A dialog that adds the last part of the ending by itself has made "plan.json" of "plan".
  return (kind === "scenario" ? chosen.replace(/(?:\.scenario)?\.json$/i, "") : chosen) + ending;
}
