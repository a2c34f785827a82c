/** Problems in the words of a message: what happened, and what to do. */
import { readEngineError } from "../../engine/contract/index.ts";
import { ConnectionLostError } from "../client/connection.ts";
import type { Message } from "./state.ts";

/** Code of an error that carries none of the engine's own. */
const NO_ANSWER = "engine.no-answer";

export const REFUSED_TITLE = "The engine refused this window";
export const LOST_TITLE = "The connection to the engine was lost";

/** The message for a call that failed. `title` says what could not be done: "The file could not be opened". */
export function problemMessage(title: string, problem: unknown): Omit<Message, "id"> {
  if (problem instanceof ConnectionLostError) {
    return {
      kind: "problem",
      title,
      text: "The engine, which reads files and computes, cannot be reached.",
      remedy: "Nothing that you entered is lost. If it does not come back by itself, start Careshift again.",
    };
  }
  const known = readEngineError(problem);
  // What the shell or the page itself refused is already in words for a person.
  const text = known.code !== NO_ANSWER ? known.message : problem instanceof Error ? problem.message : String(problem);
  return { kind: "problem", title, text, remedy: "" };
}
