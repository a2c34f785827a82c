/** The WebAssembly draw machine against the plain one, bit for bit; threads that share results; room that is given back. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openKernelMachine } from "../../../engine/kernels/kernel-machine.ts";
import { plainMachine } from "../../../models/index.ts";
import type { DrawMachine, ResultStore } from "../../../models/index.ts";
import { createStream } from "../../../models/uncertainty/random/streams.ts";
import { programOf, randomRuns, resultsOf } from "../../models/language/draws/support/programs.ts";
import { bundleWorker } from "../support/worker-bundle.ts";
import type { Bundle } from "../support/worker-bundle.ts";
import type { DrawTask } from "./support/draw-worker.ts";
import { compiledKernels } from "./support/kernels.ts";

const kernels = compiledKernels();
const machine = openKernelMachine(kernels);

describe("the same numbers as the plain machine, to the last bit", () => {
  it("for random programs of every instruction, any draws and any tile", () => {
    fc.assert(
      fc.property(randomRuns, ({ program, columns, tile }) => {
        // Equality of tests tells 0 from -0, and holds NaN equal to NaN.
        expect(resultsOf(machine, program, columns, tile)).toEqual(resultsOf(plainMachine, program, columns, tile));
      }),
      { numRuns: 800 },
    );
  });

  it("for the exponential, from end to end", () => {
    const program = programOf(1, [], 2, 1, [
      ["exp", 1, 0],
      ["store", 0, 1],
    ]);
    const arguments_ = fc.array(
      fc.oneof(
        fc.double({ min: -750, max: 715 }),
        fc.constantFrom(-745.1332191019411, -745.1332191019413, 709.782712893384),
      ),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(arguments_, (x) => {
        expect(resultsOf(machine, program, [x], 64)).toEqual(resultsOf(plainMachine, program, [x], 64));
      }),
    );
  });

  it("for events by chance, from none expected to a million million", () => {
    const program = programOf(2, [], 3, 1, [
      ["poisson", 2, 0, 1],
      ["store", 0, 2],
    ]);
    const one = fc.tuple(
      fc.oneof(fc.double({ min: -20, max: Math.log(1e12), noNaN: true }).map(Math.exp), fc.constantFrom(0, 10, 1e12)),
      fc.double({ min: 2 ** -54, max: 1 - 2 ** -53, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 40 }), (pairs) => {
        const columns = [pairs.map(([mean]) => mean), pairs.map(([, u]) => u)];
        expect(resultsOf(machine, program, columns, 16)).toEqual(resultsOf(plainMachine, program, columns, 16));
      }),
    );
  });
});

/** Series 0 is the column, series 1 is 2 x + 1. */
const SIMPLE = programOf(1, [1], 3, 2, [
  ["linear", 2, 2, [0], [2], 0, [1], 1],
  ["store", 0, 0],
  ["store", 1, 2],
]);

describe("results", () => {
  it("are filled where they are asked for and nowhere else", () => {
    const store = machine.openResults(2, 5);
    const loaded = machine.load(SIMPLE, 2, store);
    loaded.columns[0]?.set([7, 8]);
    loaded.run(2, 1);
    loaded.run(1, 4);
    loaded.run(0, 0);
    expect([...store.values]).toEqual([0, 7, 8, 0, 7, 0, 15, 17, 0, 15]);
  });

  it("are shared by programs that keep their own rows", () => {
    const store = machine.openResults(2, 4);
    const [first, second] = [machine.load(SIMPLE, 2, store), machine.load(SIMPLE, 2, store)];
    first.columns[0]?.set([1, 2]);
    second.columns[0]?.set([3, 4]);
    first.run(2, 0);
    second.run(2, 2);
    expect([...store.values]).toEqual([1, 2, 3, 4, 3, 5, 7, 9]);
  });

  it("leave their place in memory to the next program when one is closed", () => {
    const store = machine.openResults(2, 4);
    const { buffer, byteOffset } = machine.load(SIMPLE, 2, store).columns[0] as Float64Array;
    const second = machine.load(SIMPLE, 2, store);
    const place = second.columns[0]?.byteOffset;
    second.close();
    second.close();
    expect(() => second.run(1, 0)).toThrow("run after it was closed");
    const third = machine.load(SIMPLE, 2, store);
    expect(third.columns[0]?.byteOffset).toBe(place);
    expect(place).not.toBe(byteOffset);
    // Closed twice, its room is given to one program only.
    expect(machine.load(SIMPLE, 2, store).columns[0]?.byteOffset).not.toBe(place);
    expect((third.columns[0] as Float64Array).buffer.byteLength).toBeGreaterThanOrEqual(buffer.byteLength);
  });

  it("are put into memory that earlier ones no longer need, where it is large enough", () => {
    const bytesOf = ({ values }: ResultStore): unknown => values.buffer;
    const first = machine.openResults(20, 1000);
    const second = machine.openResults(20, 1000);
    expect(second.memoryId).not.toBe(first.memoryId);
    machine.closeResults(first);
    machine.closeResults(first);
    const smaller = machine.openResults(3, 1000);
    expect(smaller.memoryId).toBe(first.memoryId);
    expect(bytesOf(smaller)).toBe(bytesOf(first));
    expect(smaller.values.length).toBe(3000);
    // Closed twice, it is given out once.
    expect(machine.openResults(3, 1000).memoryId).not.toBe(first.memoryId);
    machine.closeResults(second);
    expect(machine.openResults(400, 1000).memoryId).not.toBe(second.memoryId);
    const loaded = machine.load(SIMPLE, 2, smaller);
    loaded.columns[0]?.set([1, 2]);
    loaded.run(2, 4);
    expect([...smaller.values.subarray(4, 6), ...smaller.values.subarray(1004, 1006)]).toEqual([1, 2, 3, 5]);
  });

  it("and programs that do not fit are refused, with what to do", () => {
    expect(() => machine.openResults(6000, 100_000)).toThrow(
      "Results of 6000 series of 100000 draws take 4578 MiB, more than there is. Ask for fewer draws or results.",
    );
    expect(() => machine.openResults(0, 1)).toThrow("a number of series of 0");
    expect(() => plainMachine.openResults(2 ** 26, 2 ** 26)).toThrow("MiB, more than there is.");
    const store = machine.openResults(2, 4);
    expect(() => machine.load(SIMPLE, 2 ** 28, store)).toThrow("Give a smaller tile or fewer results.");
    expect(() => machine.load({ ...SIMPLE, series: 3 }, 2, store)).toThrow("writes 3 series and there is room for 2");
    expect(() => machine.load({ ...SIMPLE, series: 1 }, 2, store)).toThrow("Word 12 of a draw program (store) is 1");
    expect(() => machine.load(SIMPLE, 2, store).run(3, 0)).toThrow(RangeError);
  });
});

describe("where no memory can be made in WebAssembly", () => {
  afterEach(() => vi.restoreAllMocks());

  it("results are the plain machine's, and every program runs, to the same bits", () => {
    const limited = openKernelMachine(kernels);
    vi.spyOn(WebAssembly, "Memory").mockImplementation(function () {
      throw new RangeError("could not allocate memory");
    });
    const store = limited.openResults(2, 3);
    expect(store.memory).toBeUndefined();
    limited.closeResults(store);
    fc.assert(
      fc.property(randomRuns, ({ program, columns, tile }) => {
        expect(resultsOf(limited, program, columns, tile)).toEqual(resultsOf(plainMachine, program, columns, tile));
      }),
      { numRuns: 50 },
    );
  });

  it("nor more of it, programs still write to the results that are there", () => {
    const store = machine.openResults(2, 4);
    vi.spyOn(store.memory as WebAssembly.Memory, "grow").mockImplementation(() => {
      throw new RangeError("Unable to grow instance memory");
    });
    const loaded = machine.load(SIMPLE, 4, store);
    loaded.columns[0]?.set([1, 2, 3]);
    loaded.run(3, 1);
    loaded.close();
    expect([...store.values]).toEqual([0, 1, 2, 3, 0, 3, 5, 7]);
  });

  it("columns are left to be drawn in TypeScript", () => {
    const loaded = machine.load(SIMPLE, 4, plainMachine.openResults(2, 4));
    const column = { form: "normal", mean: 0, sd: 1 } as const;
    const into = loaded.columns[0] as Float64Array;
    expect(machine.filler?.fill(column, createStream(1, "a"), into, 0, 0, 4)).toBe(false);
  });
});

describe("threads", () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await bundleWorker({ worker: new URL("support/draw-worker.ts", import.meta.url) });
  });
  afterAll(() => bundle.remove());

  it.each([machine, plainMachine])(
    "write to the same results, each its own draws: $kind",
    async (used: DrawMachine) => {
      const store = used.openResults(2, 3000);
      const tasks = [0, 1000, 2000].map((from): DrawTask => {
        return { ...(used === machine ? { kernels } : {}), program: SIMPLE, store, tile: 64, from, count: 1000 };
      });
      const workers = tasks.map((workerData) => new Worker(bundle.url, { workerData }));
      await Promise.all(workers.map((worker) => once(worker, "exit")));
      const draws = Array.from({ length: 3000 }, (_, d) => d);
      expect([...store.values]).toEqual([...draws, ...draws.map((d) => 2 * d + 1)]);
    },
  );
});
