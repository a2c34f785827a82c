/**
 * What a worker does with a request: the same code in a thread and in the process of the command line. It keeps the
 * datasets that it was sent and a runner that remembers what it computed last.
 */
import type { Dataset } from "../datasets/index.ts";
import { bridge, bridgeInputs, createCommissioningRunner, RESULT_IDS } from "../models/index.ts";
import type {
  CommissioningCase,
  CommissioningResults,
  CommissioningRunner,
  DrawMachine,
  Extensions,
  Mark,
} from "../models/index.ts";
import { formulaProblem, programmeLabel, resolveCase, resolveExtensions } from "../scenarios/index.ts";
import type { Scenario } from "../scenarios/index.ts";
import { hashScenario } from "../scenarios/packs/index.ts";
import { createDrawRequests } from "./draws/draw-requests.ts";
import type { Crew } from "./draws/crew.ts";
import { frameResults } from "./frame.ts";
import { labelsWith } from "./labels.ts";
import { hashOfModel } from "./model-hash.ts";
import type { HandleRequest, PostAnswer, RunFrame, ToWorker } from "./messages.ts";
import { describeProblem, withNames } from "./problem.ts";
import type { Names } from "./problem.ts";

type RunMessage = Extract<ToWorker, { kind: "run" }>;

/** `machine` runs draws in this thread; `crew` are the threads that share them. */
export function createRunHandler(machine: DrawMachine, crew: Crew): HandleRequest {
  const datasets = new Map<string, Dataset>();
  const runner = createCommissioningRunner();
  const draw = createDrawRequests(machine, crew, runner);

  const compute = (request: RunMessage, post: PostAnswer): RunFrame => {
    const dataset = datasets.get(request.datasetId);
    if (dataset === undefined) throw new Error(`The dataset ${request.datasetId} was not sent to this worker.`);
    const step = (done: number): void => post({ kind: "progress", ticket: request.ticket, done, total: 2 });
    const started = performance.now();
    const resolved = resolveCase(dataset, request.scenario);
    const extensions = resolveExtensions(request.scenario);
    step(1);
    const results = request.bridge
      ? withBridge(runner, resolved, extensions)
      : runner.run(resolved, RESULT_IDS, extensions);
    step(2);
    const frame = frameResults(results, labelsWith(extensions));
    const hashes = {
      model: hashOfModel(extensions),
      data: dataset.hash,
      scenario: hashScenario(request.scenario),
    };
    return { ...frame, hashes, computeMs: performance.now() - started };
  };

  return (request, post) => {
    if (request.kind === "keep-dataset") {
      datasets.set(request.datasetId, request.dataset);
    } else if (request.kind === "drop-dataset") {
      datasets.delete(request.datasetId);
    } else {
      const { ticket, scenario, datasetId } = request;
      const failed = (error: unknown): void => {
        const names = namesOf(datasets.get(datasetId), scenario);
        post({ kind: "failed", ticket, error: withNames(describeProblem(formulaProblem(error, scenario)), names) });
      };
      if (request.kind === "draw") {
        void draw(request, datasets.get(datasetId), post).catch(failed);
        return;
      }
      try {
        const frame = compute(request, post);
        post({ kind: "done", ticket, frame }, [frame.values]);
      } catch (error) {
        failed(error);
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
function withBridge(
  runner: CommissioningRunner,
  resolved: CommissioningCase,
  extensions: Extensions,
): CommissioningResults {
  const needed = bridgeInputs(resolved);
  const { members, values, marks } = runner.run(resolved, [...new Set([...RESULT_IDS, ...needed])], extensions);
  const causes = bridge(resolved, { members, values, marks });
  const usual = [...values].filter(([id]) => RESULT_IDS.includes(id) || marks?.get(id) === "added");
  const results = { members: causes.members, values: new Map([...usual, ...causes.values]) };
  if (marks === undefined) return results;
  const rests = needed.some((id) => marks.has(id));
  const ofCauses = rests ? [...causes.values.keys()].map((id): [string, Mark] => [id, "rests on an override"]) : [];
  return { ...results, marks: new Map([...marks, ...ofCauses]) };
}
