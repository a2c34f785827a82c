/** A run's results as the screens read them: numbers by name, with the members of every dimension. Immutable. */
import { decodeOutcome, type DecodedResults, type DoneOutcome } from "../../engine/contract/index.ts";

export interface RunResult extends DecodedResults {
  readonly runId: string;
  readonly hashes: DoneOutcome["hashes"];
  readonly computeMs: number;
}

/** Reads a finished run. Throws when its parts do not fit each other: such an answer must not reach a chart. */
export async function readResult(outcome: DoneOutcome): Promise<RunResult> {
  const { runId, hashes, computeMs } = outcome;
  return { ...(await decodeOutcome(outcome)), runId, hashes, computeMs };
}
