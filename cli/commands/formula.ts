/** `careshift formula EXPR`: what one formula gives. */
import { readEngineError, tryFormulaOnValues } from "../../engine/index.ts";
import type { EngineError } from "../../engine/index.ts";
import { triedAsJson, triedAsText } from "../formula-text.ts";
import type { Io } from "../io.ts";
import { readNamedValues } from "../named-values.ts";
import { firstExample } from "./first-example.ts";
import { withEngine } from "./open-host.ts";
import { CommandProblem } from "./problem.ts";

export interface FormulaOptions {
  readonly data?: string | undefined;
  readonly json: boolean;
}

/** Read from standard input at most: far more than the longest formula, which is then refused by its length. */
const MOST_INPUT = 1_000_000;

export async function formula(io: Io, text: string, options: FormulaOptions): Promise<number> {
  const typed = text === "-" ? await io.input(MOST_INPUT) : text;
  const outcome = await withEngine(io, async (session) => {
    try {
      const values = options.data === undefined ? null : await readNamedValues(options.data, io.cwd);
      if (values !== null) return tryFormulaOnValues(typed, values);
      const named = options.data === undefined ? null : await session.open(options.data);
      return await session.host.tryFormula(
        typed,
        async () => (named ?? (await firstExample(session.client))).dataset.id,
      );
    } catch (error) {
      return { kind: "failed" as const, error: problemOf(error) };
    }
  });
  if (outcome.kind === "failed") {
    const { code, message } = outcome.error;
    // Whoever asked for JSON reads it; the message is for the person beside it.
    if (options.json) io.out(`${JSON.stringify({ error: { code, message } }, null, 2)}\n`);
    io.err(`${message}\n`);
    return 1;
  }
  const { tried } = outcome;
  io.out(options.json ? `${JSON.stringify(triedAsJson(typed, tried), null, 2)}\n` : triedAsText(tried));
  return 0;
}

function problemOf(error: unknown): Pick<EngineError, "code" | "message"> {
  return error instanceof CommandProblem ? { code: "command.problem", message: error.message } : readEngineError(error);
}
