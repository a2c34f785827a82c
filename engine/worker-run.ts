/**
 * What a worker does with a request: the same code in a thread and in the process of the command line. It keeps the
 * datasets that it was sent and a runner that remembers what it computed last.
 */
import type { Dataset } from "../datasets/index.ts";
import {
  bridge,
  bridgeInputs,
  commissioningVariables,
  createCommissioningRunner,
  modelText,
  RESULT_IDS,
} from "../models/index.ts";
import type { CommissioningCase, CommissioningResults, CommissioningRunner } from "../models/index.ts";
import { programmeLabel, resolveCase } from "../scenarios/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { hashScenario, hashText } from "../scenarios/packs/index.ts";
import { frameResults } from "./frame.ts";
import type { Labels } from "./frame.ts";
import type { HandleRequest, PostAnswer, RunFrame, ToWorker } from "./messages.ts";
import { describeProblem, withNames } from "./problem.ts";
import type { Names } from "./problem.ts";

type RunMessage = Extract<ToWorker, { kind: "run" }>;

const labels: Labels = new Map([
  ...commissioningVariables.map(({ id, label, unit }) => [id, { label, unit }] as const),
  ["bridgeAdmissions", { label: "Change in emergency admissions by cause", unit: "emergency admission / year" }],
  ["bridgeBedDays", { label: "Change in emergency bed days by cause", unit: "occupied bed day / year" }],
]);

export function createRunHandler(): HandleRequest {
  const datasets = new Map<string, Dataset>();
  const runner = createCommissioningRunner();
  const model = hashText(modelText());

  const compute = (request: RunMessage, post: PostAnswer): RunFrame => {
    const dataset = datasets.get(request.datasetId);
    if (dataset === undefined) throw new Error(`The dataset ${request.datasetId} was not sent to this worker.`);
    const step = (done: number): void => post({ kind: "progress", ticket: request.ticket, done, total: 2 });
    const started = performance.now();
    const resolved = resolveCase(dataset, request.scenario);
    step(1);
    const results = request.bridge ? withBridge(runner, resolved) : runner.run(resolved);
    step(2);
    const frame = frameResults(results, labels);
    const hashes = { model, data: dataset.hash, scenario: hashScenario(request.scenario) };
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
        const names = namesOf(datasets.get(request.datasetId), request.scenario);
        post({ kind: "failed", ticket, error: withNames(describeProblem(error), names) });
      }
    }
  };
}

/** What the person calls everything that an error may name. */
function namesOf(dataset: Dataset | undefined, scenario: Scenario): Names {
  const named =
    dataset === undefined ? [] : [dataset.areas, dataset.hospitals, dataset.specialties, dataset.lines].flat();
  return new Map([
    ...named.map(({ id, label }) => [id, label] as const),
    ...scenario.programmes.map(({ id }) => [id, programmeLabel(scenario, id)] as const),
  ]);
}

/** The usual results and the bridge; the large blocks by age and sex that it is made from stay here. */
function withBridge(runner: CommissioningRunner, resolved: CommissioningCase): CommissioningResults {
  const results = runner.run(resolved, [...new Set([...RESULT_IDS, ...bridgeInputs(resolved)])]);
  const causes = bridge(resolved, results);
  const usual = [...results.values].filter(([id]) => RESULT_IDS.includes(id));
  return { members: causes.members, values: new Map([...usual, ...causes.values]) };
}
