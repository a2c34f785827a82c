/** Reads the values of a finished run out of its blob, and refuses an answer whose parts do not fit each other. */
import type { Mark, Members, NamedArray } from "../../models/index.ts";
import { marksIn } from "./marks.ts";
import type { ResultBlock, RunOutcome } from "./runs.ts";

export type DoneOutcome = Extract<RunOutcome, { kind: "done" }>;

export interface DecodedResults {
  /** Members of every dimension, in order; `year` holds labels such as "2026/27". */
  readonly members: Members;
  /** Values by result id, row-major in the order of their dimensions. */
  readonly values: ReadonlyMap<string, NamedArray>;
  /** Label, unit and dimensions by result id. */
  readonly blocks: ReadonlyMap<string, ResultBlock>;
  /** The results that are not the model's own figures; undefined where all are. */
  readonly marks?: ReadonlyMap<string, Mark> | undefined;
}

const BYTES_OF_A_NUMBER = 8;

/**
 * The blocks of a finished run as arrays by name. The arrays are views of one buffer.
 * Throws when a block's length is not the product of its dimensions' sizes, reaches beyond the blob, names an unknown
 * dimension or repeats an id: such an answer was damaged on its way, and no figure of it can be trusted.
 */
export async function decodeOutcome(outcome: DoneOutcome): Promise<DecodedResults> {
  const values = blocksOf(outcome.blocks, outcome.members, await outcome.values.arrayBuffer());
  const blocks = new Map(outcome.blocks.map((block) => [block.id, block]));
  return { members: outcome.members, values, blocks, marks: marksIn(outcome.blocks) };
}

/** The blocks that lie in `buffer`, as arrays by name. Throws as `decodeOutcome` does. */
export function blocksOf(
  blocks: readonly ResultBlock[],
  members: Members,
  buffer: ArrayBuffer,
): ReadonlyMap<string, NamedArray> {
  if (buffer.byteLength % BYTES_OF_A_NUMBER !== 0) throw damaged("its values are not whole numbers of 8 bytes");
  const all = new Float64Array(buffer);
  const values = new Map<string, NamedArray>();
  for (const block of blocks) {
    checkBlock(block, members, all.length);
    if (values.has(block.id)) throw damaged(`"${block.id}" comes twice`);
    values.set(block.id, { dims: block.dims, values: all.subarray(block.offset, block.offset + block.length) });
  }
  return values;
}

function checkBlock(block: ResultBlock, members: Members, available: number): void {
  let cells = 1;
  for (const dim of block.dims) {
    const list = members[dim];
    if (list === undefined) throw damaged(`"${block.id}" has an unknown dimension "${dim}"`);
    cells *= list.length;
  }
  if (cells !== block.length)
    throw damaged(`"${block.id}" has ${block.length} values where its dimensions make ${cells}`);
  if (block.offset + block.length > available)
    throw damaged(`"${block.id}" reaches beyond the ${available} values sent`);
}

function damaged(what: string): Error {
  return new Error(`The engine's answer is damaged: ${what}. Run it again.`);
}
