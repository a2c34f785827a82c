/**
 * The whole commissioning model with draws, after a shift amount of the three-partnership example changed: from the edit
 * to the first ranges (500 draws), to those of 5,000, and of 100,000. The peer is the model without a planner for draws:
 * its own compiled loops, run once for each draw with that draw's assumptions.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadDataset } from "../datasets/index.ts";
import { createCrew } from "../engine/draws/crew.ts";
import { drawWorkerBeside, openMachine } from "../engine/draws/open-machine.ts";
import { runDraws } from "../engine/draws/run-draws.ts";
import { workerThreads } from "../engine/thread.ts";
import { createCommissioningRunner, createDrawJobs, RANGE_IDS } from "../models/index.ts";
import { exampleScenario, resolveUncertain } from "../scenarios/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { type BenchRow, measure, type Measurement, summarise } from "./measure.ts";
import { projectRoot } from "./pinned.ts";

const THREADS = 2;
const TIMES = 15;
/** Draws that the peer is timed on; its time is in proportion. */
const PEER_DRAWS = 40;

export async function commissioningDraws(): Promise<BenchRow[]> {
  const dataset = await loadDataset({ kind: "folder", path: join(projectRoot, "examples", "grampian") });
  const scenario = exampleScenario(dataset);
  const worker = pathToFileURL(join(projectRoot, "dist", "engine", "worker.js"));
  const machine = openMachine(worker);
  const crew = createCrew(machine, workerThreads(drawWorkerBeside(worker)), THREADS - 1);
  const runner = createCommissioningRunner();
  const jobs = createDrawJobs();
  let step = 0;
  const moved = (): Scenario => {
    step += 1;
    const shifts = scenario.shifts.map((shift, i) =>
      i === 0 ? { ...shift, amount: shift.amount + step * 1000 } : shift,
    );
    return { ...scenario, shifts };
  };

  /** Milliseconds from an edit to the first answer and to the whole one. */
  const edit = async (draws: number): Promise<{ readonly first: number; readonly whole: number }> => {
    const edited = moved();
    const start = performance.now();
    const uncertain = resolveUncertain(dataset, edited, { draws });
    runner.run(uncertain.case, RANGE_IDS);
    const { program, plan } = jobs.plan(uncertain);
    const shared = new Int32Array(new SharedArrayBuffer(8));
    let first = 0;
    await runDraws(machine, crew, { program, plan, shared }, () => (first = performance.now() - start));
    return { first, whole: performance.now() - start };
  };

  const drawn = async (draws: number, times: number): Promise<{ first: Measurement; whole: Measurement }> => {
    const taken: { first: number; whole: number }[] = [];
    for (let i = 0; i < times + 3; i++) taken.push(await edit(draws));
    const counted = taken.slice(3);
    return {
      first: summarise(counted.map(({ first }) => first)),
      whole: summarise(counted.map(({ whole }) => whole)),
    };
  };

  try {
    const five = await drawn(5000, TIMES);
    const before = process.memoryUsage().rss;
    const hundred = await drawn(100_000, 3);
    const grown = Math.max(0, process.memoryUsage().rss - before) / 2 ** 20;
    const eachDraw = await drawByDraw(dataset, scenario);
    const peer = (draws: number): Measurement => ({
      medianMs: eachDraw.medianMs * (draws / PEER_DRAWS),
      lowestMs: eachDraw.lowestMs * (draws / PEER_DRAWS),
      times: eachDraw.times,
    });
    const name = `the model's own loops, draw by draw, 1 thread (in proportion to ${PEER_DRAWS} draws)`;
    const row = (what: string, ours: Measurement, draws: number, aim: string): BenchRow => ({
      what,
      ours,
      peer: name,
      theirs: peer(draws),
      aim,
    });
    return [
      row("edit to first ranges (500 draws), 3 partnerships, 2 threads", five.first, 500, "under 50 ms"),
      row("edit to ranges of 5,000 draws", five.whole, 5000, "under 500 ms"),
      row(
        `edit to ranges of 100,000 draws; memory grew by ${grown.toFixed(0)} MiB`,
        hundred.whole,
        100_000,
        "flat memory",
      ),
    ];
  } finally {
    crew.close();
  }
}

async function drawByDraw(dataset: Parameters<typeof resolveUncertain>[0], scenario: Scenario): Promise<Measurement> {
  const runner = createCommissioningRunner();
  const { case: given } = resolveUncertain(dataset, scenario);
  let draw = 0;
  const run = (): void => {
    for (let i = 0; i < PEER_DRAWS; i++) {
      draw += 1;
      const by = 1 + (draw % 97) * 1e-4;
      const programmes = given.programmes.map((one) => ({
        ...one,
        unitCost: one.unitCost * by,
        throughput: one.throughput * by,
        maxReach: one.maxReach / by,
        eligibleShare: one.eligibleShare / by,
        effectOnAdmissions: one.effectOnAdmissions / by,
        effectOnDelay: one.effectOnDelay / by,
      }));
      runner.run({ ...given, programmes }, RANGE_IDS);
    }
  };
  return await measure(run, 5, 2);
}
