/** How many threads share the draws of one run on this machine. */
import { availableParallelism } from "node:os";

/** More gain little: the thread that asks then waits for memory rather than for the processor. */
const MOST_THREADS = 8;

export function drawThreadsHere(): number {
  return Math.min(MOST_THREADS, availableParallelism());
}
