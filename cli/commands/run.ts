/** `careshift run [SCENARIO]`: one scenario, computed and printed. */
import { decodeOutcome } from "../../engine/index.ts";
import type { OpenedDocument, RunOutcome } from "../../engine/index.ts";
import type { Io } from "../io.ts";
import { withEngine } from "./open-host.ts";
import type { Session } from "./open-host.ts";
import { CommandProblem } from "./problem.ts";

export interface RunOptions {
  readonly data?: string | undefined;
  readonly out?: string | undefined;
  readonly json: boolean;
}
