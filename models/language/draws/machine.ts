/**
 * What runs a draw program. The plain machine (`plain-machine.ts`) is the reference; a machine in WebAssembly does the
 * same faster. Both write the same numbers to the last bit; of numbers that are not a number (NaN), the bits are not looked at.
 */
import type { ColumnFiller } from "../../uncertainty/column-filler.ts";
import type { DrawProgram } from "./program.ts";

/** Results of a run: `series` series of `stride` draws, one after the other. It can be sent to other threads as it is. */
export interface ResultStore {
  readonly series: number;
  readonly stride: number;
  /** Draw d of series s is at place s * stride + d. All threads that hold the store see the same numbers. */
  readonly values: Float64Array;
  /** What a WebAssembly machine of another thread needs to join; absent from a plain machine's store. */
  readonly memory?: object;
  /** The same for all stores, of one thread or another, that are in one memory. */
  readonly memoryId?: string;
}

/** A program that is ready to run over tiles of draws. */
export interface LoadedProgram {
  /** Draws that a tile holds at most. */
  readonly tile: number;
  /** The row of each drawn column: its caller fills places 0 to count - 1 before a run. */
  readonly columns: readonly Float64Array[];
  /**
   * Works out draws 0 to `count` - 1 of the tile and writes them to places `at` to `at + count - 1` of every series of
   * the results. Throws RangeError when they do not fit the tile or the results.
   */
  run(count: number, at: number): void;
  /** Gives back the room of its rows, for the next program. It must not be run, nor its columns be written, after that. */
  close(): void;
}

export interface DrawMachine {
  readonly kind: "webassembly" | "plain";
  /** What fills the columns of its programs faster than `createDraws` does by itself; undefined where nothing does. */
  readonly filler: ColumnFiller | undefined;
  /** Makes room for results; what it held before may still be there. Throws RangeError for more than the machine can hold. */
  openResults(series: number, stride: number): ResultStore;
  /** Takes room back that this machine made, for the next results. No thread may read or write it after that. */
  closeResults(results: ResultStore): void;
  /**
   * Makes a program ready to run over tiles of up to `tile` draws. Several threads may load programs that write to one
   * store, each to draws of its own. Throws RangeError for a program that is not well formed or does not fit the store.
   */
  load(program: DrawProgram, tile: number, results: ResultStore): LoadedProgram;
}

/** Refuses a size that is not a whole number from 1. */
export function checkSize(what: string, size: number): void {
  if (Number.isSafeInteger(size) && size >= 1) return;
  throw new RangeError(`A draw machine is asked for ${what} of ${size}. Give a whole number, 1 or more.`);
}

/** The refusal of results for which there is no memory. */
export function noRoomFor(series: number, stride: number): RangeError {
  const size = Math.ceil((series * stride * Float64Array.BYTES_PER_ELEMENT) / 2 ** 20);
  return new RangeError(
    `Results of ${series} series of ${stride} draws take ${size} MiB, more than there is. Ask for fewer draws or results.`,
  );
}

/** Refuses a tile without draws, and a program with more series than there are results. */
export function checkLoad({ series }: DrawProgram, tile: number, results: ResultStore): void {
  checkSize("a tile", tile);
  if (series <= results.series) return;
  throw new RangeError(
    `A draw program writes ${series} series and there is room for ${results.series}. Open results for as many.`,
  );
}

/** Refuses a run over draws that do not fit the tile or the store. */
export function checkRun(count: number, at: number, tile: number, { stride }: ResultStore): void {
  const fits = Number.isInteger(count) && Number.isInteger(at) && count >= 0 && count <= tile && at >= 0;
  if (fits && at + count <= stride) return;
  throw new RangeError(
    `A run over ${count} draws to place ${at} fits neither a tile of ${tile} nor results of ${stride} draws. Give fewer.`,
  );
}
