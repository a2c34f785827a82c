/** Checks that the makers of distributions share. Each refusal names the assumption, the value and what to do. */
import { ModelInputError } from "../../commissioning/input-error.ts";

/** Refuses a number of a distribution: `parameter` is the assumption, `field` which of its numbers. */
export function refuse(
  parameter: string,
  kind: string,
  field: string,
  value: unknown,
  problem: string,
  expected: string,
): never {
  throw new ModelInputError({
    code: `distribution.${kind}.${field}`,
    message: `${parameter}: ${problem} Give ${expected}.`,
    path: `${parameter}.${field}`,
    value: String(value),
    expected,
  });
}

/** Refuses what is not a finite number. */
export function checkFinite(parameter: string, kind: string, values: Readonly<Record<string, number>>): void {
  for (const [field, value] of Object.entries(values)) {
    if (typeof value !== "number" || !Number.isFinite(value)) {
      refuse(
        parameter,
        kind,
        field,
        value,
        `the ${field} of its ${kind} distribution is ${String(value)}.`,
        "a number",
      );
    }
  }
}

/** Refuses a number that is not above 0. */
export function checkPositive(parameter: string, kind: string, field: string, value: number): void {
  if (value > 0) return;
  refuse(parameter, kind, field, value, `the ${field} of its ${kind} distribution is ${value}.`, "a number above 0");
}

/** Refuses a range without width, or so wide that its width is no number. */
export function checkRange(parameter: string, kind: string, low: number, high: number): void {
  if (low < high && Number.isFinite(high - low)) return;
  const expected = `a high above ${low}, or a fixed value`;
  refuse(
    parameter,
    kind,
    "high",
    high,
    `the high of its ${kind} distribution is ${high} and the low is ${low}.`,
    expected,
  );
}

/** The central value: as stated, refused outside the support; undefined when none is stated. */
export function checkCentral(
  parameter: string,
  kind: string,
  central: number | undefined,
  [low, high]: readonly [number, number],
): void {
  if (central === undefined) return;
  checkFinite(parameter, kind, { central });
  if (central >= low && central <= high) return;
  const expected = `a central value from ${low} to ${high}, or none, and the mean is used`;
  refuse(
    parameter,
    kind,
    "central",
    central,
    `the central value ${central} is outside its ${kind} distribution.`,
    expected,
  );
}
