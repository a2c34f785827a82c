/** Problems in the words of a message: what happened, and what to do. */
import { ConnectionLostError } from "../client/connection.ts";
import type { Message } from "./state.ts";

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
  const text = problem instanceof Error ? problem.message : String(problem);
  return { kind: "problem", title, text, remedy: remedyOf(problem) };
}

/** The remedy that the engine sent along with an error, where it did. */
function remedyOf(problem: unknown): string {
  if (typeof problem !== "object" || problem === null || !("data" in problem)) return "";
  const { data } = problem;
  if (typeof data !== "object" || data === null || !("remedy" in data)) return "";
  return typeof data.remedy === "string" ? data.remedy : "";
}
