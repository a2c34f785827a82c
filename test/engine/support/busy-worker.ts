/** A worker that never ends a run: for tests of what happens when one is stopped in the middle. */
import { parentPort } from "node:worker_threads";

parentPort?.on("message", (message: { kind: string; ticket?: number }) => {
  if (message.kind !== "run") return;
  parentPort?.postMessage({ kind: "progress", ticket: message.ticket, done: 1, total: 2 });
  // oxlint-disable-next-line no-constant-condition, no-unmodified-loop-condition -- being busy for ever is its purpose
  while (true) Math.sqrt(2);
});
parentPort?.postMessage({ kind: "ready", environment: process.env });
