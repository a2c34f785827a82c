/** Public entry of the engine layer (Node): the engine host, its clients, and what its doors share. */
export * from "./door/index.ts";
export { clientInProcess, clientOverWebSocket } from "./client.ts";
export type { EngineClient } from "./client.ts";
export { drawThreadsHere } from "./draws/draw-threads.ts";
export { createEngineHost } from "./host.ts";
export type { EngineHost } from "./host.ts";
export type { EngineRouter } from "./router.ts";
export { EngineProblem } from "./problem.ts";
export type { Reported } from "./report.ts";
export { tryFormulaOnValues } from "./try-formula.ts";
export type { FormulaOutcome } from "./try-formula.ts";
export { PROGRAM_VERSION } from "./version.ts";
export * from "./contract/index.ts";
