/**
 * The whole commissioning model with draws, after a shift amount of the three-partnership example changed: from the edit,
 * as a window asks for it, to the first ranges (500 draws), to those of 5,000, and of 100,000; by the engine as it runs in
 * the program, on worker threads. The peer is the model without a planner for draws: its own compiled loops, run once for
 * each draw with that draw's assumptions.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadDataset } from "../datasets/index.ts";
import { clientInProcess, createEngineHost } from "../engine/index.ts";
import { createCommissioningRunner, RANGE_IDS } from "../models/index.ts";
import { resolveCase } from "../scenarios/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { type BenchRow, measure, type Measurement, summarise } from "./measure.ts";
import { projectRoot } from "./pinned.ts";

const THREADS = 2;
const TIMES = 15;
const WARM_UP = 10;
/** Draws that the peer is timed on; its time is in proportion. */
const PEER_DRAWS = 40;

export async function commissioningDraws(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "careshift-bench-"));
  const host = createEngineHost({
    examplesFolder: join(projectRoot, "examples"),
    stateFolder: join(folder, "state"),
    documentsFolder: join(folder, "documents"),
    workerUrl: pathToFileURL(join(projectRoot, "dist", "engine", "worker.js")),
    workers: 1,
    drawThreads: THREADS,
  });
  const { client, close } = clientInProcess(host.router);
  const opened = await client.documents.openExample({ id: "grampian" });
  const scenario = opened.scenarios[0] as Scenario;
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
    const request = { lane: "bench", datasetId: opened.dataset.id, options: { draws } };
    const edited = moved();
    const start = performance.now();
    let first = 0;
    for await (const answer of await client.runs.ranges({ runId: `edit ${step}`, scenario: edited, ...request })) {
      if (answer.kind !== "ranges") throw new Error(`The run ended as ${answer.kind}.`);
      if (!answer.final) first = performance.now() - start;
    }
    return { first, whole: performance.now() - start };
  };

  const drawn = async (
    draws: number,
    times: number,
    warmUp = WARM_UP,
  ): Promise<{ first: Measurement; whole: Measurement }> => {
    const taken: { first: number; whole: number }[] = [];
    for (let i = 0; i < times + warmUp; i++) taken.push(await edit(draws));
    const counted = taken.slice(warmUp);
    return {
      first: summarise(counted.map(({ first }) => first)),
      whole: summarise(counted.map(({ whole }) => whole)),
    };
  };

  try {
    const five = await drawn(5000, TIMES);
    const before = process.memoryUsage().rss;
    const hundred = await drawn(100_000, 3, 1);
    const grown = Math.max(0, process.memoryUsage().rss - before) / 2 ** 20;
    const eachDraw = await drawByDraw(scenario);
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
    close();
    host.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function drawByDraw(scenario: Scenario): Promise<Measurement> {
  const dataset = await loadDataset({ kind: "folder", path: join(projectRoot, "examples", "grampian") });
  const runner = createCommissioningRunner();
  const given = resolveCase(dataset, scenario);
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
