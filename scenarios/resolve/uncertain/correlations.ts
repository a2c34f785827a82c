/** Rank correlations that a scenario asks for, between assumptions that are uncertain. */
import type { RequestedCorrelation } from "../../../models/index.ts";
import { listed, ScenarioError } from "../../scenario-error.ts";
import type { ScenarioUncertainty } from "../../uncertainty-schema.ts";

/** Throws ScenarioError for a pair asked for twice, of one assumption with itself, or of one that is not uncertain. */
export function resolveCorrelations(
  asked: NonNullable<ScenarioUncertainty["correlations"]>,
  uncertain: ReadonlySet<string>,
  certain: ReadonlySet<string>,
): RequestedCorrelation[] {
  const seen = new Set<string>();
  return asked.map(({ first, second, rank }, i) => {
    const path = `uncertainty.correlations[${i}]`;
    for (const [end, name] of [
      ["first", first],
      ["second", second],
    ] as const) {
      if (uncertain.has(name)) continue;
      const why = certain.has(name)
        ? "has no range, so it is the same in every draw. Give it one under ranges"
        : `is not an assumption. Those with a range are ${listed([...uncertain], 12)}`;
      throw new ScenarioError("scenario.correlation", `A rank correlation is asked of "${name}", which ${why}.`, {
        path: `${path}.${end}`,
        value: name,
        expected: "an assumption with a range",
      });
    }
    const pair = JSON.stringify([first, second].sort());
    if (first === second || seen.has(pair)) {
      const problem = first === second ? "is of an assumption with itself" : "is asked for twice";
      throw new ScenarioError(
        "scenario.correlation",
        `The rank correlation of "${first}" and "${second}" ${problem}. Give each pair of different assumptions once.`,
        { path, value: rank, expected: "each pair of different assumptions once" },
      );
    }
    seen.add(pair);
    return { first, second, rank };
  });
}
