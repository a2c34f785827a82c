/** Ranges that a scenario states, as distributions that every draw of is allowed. */
import { distributionOf, ModelInputError, type Distribution, type WrittenDistribution } from "../../../models/index.ts";
import { ScenarioError } from "../../scenario-error.ts";
import type { WrittenRange } from "../../uncertainty-schema.ts";
import type { Place } from "./place.ts";

/** The least and the greatest uniform number that a draw may be made from. */
const LEAST = 2 ** -54;
const GREATEST = 1 - 2 ** -53;

/**
 * The distribution about the value of `place`; null for "fixed". Throws ScenarioError when what is written is no
 * distribution, does not reach the value, or can give a draw that the model does not allow.
 */
export function statedDistribution(key: string, range: WrittenRange, place: Place): Distribution | null {
  if (range.kind === "fixed") return null;
  const distribution = made(key, range);
  const [low, high] = distribution.support;
  const { value, allowed } = place;
  if (value < low || value > high) {
    throw refusal(
      key,
      value,
      `a range from ${value} or below to ${value} or above`,
      `The range of "${key}" runs from ${low} to ${high}, and its value here is ${value}, which is outside. Change the range or the value.`,
    );
  }
  for (const u of [LEAST, GREATEST]) {
    const draw = distribution.quantile(u);
    if (Number.isFinite(draw) && allowed.within(draw)) continue;
    throw refusal(
      key,
      draw,
      allowed.words,
      `The range of "${key}" could give ${draw}; it must be ${allowed.words}. Give a narrower range, or one of a kind that has the same limits.`,
    );
  }
  return stated(key, range, value);
}

/** What is wrong is told of the numbers typed, before the value of the assumption comes into it. */
function made(key: string, range: Exclude<WrittenRange, { kind: "fixed" }>): Distribution {
  try {
    return stated(key, range, undefined);
  } catch (error) {
    if (!(error instanceof ModelInputError)) throw error;
    const field = error.path.slice(key.length);
    throw new ScenarioError("scenario.range", `The range of ${error.message}`, {
      path: `${pathOf(key)}${field}`,
      value: error.value,
      expected: error.expected,
    });
  }
}

function stated(
  key: string,
  range: Exclude<WrittenRange, { kind: "fixed" }>,
  central: number | undefined,
): Distribution {
  // The schema has settled that the numbers of one form are there, and no others.
  return distributionOf(key, { ...range, central } as WrittenDistribution);
}

export function pathOf(key: string): string {
  return `uncertainty.ranges["${key}"]`;
}

function refusal(key: string, value: number, expected: string, message: string): ScenarioError {
  return new ScenarioError("scenario.range", message, { path: pathOf(key), value, expected });
}
