/** The draw machine in WebAssembly: two draws to an instruction of the processor, results in memory that threads share. */
import { checkLoad, checkRun, checkSize, noRoomFor, plainMachine, resolveCode } from "../../models/index.ts";
import type {
  ColumnFiller,
  DrawMachine,
  DrawProgram,
  LoadedProgram,
  NormalColumn,
  ResultStore,
  Stream,
} from "../../models/index.ts";
import { FreeMemories } from "./free-memories.ts";
import type { ResultMemory } from "./free-memories.ts";
import { KernelMemory, MOST_PAGES, NoMemory, PAGE_BYTES, roundedUp } from "./kernel-memory.ts";
import { webAssembly } from "./web-assembly.ts";
import type { CompiledModule, SharedMemory } from "./web-assembly.ts";

const BYTES = Float64Array.BYTES_PER_ELEMENT;
/** Draws that the kernels work out at a time: rows are a whole number of them. */
const BLOCK = 8;
/** Bytes between rows, so that the same draw of many rows does not fall on the same few lines of the cache. */
const GAP = 64;
/** Pages that results leave to the rows of programs. */
const PAGES_LEFT = 1024;
/** Memories that the kernels of a thread stay in: those of its own results, and of the results that it shares. */
const MOST_JOINED = 4;
const FORMS = { normal: 0, "log-normal": 1, "logit-normal": 2 } as const;

/**
 * Opens the machine on compiled kernels. Where the host gives WebAssembly no memory for results, or for the rows of a
 * program, the plain machine stands in: the same numbers, later. Throws where there is no WebAssembly.
 */
export function openKernelMachine(module: CompiledModule): DrawMachine {
  return new KernelMachine(module);
}

class KernelMachine implements DrawMachine, ColumnFiller {
  readonly kind = "webassembly";
  readonly filler: ColumnFiller = this;
  readonly #module: CompiledModule;
  /** By the id of the memory, the one used last at the end: each message brings another object for the same memory. */
  readonly #joined = new Map<string, KernelMemory>();
  readonly #free = new FreeMemories();
  /** The memories of results that are open. */
  readonly #open = new WeakMap<ResultStore, ResultMemory>();
  /** The memory that the columns of a loaded program are in. */
  readonly #ofBuffer = new WeakMap<object, KernelMemory>();

  constructor(module: CompiledModule) {
    this.#module = module;
  }

  openResults(series: number, stride: number): ResultStore {
    checkSize("a number of series", series);
    checkSize("a number of draws", stride);
    const pages = Math.ceil((series * stride * BYTES) / PAGE_BYTES);
    if (pages > MOST_PAGES - PAGES_LEFT) throw noRoomFor(series, stride);
    const room = this.#free.take(pages) ?? newRoom(pages);
    if (room === undefined) return plainMachine.openResults(series, stride);
    const { id: memoryId, memory } = room;
    const store = { series, stride, values: new Float64Array(memory.buffer, 0, series * stride), memory, memoryId };
    this.#open.set(store, room);
    return store;
  }

  closeResults(results: ResultStore): void {
    const room = this.#open.get(results);
    if (room !== undefined) this.#free.give(room);
    this.#open.delete(results);
  }

  load(program: DrawProgram, tile: number, results: ResultStore): LoadedProgram {
    checkLoad(program, tile, results);
    const { memory, memoryId } = results;
    if (memory === undefined || memoryId === undefined) return plainMachine.load(program, tile, results);
    try {
      const joined = this.#join(memory as SharedMemory, memoryId);
      const loaded = new KernelProgram(program, tile, results, joined);
      for (const { buffer } of loaded.columns) this.#ofBuffer.set(buffer, joined);
      return loaded;
    } catch (error) {
      if (!(error instanceof NoMemory)) throw error;
      // The results are there for any machine to write to.
      return plainMachine.load(program, tile, results);
    }
  }

  fill(
    { form, mean, sd }: NormalColumn,
    { key0, key1 }: Stream,
    into: Float64Array,
    at: number,
    from: number,
    count: number,
  ): boolean {
    const memory = this.#ofBuffer.get(into.buffer);
    if (memory === undefined || at < 0 || at + count > into.length) return false;
    const to = into.byteOffset + at * BYTES;
    memory.kernels.fillNormals(FORMS[form], key0, key1, from, count, mean, sd, to, memory.work);
    return true;
  }

  #join(memory: SharedMemory, memoryId: string): KernelMemory {
    const joined = this.#joined.get(memoryId) ?? new KernelMemory(this.#module, memory);
    this.#joined.delete(memoryId);
    this.#joined.set(memoryId, joined);
    for (const [oldest] of [...this.#joined].slice(0, -MOST_JOINED)) this.#joined.delete(oldest);
    return joined;
  }
}

/**
 * A memory with room for as many pages of results. Undefined where none can be made: each takes 4 GiB of addresses and more,
 * which a process that is limited (`ulimit -v`) may not have, however few of them are ever filled.
 */
function newRoom(needed: number): ResultMemory | undefined {
  if (webAssembly === undefined) throw new Error("There is no WebAssembly here.");
  const pages = Math.min(roundedUp(needed), MOST_PAGES - PAGES_LEFT);
  try {
    const memory = new webAssembly.Memory({ initial: pages, maximum: MOST_PAGES, shared: true });
    return { id: crypto.randomUUID(), memory, pages };
  } catch {
    return undefined;
  }
}

class KernelProgram implements LoadedProgram {
  readonly tile: number;
  readonly columns: readonly Float64Array[];
  readonly #memory: KernelMemory;
  readonly #results: ResultStore;
  readonly #room: ReturnType<KernelMemory["take"]>;
  readonly #code: number;
  readonly #codeEnd: number;
  #open = true;

  constructor(program: DrawProgram, tile: number, results: ResultStore, memory: KernelMemory) {
    const rowStep = Math.ceil(tile / BLOCK) * BLOCK * BYTES + GAP;
    const rowsBytes = program.rows * rowStep;
    this.tile = tile;
    this.#memory = memory;
    this.#results = results;
    this.#room = memory.take(rowsBytes + program.numbers.byteLength + program.code.byteLength);
    const firstRow = this.#room.at;
    const firstNumber = firstRow + rowsBytes;
    this.#code = firstNumber + program.numbers.byteLength;
    this.#codeEnd = this.#code + program.code.byteLength;
    const { buffer } = memory.memory;
    const row = (r: number): Float64Array => new Float64Array(buffer, firstRow + r * rowStep, tile);
    try {
      const code = resolveCode(program, { firstRow, rowStep, firstNumber, numberStep: BYTES });
      new Int32Array(buffer, this.#code, code.length).set(code);
    } catch (error) {
      this.close();
      throw error;
    }
    new Float64Array(buffer, firstNumber, program.numbers.length).set(program.numbers);
    program.constants.forEach((value, i) =>
      new Float64Array(buffer, firstRow + (program.columns + i) * rowStep, (rowStep - GAP) / BYTES).fill(value),
    );
    this.columns = Array.from({ length: program.columns }, (_, i) => row(i));
  }

  run(count: number, at: number): void {
    checkRun(count, at, this.tile, this.#results);
    if (!this.#open) throw new Error("A draw program is run after it was closed. Load it again.");
    if (count === 0) return;
    const rowBytes = Math.ceil(count / BLOCK) * BLOCK * BYTES;
    const seriesBytes = this.#results.stride * BYTES;
    this.#memory.kernels.run(this.#code, this.#codeEnd, rowBytes, at * BYTES, seriesBytes, count * BYTES);
  }

  close(): void {
    if (this.#open) this.#memory.give(this.#room);
    this.#open = false;
  }
}
