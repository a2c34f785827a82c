/** Memories that held results and are not needed now: the next results are put into them rather than into new ones. */
import { PAGE_BYTES } from "./kernel-memory.ts";
import type { SharedMemory } from "./web-assembly.ts";

export interface ResultMemory {
  readonly id: string;
  readonly memory: SharedMemory;
  /** Pages that results may take; what comes after is the threads' own. */
  readonly pages: number;
}

/** How many are kept: the results of a run, and the parts that its thread passes through. */
const MOST = 3;
/** Pages that all that are kept may have together. */
const MOST_PAGES_KEPT = (256 * 2 ** 20) / PAGE_BYTES;

export class FreeMemories {
  readonly #kept: ResultMemory[] = [];

  /** The smallest one with as many pages; undefined where there is none. */
  take(pages: number): ResultMemory | undefined {
    const found = this.#kept.findIndex((each) => each.pages >= pages);
    return found < 0 ? undefined : this.#kept.splice(found, 1)[0];
  }

  /** Keeps it, unless it is too large; the smallest of too many make room. */
  give(memory: ResultMemory): void {
    if (memory.pages > MOST_PAGES_KEPT) return;
    this.#kept.push(memory);
    this.#kept.sort((a, b) => a.pages - b.pages);
    while (this.#kept.length > MOST || this.#pages() > MOST_PAGES_KEPT) this.#kept.shift();
  }

  #pages(): number {
    return this.#kept.reduce((sum, { pages }) => sum + pages, 0);
  }
}
