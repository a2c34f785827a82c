/** Sanity checks of a run, as text for a terminal. */
import type { Concern } from "../scenarios/index.ts";
import { wrapped } from "./text-table.ts";

/** Nothing where nothing stands out; else one paragraph each, with the place to go. */
export function concernsText(concerns: readonly Concern[]): string[] {
  if (concerns.length === 0) return [];
  const paragraphs = concerns.map(({ sentence, place, path }) =>
    wrapped(`- ${sentence} See: ${place}${path === undefined ? "" : ` (${path})`}.`),
  );
  return [`Worth a look before the result is believed\n${paragraphs.join("")}`];
}
