/** One thread's part of a run with draws: it takes shares of a phase until none is left. */
import { Collector, Counter, ModelInputError, Summariser } from "../../models/index.ts";
import type { Chunk, DrawMachine, Draws, LoadedProgram, ResultStore } from "../../models/index.ts";
import { addSigns, newSigns } from "./signs.ts";
import type { Signs } from "./signs.ts";
import { CHUNK, NEXT, STOP } from "./task.ts";
import type { DrawTask, Phase, PhaseAnswer } from "./task.ts";

/** Series that a thread summarises at a time. */
const SERIES_SHARE = 16;

/** The run is not wanted any more. */
class Stopped extends Error {}

/** A figure that cannot be summarised: the series, the draw (-1 where it is not one draw that is wrong), and why. */
export class DrawFailure extends Error {
  readonly series: number;
  readonly draw: number;

  constructor(series: number, draw: number, why: string) {
    super(why);
    this.series = series;
    this.draw = draw;
  }
}

export class DrawWork {
  readonly #task: DrawTask;
  readonly #machine: DrawMachine;
  readonly #draws: Pick<Draws, "fill">;
  /** The share that is being worked on. */
  #share = 0;
  /** The program as it was loaded last, and the store that it writes to. */
  #loaded: { readonly program: LoadedProgram; readonly store: ResultStore } | null = null;

  constructor(machine: DrawMachine, task: DrawTask, draws: Pick<Draws, "fill">) {
    this.#machine = machine;
    this.#task = task;
    this.#draws = draws;
  }

  /** Takes part in a phase. A failure or a stop is an answer, not an exception. */
  take(phase: Phase): PhaseAnswer {
    return this.#answer(() => this.#take(phase));
  }

  #answer(work: () => PhaseAnswer): PhaseAnswer {
    try {
      return work();
    } catch (error) {
      if (error instanceof Stopped) return { kind: "stopped" };
      if (error instanceof DrawFailure) {
        const { series, draw, message } = error;
        return { kind: "failed", share: this.#share, series, draw, message };
      }
      throw error;
    }
  }

  /** Works out draws `from` to `from + count - 1` into places `at` and on of the store. */
  #workOut(store: ResultStore, from: number, count: number, at: number): void {
    const { tile, shared } = this.#task;
    const program = this.#load(store);
    for (let done = 0; done < count; done += tile) {
      if (Atomics.load(shared, STOP) !== 0) throw new Stopped();
      const some = Math.min(tile, count - done);
      this.#draws.fill(program.columns, 0, from + done, some);
      program.run(some, at + done);
    }
  }

  close(): void {
    this.#loaded?.program.close();
    this.#loaded = null;
  }

  #load(store: ResultStore): LoadedProgram {
    if (this.#loaded?.store !== store) {
      this.close();
      this.#loaded = { program: this.#machine.load(this.#task.program, this.#task.tile, store), store };
    }
    return this.#loaded.program;
  }

  #take(phase: Phase): PhaseAnswer {
    switch (phase.kind) {
      case "keep":
        this.#eachShare(phase.from, phase.to, phase.share, (from, count) => {
          this.#workOut(phase.store, from, count, from);
        });
        return { kind: "done" };
      case "summarise":
        this.#summarise(phase);
        return { kind: "done" };
      case "count": {
        const counter = new Counter(phase.task);
        const { signed, program } = this.#task;
        const signs = signed === null ? null : newSigns(program.series);
        const any = this.#eachPassing((chunk) => {
          counter.add(chunk);
          if (signs !== null) this.#addSigns(chunk, signs);
        });
        return { kind: "counted", counts: any ? counter.counts : null, signs };
      }
      case "collect": {
        const collector = new Collector(phase.task);
        const any = this.#eachPassing((chunk) => collector.add(chunk));
        return { kind: "collected", collected: any ? collector.collected : null };
      }
    }
  }

  #next(): number {
    if (Atomics.load(this.#task.shared, STOP) !== 0) throw new Stopped();
    this.#share = Atomics.add(this.#task.shared, NEXT, 1);
    return this.#share;
  }

  #eachShare(start: number, end: number, share: number, work: (from: number, count: number) => void): boolean {
    let any = false;
    for (let from = start + share * this.#next(); from < end; from = start + share * this.#next()) {
      work(from, Math.min(share, end - from));
      any = true;
    }
    return any;
  }

  /** Chunks of draws that are not kept: each is worked out into the same room. */
  #eachPassing(add: (chunk: Chunk) => void): boolean {
    const store = this.#machine.openResults(this.#task.program.series, CHUNK);
    try {
      return this.#eachShare(0, this.#task.plan.draws, CHUNK, (from, count) => {
        this.#workOut(store, from, count, 0);
        const chunk = { values: store.values, stride: CHUNK, at: 0, count, firstDraw: from };
        withSeries(store, from, count, () => add(chunk));
      });
    } finally {
      this.close();
      this.#machine.closeResults(store);
    }
  }

  #addSigns({ values, stride, at, count }: Chunk, signs: Signs): void {
    this.#task.signed?.forEach((marked, s) => {
      if (marked !== 0) addSigns(values, s * stride + at, count, s, signs);
    });
  }

  #summarise({ store, request, into, signs }: Extract<Phase, { kind: "summarise" }>): void {
    const summariser = new Summariser(request);
    const { program, signed } = this.#task;
    const { series } = program;
    for (let share = this.#next(); share * SERIES_SHARE < series; share = this.#next()) {
      const end = Math.min(series, (share + 1) * SERIES_SHARE);
      for (let s = share * SERIES_SHARE; s < end; s++) {
        summariseOne(summariser, store, s, into);
        if (signs !== null && signed?.[s] === 1) addSigns(store.values, s * store.stride, request.draws, s, signs);
      }
    }
  }
}

/** Summary of series `s`, into its place among all. Throws DrawFailure for a draw that is not finite. */
function summariseOne(summariser: Summariser, store: ResultStore, s: number, into: Float64Array): void {
  const start = s * store.stride;
  try {
    summariser.summarise(store.values, start, into, s * summariser.width);
  } catch (error) {
    if (!(error instanceof ModelInputError)) throw error;
    throw new DrawFailure(s, notFinite(store.values, start, summariser.plan.draws), error.message);
  }
}

/** Gives a refusal of a draw that is not finite the series and the draw that it is of. */
function withSeries(store: ResultStore, from: number, count: number, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ModelInputError)) throw error;
    for (let s = 0; s < store.series; s++) {
      const draw = notFinite(store.values, s * store.stride, count);
      if (draw >= 0) throw new DrawFailure(s, from + draw, error.message);
    }
    throw error;
  }
}

/** The first of so many values that is not finite; -1 where all are. */
function notFinite(values: Float64Array, start: number, count: number): number {
  return values.subarray(start, start + count).findIndex((value) => !Number.isFinite(value));
}
