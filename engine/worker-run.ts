/**
 * What a worker does with a request: the same code in a thread and in the process of the command line. It keeps the
 * datasets that it was sent and a runner that remembers what it computed last.
 */
import type { Dataset } from "../datasets/index.ts";
import { commissioningVariables, createCommissioningRunner, modelText } from "../models/index.ts";
import { resolveCase } from "../scenarios/index.ts";
import { frameResults } from "./frame.ts";
import { scenarioHash, sha256 } from "./hashes.ts";
import type { HandleRequest, PostAnswer, RunFrame, ToWorker } from "./messages.ts";
import { describeProblem } from "./problem.ts";

type RunMessage = Extract<ToWorker, { kind: "run" }>;

const labels = new Map(commissioningVariables.map((info) => [info.id, info]));

export function createRunHandler(): HandleRequest {
  const datasets = new Map<string, Dataset>();
  const runner = createCommissioningRunner();
  const model = sha256(modelText());

  const compute = (request: RunMessage, post: PostAnswer): RunFrame => {
    const dataset = datasets.get(request.datasetId);
    if (dataset === undefined) throw new Error(`The dataset ${request.datasetId} was not sent to this worker.`);
    const total = 2;
    const step = (done: number): void => post({ kind: "progress", ticket: request.ticket, done, total });
    const started = performance.now();
    const resolved = resolveCase(dataset, request.scenario);
    step(1);
    const results = runner.run(resolved);
    step(2);
    const frame = frameResults(results, labels);
    const hashes = { model, data: dataset.hash, scenario: scenarioHash(request.scenario) };
    return { ...frame, hashes, computeMs: performance.now() - started };
  };

  return (request, post) => {
    if (request.kind === "keep-dataset") {
      datasets.set(request.datasetId, request.dataset);
    } else if (request.kind === "drop-dataset") {
      datasets.delete(request.datasetId);
    } else {
      const { ticket } = request;
      try {
        const frame = compute(request, post);
        post({ kind: "done", ticket, frame }, [frame.values]);
      } catch (error) {
        post({ kind: "failed", ticket, error: describeProblem(error) });
      }
    }
  };
}
