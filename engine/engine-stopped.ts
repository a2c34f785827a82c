/** What a person is told when the engine, or a part of it, has stopped. */
import type { EngineError } from "./contract/index.ts";

/** A worker died with a run in it. */
export function crash(why: string): EngineError {
  return {
    code: "engine.crashed",
    message:
      `The engine's worker stopped in the middle of this run (${why}). Nothing of yours is lost and a new worker has ` +
      "taken its place: change anything, or run it again.",
    path: "",
    value: "",
    expected: "",
  };
}

/** No worker can be started. */
export function noStart(why: string): EngineError {
  return {
    code: "engine.no-start",
    message:
      `The engine could not start (${why}). Your scenario is kept: save it, then close and open Careshift again. ` +
      "If it still does not start, install Careshift again.",
    path: "",
    value: "",
    expected: "",
  };
}

export const engineClosed: EngineError = {
  code: "engine.closed",
  message: "The engine has been closed. Open Careshift again.",
  path: "",
  value: "",
  expected: "",
};

/** One of the threads that share a run's draws died. */
export function threadLost(why: string): EngineError {
  return {
    code: "engine.crashed",
    message:
      `One of the engine's threads stopped in the middle of this run (${why}). Nothing of yours is lost and a ` +
      "new one takes its place: change anything, or run it again.",
    path: "",
    value: "",
    expected: "",
  };
}
