/** Turns whatever a call of the engine threw into the error that a person can be shown. */
import { engineError } from "./runs.ts";
import type { EngineError } from "./runs.ts";

/**
 * The engine's own error where the call was answered by one (it travels as the `data` of the RPC error); otherwise the
 * call never got an answer, and the error says so.
 */
export function readEngineError(thrown: unknown): EngineError {
  if (typeof thrown === "object" && thrown !== null && "data" in thrown) {
    const known = engineError.safeParse(thrown.data);
    if (known.success) return known.data;
  }
  const reason = thrown instanceof Error && thrown.message !== "" ? ` (${thrown.message})` : "";
  return {
    code: "engine.no-answer",
    message: `The engine did not answer${reason}. Your work in this window is kept: save it, then open Careshift again.`,
    path: "",
    value: "",
    expected: "",
  };
}
