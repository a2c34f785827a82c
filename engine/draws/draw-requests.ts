/** A request for ranges, answered by the thread that it was given to with the help of its crew. */
import type { Dataset } from "../../datasets/index.ts";
import type { CommissioningRunner, DrawMachine } from "../../models/index.ts";
import { hashScenario } from "../../scenarios/packs/index.ts";
import type { PostAnswer, RangesFrame, ToWorker } from "../messages.ts";
import { hashOfModel } from "../model-hash.ts";
import { answerOf } from "./answer.ts";
import type { Crew } from "./crew.ts";
import { inWords } from "./failures.ts";
import { createRunPlanner } from "./planned-run.ts";
import { DrawsStopped, runDraws } from "./run-draws.ts";
import type { Summaries } from "./run-draws.ts";

type DrawMessage = Extract<ToWorker, { kind: "draw" }>;

export type AnswerDraws = (request: DrawMessage, dataset: Dataset | undefined, post: PostAnswer) => Promise<void>;

export function createDrawRequests(machine: DrawMachine, crew: Crew, runner: CommissioningRunner): AnswerDraws {
  const plan = createRunPlanner(runner);

  return async ({ ticket, datasetId, scenario, against, options, shared }, dataset, post) => {
    if (dataset === undefined) throw new Error(`The dataset ${datasetId} was not sent to this worker.`);
    const started = performance.now();
    const planned = plan({ dataset, scenario, against, options });
    const hashes = {
      model: hashOfModel(planned.extensions),
      data: dataset.hash,
      scenario: hashScenario(scenario),
      ...(against === undefined ? {} : { against: hashScenario(against) }),
    };
    const frame = (summaries: Summaries): RangesFrame => ({
      ...answerOf(planned, summaries),
      hashes,
      computeMs: performance.now() - started,
    });
    try {
      const run = { program: planned.program, plan: planned.plan, signed: planned.compared?.difference, shared };
      const whole = await runDraws(machine, crew, run, (coarse) => {
        post({ kind: "coarse", ticket, ranges: frame(coarse) });
      });
      post({ kind: "ranges", ticket, ranges: frame(whole) });
    } catch (error) {
      if (error instanceof DrawsStopped) post({ kind: "stopped", ticket });
      else throw inWords(error, planned);
    }
  };
}
