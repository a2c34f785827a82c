/** Columns that the kernels draw: the same bits as those drawn in TypeScript, for any part of them, and only where they can. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openKernelMachine } from "../../../engine/kernels/kernel-machine.ts";
import { KernelMemory } from "../../../engine/kernels/kernel-memory.ts";
import type { SharedMemory } from "../../../engine/kernels/web-assembly.ts";
import { createDraws } from "../../../models/index.ts";
import type { ColumnFiller, DrawsPlan } from "../../../models/index.ts";
import { distributionOf } from "../../../models/uncertainty/distributions/written.ts";
import type { WrittenDistribution } from "../../../models/uncertainty/distributions/written.ts";
import { normalQuantile } from "../../../models/uncertainty/functions/normal.ts";
import { createStream } from "../../../models/uncertainty/random/streams.ts";
import { programOf } from "../../models/language/draws/support/programs.ts";
import { compiledKernels } from "./support/kernels.ts";

const kernels = compiledKernels();
const machine = openKernelMachine(kernels);
const TILE = 2600;
/** Columns within the machine's memory. */
const { columns: rows } = machine.load(programOf(6, [], 6, 1, [["store", 0, 0]]), TILE, machine.openResults(1, TILE));

const FORMS = ["normal", "log-normal", "logit-normal"] as const;

function writtenOf(kind: (typeof FORMS)[number], mean: number, sd: number): WrittenDistribution {
  switch (kind) {
    case "normal":
      return { kind, mean, sd };
    case "log-normal":
      return { kind, mu: mean, sigma: sd };
    case "logit-normal":
      return { kind, mu: mean, sigma: sd };
  }
}

function planOf(written: readonly WrittenDistribution[], asked: Partial<DrawsPlan> = {}): DrawsPlan {
  const assumptions = written.map((one, i) => distributionOf(`assumption ${i}`, one));
  return { seed: 7, draws: 2 ** 40, points: "random", assumptions, correlations: [], ...asked };
}

/** A filler that notes what it was asked for and answered. */
function noting(): { filler: ColumnFiller; answers: [form: string, name: string, done: boolean][] } {
  const answers: [string, string, boolean][] = [];
  const filler: ColumnFiller = {
    fill(column, stream, ...rest) {
      const done = (machine.filler as ColumnFiller).fill(column, stream, ...rest);
      answers.push([column.form, stream.name, done]);
      return done;
    },
  };
  return { filler, answers };
}

const SOME: readonly WrittenDistribution[] = [
  { kind: "normal", mean: -2, sd: 3 },
  { kind: "log-normal", mu: 0.1, sigma: 0.5 },
  { kind: "logit-normal", mu: -1, sigma: 2 },
  { kind: "uniform", low: 1, high: 2 },
  { kind: "fixed", value: 4 },
  { kind: "log-normal", mu: 3, sigma: 30 },
];

function drawn(plan: DrawsPlan, into: readonly Float64Array[], filler: ColumnFiller | undefined): number[][] {
  createDraws(plan, filler).fill(into, 0, 0, 500);
  return into.map((row) => [...row.subarray(0, 500)]);
}
const ownColumns = (): Float64Array[] => SOME.map(() => new Float64Array(TILE));

describe("columns drawn by the kernels", () => {
  it("have the bits of those drawn in TypeScript, from any draw, to any place, for any count", () => {
    const plan = fc.record({
      form: fc.constantFrom(...FORMS),
      mean: fc.double({ min: -5, max: 5, noNaN: true }),
      sd: fc.double({ min: 0.001, max: 30, noNaN: true }),
      from: fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 2 ** 33 - 50, max: 2 ** 39 })),
      count: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1000, max: 2500 })),
      at: fc.integer({ min: 0, max: 20 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(plan, ({ form, mean, sd, from, count, at, seed }) => {
        const asked = planOf([writtenOf(form, mean, sd)], { seed });
        const row = rows[0] as Float64Array;
        const wanted = new Float64Array(TILE).fill(-1);
        row.fill(-1);
        const { filler, answers } = noting();
        createDraws(asked, filler).fill([row], at, from, count);
        createDraws(asked).fill([wanted], at, from, count);
        expect([...row]).toEqual([...wanted]);
        expect(answers).toEqual([[form, "assumption 0", true]]);
      }),
      { numRuns: 300 },
    );
  });

  it("are those of uncorrelated normals, log-normals and logit-normals, from random points", () => {
    const { filler, answers } = noting();
    const correlations = [{ first: "assumption 0", second: "assumption 3", rank: 0.5 }];
    const plan = planOf(SOME, { draws: 500, correlations });
    expect(drawn(plan, rows, filler)).toEqual(drawn(plan, ownColumns(), undefined));
    expect(answers).toEqual([
      ["log-normal", "assumption 1", true],
      ["logit-normal", "assumption 2", true],
      ["log-normal", "assumption 5", true],
    ]);
  });

  it.each(["random", "latin-hypercube", "sobol"] as const)("are the normals of chance, with %s points", (points) => {
    const { filler, answers } = noting();
    const chance = [
      { name: "chance of stays: north", form: "normal" },
      { name: "chance of admissions: north", form: "uniform" },
    ] as const;
    const plan = planOf(SOME.slice(3, 5), { draws: 500, points, chance });
    expect(drawn(plan, rows.slice(0, 4), filler)).toEqual(drawn(plan, ownColumns().slice(0, 4), undefined));
    expect(answers).toEqual([["normal", "chance of stays: north", true]]);
  });

  it.each(["latin-hypercube", "sobol"] as const)("are none with %s points", (points) => {
    const { filler, answers } = noting();
    const plan = planOf(SOME, { draws: 500, points });
    expect(drawn(plan, rows, filler)).toEqual(drawn(plan, ownColumns(), undefined));
    expect(answers).toEqual([]);
  });

  it("are left to TypeScript where the column is elsewhere", () => {
    const { filler, answers } = noting();
    const plan = planOf(SOME, { draws: 500 });
    expect(drawn(plan, ownColumns(), filler)).toEqual(drawn(plan, ownColumns(), undefined));
    expect(answers.map(([, , done]) => done)).toEqual([false, false, false, false]);
  });

  it("never reach beyond the column", () => {
    const row = rows[0] as Float64Array;
    const column = { form: "normal", mean: 0, sd: 1 } as const;
    const fill = (at: number, count: number) => machine.filler?.fill(column, createStream(1, "a"), row, at, 0, count);
    expect([fill(TILE - 1, 2), fill(-1, 1), fill(TILE - 1, 1)]).toEqual([false, false, true]);
  });
});

describe("the kernels' normal quantile", () => {
  it("has the bits of TypeScript's, out to the furthest uniform numbers there are", () => {
    const { memory } = machine.openResults(1, 1);
    const joined = new KernelMemory(kernels, memory as SharedMemory);
    const { quantileRow } = joined.kernels as unknown as {
      quantileRow(to: number, u: number, bytes: number, list: number): void;
    };
    const { at } = joined.take(4096);
    const near = fc.double({ min: 2 ** -54, max: 0.08, noNaN: true });
    const far = fc.double({ min: 1, max: 53, noNaN: true }).map((power) => 2 ** -power);
    const share = fc.oneof(
      fc.double({ min: 2 ** -54, max: 1 - 2 ** -53, noNaN: true }),
      near,
      far,
      far.map((u) => 1 - u),
      // Both ends, the ends of the middle, and the end of the near tail with its neighbours.
      fc.constantFrom(
        2 ** -54,
        1 - 2 ** -53,
        0.5,
        0.075,
        0.925,
        Math.exp(-25),
        1.3887943864964e-11,
        1.3887943864965e-11,
      ),
    );
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 60 }), (shares) => {
        const even = shares.length % 2 === 0 ? shares : [...shares, 0.5];
        const view = new Float64Array(joined.memory.buffer, at, 128);
        view.set(even);
        quantileRow(at + 512, at, 8 * even.length, at + 1024);
        expect([...view.subarray(64, 64 + even.length)]).toEqual(even.map(normalQuantile));
      }),
      { numRuns: 1000 },
    );
  });
});
