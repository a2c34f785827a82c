/** Cases whose admission can be avoided are lighter than the average case (model.md, section 12). */
import { placeholder } from "./entry.ts";

/** Values that nobody measured, for every service that avoids admissions. */
export const lighterCases = {
  stayRatio: placeholder(
    0.3,
    0.5,
    1,
    "stay of an avoided case / average stay",
    "Placeholder: those who can be kept at home would have stayed less than most",
  ),
  delayRatio: placeholder(
    0,
    0.2,
    1,
    "delay of an avoided case / average delay",
    "Placeholder: those who can be kept at home seldom wait for care to go on to",
  ),
} as const;
