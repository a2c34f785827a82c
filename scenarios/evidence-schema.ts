/** Evidence of a scenario's own: entries of the form that the evidence library has. Described in docs/scenario-format.md. */
import * as z from "zod";

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "an id of lower-case letters, digits and hyphens");
const words = (most: number) => z.string().min(1).max(most);
const finite = z.number();
const mechanism = z.enum(["substitution", "prevention"]);

const grade = z.enum([
  "trials",
  "matched comparison",
  "before and after",
  "comparison",
  "economic study",
  "review",
  "service claim",
  "none",
]);

const parameter = z.strictObject({
  low: finite,
  central: finite,
  high: finite,
  unit: words(120),
  source: words(2000),
  grade,
  standing: z.enum(["sourced", "service-claim", "placeholder"]),
  claim: finite.optional(),
});

const finding = z.strictObject({ finding: words(2000), source: words(2000), grade });

const base = {
  id,
  title: words(120),
  summary: words(2000),
  findings: z.array(finding).max(40),
  transferability: words(2000),
};

const effect = z.strictObject({
  ...base,
  kind: z.literal("effect"),
  mechanism,
  parameters: z.strictObject({
    unitCost: parameter,
    peoplePerPlace: parameter,
    prevalence: parameter.optional(),
    rampMonths: parameter,
    maxReach: parameter,
    eligibleShare: parameter,
    eligibleShareOfBedDays: parameter.optional(),
    eligibleShareOfDelay: parameter.optional(),
    effectOnAdmissions: parameter,
    effectOnStay: parameter,
    effectOnDelay: parameter,
    effectOnAttendances: parameter.optional(),
    eligibleShareOfAttendances: parameter.optional(),
    deadweight: parameter.optional(),
    stayRatio: parameter.optional(),
    delayRatio: parameter.optional(),
    readmittedShare: parameter.optional(),
    readmissionRatio: parameter.optional(),
    lineSavings: z.array(z.strictObject({ line: id, saving: parameter })).max(60),
  }),
  rampShape: z.enum(["straight", "s-curve"]),
  targets: z.strictObject({
    minimumAge: z.number().int().min(0).max(120),
    specialties: z.union([z.literal("all in scope"), z.array(id).min(1)]),
  }),
  lines: z.array(id).max(60),
  payers: z.array(z.enum(["nhs-delegated", "council-delegated"])).max(2),
  costTypes: z.array(id).max(60),
});

const level = z.strictObject({
  measure: z.enum(["admissions", "bedDays", "attendances", "spend", "not modelled"]),
  label: words(200),
  low: finite.min(-1),
  central: finite.min(-1),
  high: finite.min(-1),
  source: words(2000),
  grade,
});

const benchmark = z.strictObject({
  ...base,
  kind: z.literal("benchmark"),
  mechanism,
  levels: z.array(level).max(20),
});

const context = z.strictObject({ ...base, kind: z.literal("context") });

export const ownEvidence = z.discriminatedUnion("kind", [effect, benchmark, context]);
export const MOST_OWN_EVIDENCE = 60;
