/** The contract, answered by the engine's parts. Every error leaves as one that a person can be shown. */
import { implement, ORPCError } from "@orpc/server";
import { contract } from "./contract/index.ts";
import type {
  EngineError,
  EngineEvent,
  RangesOutcome,
  RangesRequest,
  RunOutcome,
  RunRequest,
} from "./contract/index.ts";
import type { Documents } from "./documents.ts";
import { describeProblem } from "./problem.ts";
import type { Saving } from "./saving.ts";

export interface EngineParts {
  readonly documents: Documents;
  readonly saving: Saving;
  readonly run: (request: RunRequest) => Promise<RunOutcome>;
  readonly ranges: (request: RangesRequest) => AsyncGenerator<RangesOutcome, void, void>;
  readonly cancel: (runId: string) => boolean;
  readonly events: (signal: AbortSignal | undefined) => AsyncIteratorObject<EngineEvent, unknown, void>;
}

export function createRouter(parts: EngineParts) {
  const os = implement(contract);
  const told = os.use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw inWords(error);
    }
  });
  const { documents, saving } = parts;

  return told.router({
    documents: {
      examples: told.documents.examples.handler(() => documents.examples()),
      openExample: told.documents.openExample.handler(({ input }) => documents.openExample(input.id)),
      open: told.documents.open.handler(({ input }) => documents.open(input.handle)),
      recent: told.documents.recent.handler(() => documents.recent()),
      forgetRecent: told.documents.forgetRecent.handler(({ input }) => documents.forgetRecent(input.handle)),
    },
    runs: {
      run: told.runs.run.handler(({ input, signal }) => {
        // A window that went away wants no answer.
        signal?.addEventListener("abort", () => parts.cancel(input.runId), { once: true });
        return parts.run(input);
      }),
      ranges: told.runs.ranges.handler(({ input, signal }) => {
        signal?.addEventListener("abort", () => parts.cancel(input.runId), { once: true });
        return parts.ranges(input);
      }),
      cancel: told.runs.cancel.handler(({ input }) => ({ cancelled: parts.cancel(input.runId) })),
      events: told.runs.events.handler(({ signal }) => parts.events(signal)),
    },
    files: {
      saveScenario: told.files.saveScenario.handler(({ input }) => saving.saveScenario(input.handle, input.scenario)),
      exportPack: told.files.exportPack.handler(({ input }) =>
        saving.exportPack(input.handle, input.datasetId, input.scenarios),
      ),
      receive: told.files.receive.handler(({ input }) => documents.receive(input.name, input.content)),
      nameInFolder: told.files.nameInFolder.handler(({ input }) =>
        saving.nameInFolder(input.name, input.kind, input.replace),
      ),
    },
  });
}

export type EngineRouter = ReturnType<typeof createRouter>;

/** The error of an answer: its message is for a person, its data is the contract's `engineError`. */
function inWords(error: unknown): unknown {
  if (error instanceof ORPCError && error.code === "BAD_REQUEST")
    return rpcError("BAD_REQUEST", notInOrder(error.data));
  // A window that ended its own call knows why.
  if (error instanceof Error && error.name === "AbortError") return error;
  const told = describeProblem(error);
  return rpcError(told.code === "engine.unexpected" ? "INTERNAL_SERVER_ERROR" : "UNPROCESSABLE_CONTENT", told);
}

function rpcError(code: string, data: EngineError): ORPCError<string, EngineError> {
  return new ORPCError(code, { message: data.message, data });
}

/** A request that the contract does not allow: told by the first thing that is wrong with it. */
function notInOrder(data: unknown): EngineError {
  const issue = firstIssue(data);
  const path = issue.path.map(String).join(".");
  const where = path === "" ? "" : ` at "${path}"`;
  return {
    code: "engine.request",
    message: `The engine cannot take this request${where}: ${issue.message}. Correct the value; nothing has changed.`,
    path,
    value: "",
    expected: issue.message,
  };
}

function firstIssue(data: unknown): { readonly path: readonly PropertyKey[]; readonly message: string } {
  if (typeof data === "object" && data !== null && "issues" in data && Array.isArray(data.issues)) {
    const issue: unknown = data.issues[0];
    if (typeof issue === "object" && issue !== null && "message" in issue && typeof issue.message === "string") {
      const path = "path" in issue && Array.isArray(issue.path) ? (issue.path as PropertyKey[]) : [];
      return { path, message: issue.message };
    }
  }
  return { path: [], message: "it is not in the form of the contract" };
}
