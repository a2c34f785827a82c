/** The ranges of one scenario, from draws: asked of the engine and read. */
import { randomUUID } from "node:crypto";
import { decodeRanges } from "../../engine/index.ts";
import type { DecodedRanges, DrawOptions, RangesAnswer } from "../../engine/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Session } from "./open-host.ts";
import { CommandProblem } from "./problem.ts";

export interface DrawnRanges {
  readonly answer: RangesAnswer;
  readonly decoded: DecodedRanges;
}

export async function drawRanges(
  session: Session,
  datasetId: string,
  scenario: Scenario,
  against: Scenario | undefined,
  options: DrawOptions,
): Promise<DrawnRanges> {
  const runId = randomUUID();
  const request = { runId, lane: runId, datasetId, scenario, options };
  const answers = await session.client.runs.ranges(against === undefined ? request : { ...request, against });
  for await (const answer of answers) {
    if (answer.kind === "failed" || answer.kind === "crashed") throw new CommandProblem(answer.error.message);
    if (answer.kind === "ranges" && answer.final) return { answer, decoded: decodeRanges(answer) };
  }
  throw new CommandProblem("The engine was closed before all draws were done. Run it again.");
}
