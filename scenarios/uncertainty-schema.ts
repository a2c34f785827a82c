/** What a scenario file says of how sure its assumptions are. Described for readers in docs/scenario-format.md. */
import * as z from "zod";

const finite = z.number();
const kind = <Kind extends string>(name: Kind) => z.literal(name);

/** Whether the numbers given are exactly those of one of these forms. */
function hasOnly(range: object, ...forms: readonly (readonly string[])[]): boolean {
  const given = Object.keys(range).filter((name) => name !== "kind");
  return forms.some((form) => form.length === given.length && form.every((name) => given.includes(name)));
}

/**
 * How an assumption may lie about its value. There is no central value here: it is the assumption's own, so that the run
 * without draws and the run with them cannot be told different ones. "fixed" takes the evidence library's range away.
 */
export const writtenRange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: kind("fixed") }),
  z.strictObject({ kind: kind("uniform"), low: finite, high: finite }),
  z.strictObject({ kind: kind("triangular"), low: finite, mode: finite, high: finite }),
  z.strictObject({ kind: kind("pert"), low: finite, mode: finite, high: finite }),
  z.strictObject({ kind: kind("normal"), mean: finite, sd: finite }),
  z
    .strictObject({
      kind: kind("log-normal"),
      mu: finite.optional(),
      sigma: finite.optional(),
      median: finite.optional(),
      mean: finite.optional(),
      sd: finite.optional(),
    })
    .refine(
      (range) => hasOnly(range, ["mu", "sigma"], ["median", "mean"], ["mean", "sd"]),
      "log-normal by mu and sigma, by median and mean, or by mean and sd",
    ),
  z.strictObject({ kind: kind("logit-normal"), mu: finite, sigma: finite }),
  z
    .strictObject({
      kind: kind("beta"),
      alpha: finite.optional(),
      beta: finite.optional(),
      mean: finite.optional(),
      sd: finite.optional(),
    })
    .refine((range) => hasOnly(range, ["alpha", "beta"], ["mean", "sd"]), "beta by alpha and beta, or by mean and sd"),
  z.strictObject({
    kind: kind("elicited"),
    low: finite,
    high: finite,
    sure: z.literal([80, 90]),
    quantity: z.enum(["multiplier", "share", "unbounded"]),
  }),
]);

const assumptionKey = z.string().min(1).max(200);

export const MOST_DRAWS = 1_000_000;
export const MOST_TARGETS = 20;
export const drawPoints = z.enum(["random", "latin-hypercube", "sobol"]);

/** Asks how likely it is that a formula is at most, or at least, a value in the formula's own unit. */
export const drawTarget = z.strictObject({
  label: z.string().min(1).max(200),
  /** In the language of docs/method/language.md. */
  formula: z.string().min(1).max(2000),
  direction: z.enum(["at-most", "at-least"]),
  value: finite,
});

/** A value beyond this would be stays of which hardly any is near the mean. */
const LARGEST_STAY_RATIO = 1000;

/** That chance varies admissions and bed days too: docs/method/uncertainty.md. */
const chanceVariation = z.strictObject({
  /** Mean squared stay over the square of the mean stay. Without it bed days have no chance variation. */
  squaredStayRatio: finite.min(1).max(LARGEST_STAY_RATIO).optional(),
});

export const scenarioUncertainty = z.strictObject({
  /** Absent means `DEFAULT_DRAWS`' own. */
  seed: z.number().int().min(0).optional(),
  draws: z.number().int().min(1).max(MOST_DRAWS).optional(),
  points: drawPoints.optional(),
  /** By assumption key ("growth:general-medicine", "programme:telecare:unitCost"). */
  ranges: z.record(assumptionKey, writtenRange).optional(),
  correlations: z
    .array(z.strictObject({ first: assumptionKey, second: assumptionKey, rank: finite.min(-1).max(1) }))
    .max(1000)
    .optional(),
  targets: z.array(drawTarget).max(MOST_TARGETS).optional(),
  chance: chanceVariation.optional(),
});

export type ScenarioTarget = z.infer<typeof drawTarget>;
export type WrittenRange = z.infer<typeof writtenRange>;
export type ScenarioUncertainty = z.infer<typeof scenarioUncertainty>;

/** What a run with draws takes where the scenario says nothing. */
export const DEFAULT_DRAWS = { seed: 1, draws: 5000, points: "random" } as const;
