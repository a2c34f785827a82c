/** The back end that writes a loop nest for each statement as code: the fast one, where the surroundings allow it. */
import type { BackEnd, Kernel } from "./back-end.ts";
import { clamp, ratio, roundHalfAway } from "./cell-functions.ts";
import { emitKernel } from "./emit.ts";

type Make = (ratioOf: typeof ratio, clampTo: typeof clamp, roundTo: typeof roundHalfAway) => readonly Kernel[];

/** `kernels` throws an EvalError where the surroundings forbid code from text: see `refusesCode`. */
export const generatedBackEnd: BackEnd = {
  kind: "generated",
  kernels(statements, layout) {
    // The text is generated names and numeric literals only (emit.ts): no part of a formula as typed is in it.
    const list = statements.map((statement) => emitKernel(statement, layout)).join(",\n");
    const make = new Function("ratio", "clamp", "round", `"use strict";\nreturn [${list}];`) as Make;
    return make(ratio, clamp, roundHalfAway);
  },
};

/** Whether an error says that code may not be made from text: a content security policy or a switch of the runtime. */
export function refusesCode(error: unknown): boolean {
  return error instanceof Error && error.name === "EvalError";
}
