/** The draw machine in WebAssembly: two draws to an instruction of the processor, results in memory that threads share. */
import { checkLoad, checkRun, checkSize, resolveCode } from "../../models/index.ts";
import type {
  ColumnFiller,
  DrawMachine,
  DrawProgram,
  LoadedProgram,
  NormalColumn,
  ResultStore,
  Stream,
} from "../../models/index.ts";
import { KernelMemory, MOST_PAGES, PAGE_BYTES } from "./kernel-memory.ts";
import { webAssembly } from "./web-assembly.ts";
import type { CompiledModule, SharedMemory } from "./web-assembly.ts";

const BYTES = Float64Array.BYTES_PER_ELEMENT;
/** Draws that the kernels work out at a time: rows are a whole number of them. */
const BLOCK = 8;
/** Bytes between rows, so that the same draw of many rows does not fall on the same few lines of the cache. */
const GAP = 64;
/** Pages that results leave to the rows of programs. */
const PAGES_LEFT = 1024;
const FORMS = { normal: 0, "log-normal": 1, "logit-normal": 2 } as const;

/** Opens the machine on compiled kernels. Throws where there is no WebAssembly. */
export function openKernelMachine(module: CompiledModule): DrawMachine {
  return new KernelMachine(module);
}

class KernelMachine implements DrawMachine, ColumnFiller {
  readonly kind = "webassembly";
  readonly filler: ColumnFiller = this;
  readonly #module: CompiledModule;
  readonly #joined = new WeakMap<object, KernelMemory>();
  /** The memory that the columns of a loaded program are in. */
  readonly #ofBuffer = new WeakMap<object, KernelMemory>();

  constructor(module: CompiledModule) {
    this.#module = module;
  }

  openResults(series: number, stride: number): ResultStore {
    checkSize("a number of series", series);
    checkSize("a number of draws", stride);
    const initial = Math.ceil((series * stride * BYTES) / PAGE_BYTES);
    const memory = initial <= MOST_PAGES - PAGES_LEFT ? newMemory(initial) : undefined;
    if (memory === undefined) {
      const size = Math.ceil((initial * PAGE_BYTES) / 2 ** 20);
      throw new RangeError(
        `Results of ${series} series of ${stride} draws take ${size} MiB, more than there is. Ask for fewer draws or results.`,
      );
    }
    return { series, stride, values: new Float64Array(memory.buffer, 0, series * stride), memory };
  }

  load(program: DrawProgram, tile: number, results: ResultStore): LoadedProgram {
    checkLoad(program, tile, results);
    const memory = this.#join(results);
    const loaded = new KernelProgram(program, tile, results, memory);
    for (const { buffer } of loaded.columns) this.#ofBuffer.set(buffer, memory);
    return loaded;
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

  #join({ memory }: ResultStore): KernelMemory {
    if (memory === undefined) throw new RangeError("These results are a plain machine's. Open them with this machine.");
    let joined = this.#joined.get(memory);
    if (joined === undefined) {
      joined = new KernelMemory(this.#module, memory as SharedMemory);
      this.#joined.set(memory, joined);
    }
    return joined;
  }
}

/** A memory of so many pages to begin with; undefined where the machine does not have as much. */
function newMemory(initial: number): SharedMemory | undefined {
  if (webAssembly === undefined) throw new Error("There is no WebAssembly here.");
  try {
    return new webAssembly.Memory({ initial, maximum: MOST_PAGES, shared: true });
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
