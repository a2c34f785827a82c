/** A run with draws, and its last answer. */
import type { OpenedDocument, RangesOutcome, RangesRequest } from "../../../engine/index.ts";
import type { TestEngine } from "./open-engine.ts";

let runs = 0;

/** All but the scenario and the options may be left out; `answers` are told as they come. */
export async function lastRanges(
  engine: TestEngine,
  document: OpenedDocument,
  asked: Partial<RangesRequest> & Pick<RangesRequest, "scenario" | "options">,
  answers: (answer: RangesOutcome) => void = () => undefined,
): Promise<RangesOutcome> {
  runs += 1;
  const runId = `ranges-${runs}`;
  const request = { runId, lane: runId, datasetId: document.dataset.id, ...asked };
  let last: RangesOutcome | null = null;
  for await (const answer of await engine.client.runs.ranges(request)) {
    last = answer;
    answers(answer);
  }
  if (last === null) throw new Error("There was no answer.");
  return last;
}
