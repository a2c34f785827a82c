/**
 * One memory with a thread's kernels in it. Results come first; after them, each thread takes room for its rows by adding
 * pages at the end, which no other thread then has.
 */
import { poissonQuantile, roundHalfAway } from "../../models/index.ts";
import { webAssembly } from "./web-assembly.ts";
import type { CompiledModule, SharedMemory } from "./web-assembly.ts";

export const PAGE_BYTES = 65_536;
/** All that an address of 32 bits reaches: 4 GiB. */
export const MOST_PAGES = 65_536;

/** What the kernels give out (engine/kernels/assembly). Addresses and lengths are in bytes. */
export interface KernelFunctions {
  run(code: number, end: number, rowBytes: number, results: number, seriesBytes: number, resultBytes: number): void;
  workBytes(): number;
  fillNormals(
    form: number,
    key0: number,
    key1: number,
    from: number,
    count: number,
    mean: number,
    sd: number,
    to: number,
    work: number,
  ): void;
}

/** Up to an eighth more pages, so that a slightly larger need than the last can often be met with the same. */
export function roundedUp(pages: number): number {
  const step = 2 ** Math.max(0, Math.floor(Math.log2(Math.max(1, pages))) - 3);
  return Math.ceil(pages / step) * step;
}

/** The host has no more memory to give, though there are addresses for it. */
export class NoMemory extends Error {}

interface Room {
  readonly at: number;
  readonly bytes: number;
}

export class KernelMemory {
  readonly memory: SharedMemory;
  readonly kernels: KernelFunctions;
  /** Work space of `fillNormals`. */
  readonly work: number;
  readonly #free: Room[] = [];

  constructor(module: CompiledModule, memory: SharedMemory) {
    if (webAssembly === undefined) throw new Error("There is no WebAssembly here.");
    this.memory = memory;
    const imports = { env: { memory }, imports: { log: Math.log, pow: Math.pow, poissonQuantile, roundHalfAway } };
    this.kernels = new webAssembly.Instance(module, imports).exports as KernelFunctions;
    this.work = this.take(this.kernels.workBytes()).at;
  }

  /**
   * Room of at least `bytes`, at a whole page; what it held before is still there. Throws RangeError where that is more than
   * addresses reach, and NoMemory where the host does not give as much.
   */
  take(bytes: number): Room {
    const free = this.#free.findIndex((room) => room.bytes >= bytes);
    if (free >= 0) return this.#free.splice(free, 1)[0] as Room;
    const pages = roundedUp(Math.ceil(bytes / PAGE_BYTES));
    if (this.memory.buffer.byteLength / PAGE_BYTES + pages > MOST_PAGES) {
      const needed = Math.ceil(bytes / 2 ** 20);
      throw new RangeError(
        `A draw program needs ${needed} MiB beside its results. Give a smaller tile or fewer results.`,
      );
    }
    try {
      // Growing is atomic: whoever else grows gets other pages.
      return { at: this.memory.grow(pages) * PAGE_BYTES, bytes: pages * PAGE_BYTES };
    } catch {
      throw new NoMemory();
    }
  }

  /** Takes back what `take` gave. */
  give(room: Room): void {
    this.#free.push(room);
    // The smallest that will do is taken first.
    this.#free.sort((a, b) => a.bytes - b.bytes);
  }
}
