/** Targets for national indicators in the scenario file. Described for readers in docs/scenario-format.md. */
import * as z from "zod";

export const MOST_INDICATOR_TARGETS = 20;

/** The value that an indicator is to be at, or below, in a year: every indicator that the model projects is better lower. */
export const indicatorTarget = z.strictObject({
  /** "msg-1", "core-19". */
  indicator: z.string().min(1).max(20),
  year: z.string().regex(/^\d{4}\/\d{2}$/, "a financial year such as 2026/27"),
  /** Of the dataset; absent means all areas together. */
  area: z.string().min(1).max(64).optional(),
  /** In the indicator's unit. */
  value: z.number().min(0).max(1e12),
});

export type IndicatorTarget = z.infer<typeof indicatorTarget>;
