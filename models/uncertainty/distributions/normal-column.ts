/**
 * Columns of normal, log-normal and logit-normal draws, from normal numbers. The bits are those of the distribution's
 * quantile function; a whole column at a time takes half as long.
 */
import type { NormalColumn } from "../column-filler.ts";
import { exponential } from "../functions/exponential.ts";
import type { Distribution } from "./distribution.ts";
import { shareOfLogOdds } from "./logit-normal-mean.ts";

/** How an assumption is drawn from normal numbers; undefined where it is not. */
export function normalColumnOf({ kind, parameters }: Distribution): NormalColumn | undefined {
  switch (kind) {
    case "normal":
      return { form: kind, mean: parameters["mean"] as number, sd: parameters["sd"] as number };
    case "log-normal":
    case "logit-normal":
      return { form: kind, mean: parameters["mu"] as number, sd: parameters["sigma"] as number };
    default:
      return undefined;
  }
}

/** Turns the standard normal numbers at places `at` to `at + count - 1` into draws. */
export function fromNormals({ form, mean, sd }: NormalColumn, column: Float64Array, at: number, count: number): void {
  for (let d = at; d < at + count; d++) column[d] = mean + sd * (column[d] as number);
  if (form === "log-normal") {
    for (let d = at; d < at + count; d++) column[d] = exponential(column[d] as number);
  } else if (form === "logit-normal") {
    for (let d = at; d < at + count; d++) column[d] = shareOfLogOdds(column[d] as number);
  }
}
