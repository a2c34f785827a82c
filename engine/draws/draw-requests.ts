/** A request for ranges, answered by the thread that it was given to with the help of its crew. */
import type { Dataset } from "../../datasets/index.ts";
import { cellLabel, createDrawJobs, ModelInputError, PERCENTILES, RANGE_IDS } from "../../models/index.ts";
import type {
  CommissioningResults,
  CommissioningRunner,
  DrawJob,
  DrawMachine,
  Extensions,
} from "../../models/index.ts";
import { resolveExtensions, resolveUncertain } from "../../scenarios/index.ts";
import { hashScenario } from "../../scenarios/packs/index.ts";
import { labelsWith } from "../labels.ts";
import type { PostAnswer, RangesFrame, ToWorker } from "../messages.ts";
import { hashOfModel } from "../model-hash.ts";
import { CrewLost } from "./crew.ts";
import type { Crew } from "./crew.ts";
import { DrawFailure } from "./draw-work.ts";
import { frameRanges, statistics } from "./ranges.ts";
import { DrawsStopped, runDraws } from "./run-draws.ts";
import type { Summaries } from "./run-draws.ts";

type DrawMessage = Extract<ToWorker, { kind: "draw" }>;

export type AnswerDraws = (request: DrawMessage, dataset: Dataset | undefined, post: PostAnswer) => Promise<void>;

export function createDrawRequests(machine: DrawMachine, crew: Crew, runner: CommissioningRunner): AnswerDraws {
  const jobs = createDrawJobs();

  return async ({ ticket, datasetId, scenario, options, shared }, dataset, post) => {
    if (dataset === undefined) throw new Error(`The dataset ${datasetId} was not sent to this worker.`);
    const started = performance.now();
    const { outputs, ...chosen } = options;
    const uncertain = resolveUncertain(dataset, scenario, chosen);
    const extensions = resolveExtensions(scenario);
    const asked = outputs ?? RANGE_IDS;
    // A scenario that is refused at central values is refused here, in the same words.
    const central = runner.run(uncertain.case, asked, extensions);
    const job = jobs.plan(uncertain, { outputs: asked, extensions });
    const hashes = { model: hashOfModel(extensions), data: dataset.hash, scenario: hashScenario(scenario) };
    const frame = (summaries: Summaries): RangesFrame => ({
      ...rangesFrom(job, central, summaries, extensions),
      draws: summaries.draws,
      seed: uncertain.seed,
      hashes,
      computeMs: performance.now() - started,
    });
    try {
      const run = { program: job.program, plan: job.plan, shared };
      const whole = await runDraws(machine, crew, run, (coarse) => {
        post({ kind: "coarse", ticket, ranges: frame(coarse) });
      });
      post({ kind: "ranges", ticket, ranges: frame(whole) });
    } catch (error) {
      if (error instanceof DrawsStopped) post({ kind: "stopped", ticket });
      else throw inWords(error, job);
    }
  };
}

function rangesFrom(
  { results, plan }: DrawJob,
  central: CommissioningResults,
  { values, width, draws }: Summaries,
  extensions: Extensions,
): ReturnType<typeof frameRanges> {
  const names = statistics(PERCENTILES, plan.points !== "sobol" && draws > 1);
  return frameRanges(central, results, values, width, names, labelsWith(extensions));
}

/** What went wrong with draws, with the figure and the cell that it was. */
function inWords(error: unknown, { members, results }: DrawJob): unknown {
  if (error instanceof CrewLost) {
    return new ModelInputError({
      code: "engine.crashed",
      message:
        `One of the engine's threads stopped in the middle of this run (${error.message}). Nothing of yours is lost and a ` +
        "new one takes its place: change anything, or run it again.",
      path: "",
      value: "",
      expected: "",
    });
  }
  if (!(error instanceof DrawFailure)) return error;
  for (const [id, { dims, series }] of results) {
    const cell = series.indexOf(error.series);
    if (error.series < 0 || cell < 0) continue;
    const where = dims.length === 0 ? id : `${id} at ${cellLabel(members, dims, cell)}`;
    return new ModelInputError({
      code: "draws.not-finite",
      message: `${where}: ${error.message}`,
      path: id,
      value: "not finite",
      expected: "ranges that give a finite figure in every draw",
    });
  }
  return error;
}
