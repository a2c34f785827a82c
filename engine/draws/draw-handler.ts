/** What a helping thread does with a message: the same code in a thread and in the process of a test. */
import type { DrawMachine } from "../../models/index.ts";
import type { FromDrawThread, ToDrawThread } from "./draw-messages.ts";
import { DrawWork } from "./draw-work.ts";
import { createKeptDraws } from "./kept-draws.ts";

export type HandleDrawMessage = (message: ToDrawThread, post: (answer: FromDrawThread) => void) => void;

export function createDrawHandler(machine: DrawMachine): HandleDrawMessage {
  const drawsOf = createKeptDraws(machine.filler);
  let work: DrawWork | null = null;
  return (message, post) => {
    if (message.kind === "task") {
      work?.close();
      work = message.task === null ? null : new DrawWork(machine, message.task, drawsOf(message.task.plan));
    } else if (work !== null) {
      post({ kind: "answer", number: message.number, answer: work.take(message.phase) });
    }
  };
}
