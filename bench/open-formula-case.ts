/** A case of the bench, run by the engine: its kernels and its threads, as built. */
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { createCrew } from "../engine/draws/crew.ts";
import { drawWorkerBeside, openMachine } from "../engine/draws/open-machine.ts";
import { runDraws } from "../engine/draws/run-draws.ts";
import { workerThreads } from "../engine/thread.ts";
import { createDrawPlanner } from "../models/language/draws/plan-draws.ts";
import type { NamedArray } from "../models/language/named-array.ts";
import type { OpenFormulaCase } from "./monte-carlo.ts";
import { projectRoot } from "./pinned.ts";

/**
 * Formulas are read once, as a program is compiled once; every run has new numbers of the base, so that it plans, draws,
 * works out and summarises anew.
 */
export const openFormulaCase: OpenFormulaCase = (given, threads) => {
  const worker = pathToFileURL(join(projectRoot, "dist", "engine", "worker.js"));
  const machine = openMachine(worker);
  const crew = createCrew(machine, workerThreads(drawWorkerBeside(worker)), threads - 1);
  const planner = createDrawPlanner(given.model);
  const { assumptions, outputs } = given;
  const base = given.given.inputs.get("base") as NamedArray;
  const values = [base.values, base.values.map((value) => value * 1.01)] as const;
  let runs = 0;
  return Promise.resolve({
    async run(draws, percentiles) {
      const inputs = new Map(given.given.inputs).set("base", { ...base, values: values[runs++ % 2] as Float64Array });
      const { program } = planner.plan({ ...given.given, inputs }, assumptions.length, outputs);
      const plan = { seed: 1, draws, points: "random", assumptions, correlations: [] } as const;
      const shared = new Int32Array(new SharedArrayBuffer(8));
      return await runDraws(machine, crew, { program, plan, shared, percentiles }, () => undefined);
    },
    close() {
      crew.close();
      return Promise.resolve();
    },
  });
};
