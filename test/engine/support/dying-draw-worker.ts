/** A thread that shares draws, of which the first one dies in the middle of its first run: a file tells the others. */
import { existsSync, writeFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";

const mark = new URL("died", import.meta.url);
const first = !existsSync(mark);

if (!first) await import("../../../engine/draws/draw-worker.ts");
else {
  parentPort?.on("message", (message: { kind: string }) => {
    if (message.kind !== "phase") return;
    writeFileSync(mark, "");
    throw new Error("it is tired");
  });
  parentPort?.postMessage({ kind: "ready" });
}
