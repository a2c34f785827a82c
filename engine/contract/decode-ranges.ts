/** Reads the numbers of an answer with draws, and refuses one whose parts do not fit each other. */
import type { Members, NamedArray } from "../../models/index.ts";
import { blocksOf } from "./decode-outcome.ts";
import type { RangesOutcome } from "./ranges.ts";
import type { ResultBlock } from "./runs.ts";

export type RangesAnswer = Extract<RangesOutcome, { kind: "ranges" }>;

export interface DecodedRanges {
  /** Members of every dimension; of "statistic" and "difference statistic" the names of the numbers of a cell. */
  readonly members: Members;
  /** By result id, row-major, the statistics last. */
  readonly results: ReadonlyMap<string, NamedArray>;
  readonly differences: ReadonlyMap<string, NamedArray>;
  /** Label, unit and dimensions by result id. */
  readonly blocks: ReadonlyMap<string, ResultBlock>;
}

/** The arrays are views of one buffer. Throws as `decodeOutcome` does. */
export function decodeRanges({ members, blocks, differences, values }: RangesAnswer): DecodedRanges {
  const bytes = Uint8Array.from(atob(values), (letter) => letter.charCodeAt(0));
  return {
    members,
    results: blocksOf(blocks, members, bytes.buffer),
    differences: blocksOf(differences, members, bytes.buffer),
    blocks: new Map(blocks.map((block) => [block.id, block])),
  };
}
