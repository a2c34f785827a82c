/** The scenario file: what is asked of the model. Version 1. Described for readers in docs/scenario-format.md. */
import * as z from "zod";
import { indicatorTarget, MOST_INDICATOR_TARGETS } from "./indicator-targets-schema.ts";
import { MOST_OWN_EVIDENCE, ownEvidence } from "./evidence-schema.ts";
import { scenarioRegister } from "./register-schema.ts";
import { scenarioUncertainty } from "./uncertainty-schema.ts";
import { formulaOverride, MOST_VARIABLES, scenarioVariable } from "./variables-schema.ts";

export const SCENARIO_FORMAT = "careshift-scenario";
export const SCENARIO_VERSION = 1;

const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "an id of lower-case letters, digits and hyphens");
const text = (most: number) => z.string().max(most);
const finite = z.number();
const share = z.number().min(0).max(1);
const financialYearLabel = z.string().regex(/^\d{4}\/\d{2}$/, "a financial year such as 2026/27");

/** Changes to the evidence library's parameters; what is absent keeps the library's central value. */
export const programmeParameters = z.strictObject({
  unitCost: finite.positive().optional(),
  throughput: finite.positive().optional(),
  rampMonths: finite.min(0).max(120).optional(),
  rampShape: z.enum(["straight", "s-curve"]).optional(),
  maxReach: finite.gt(0).max(1).optional(),
  eligibleShare: share.optional(),
  eligibleShareOfBedDays: share.optional(),
  eligibleShareOfDelay: share.optional(),
  effectOnAdmissions: finite.max(1).optional(),
  effectOnStay: finite.max(1).optional(),
  effectOnDelay: finite.max(1).optional(),
  effectOnAttendances: finite.max(1).optional(),
  eligibleShareOfAttendances: share.optional(),
  /** Prevention only: share of the people of targeted ages who are in the cohort. */
  prevalence: share.optional(),
  /** Most people a year who can be served, by area. */
  mostServed: z.record(z.string(), finite.min(0)).optional(),
  deadweight: share.optional(),
  /** Of an avoided case, over the average case. */
  stayRatio: share.optional(),
  delayRatio: share.optional(),
  readmittedShare: share.optional(),
  readmissionRatio: finite.min(0).max(10).optional(),
  lineSaving: z.record(id, finite).optional(),
  presentCapacity: z.record(z.string(), finite.min(0)).optional(),
  costType: id.optional(),
  line: id.optional(),
  /** Youngest age targeted (must be the first age of a band). */
  minimumAge: z.number().int().min(0).max(120).optional(),
  /** Specialties targeted; absent means the library's choice. */
  specialties: z.array(id).min(1).optional(),
});

export const scenarioProgramme = z.strictObject({
  id,
  /** Entry of the evidence library, or of the scenario's own evidence, that it is made from. */
  evidence: id,
  /** Why a benchmark is used as an effect: needed then, and printed beside the results. */
  reason: text(2000).min(1).optional(),
  label: text(120).optional(),
  parameters: programmeParameters.optional(),
});

export const scenarioShift = z.strictObject({
  id,
  /** A specialty of the dataset, "all", or null for new money. */
  from: z.union([id, z.null()]),
  to: id,
  /** £ a year at full effect, to the penny; negative runs back. */
  amount: finite.min(-1e12).max(1e12),
  priceBase: z.union([financialYearLabel, z.literal("cash")]),
  /** First month, "2026-04". */
  start: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "a month such as 2026-04"),
  phase: z.array(finite.min(0).max(10)).min(1).max(40),
  split: z.union([z.literal("population"), z.literal("need"), z.record(z.string(), share)]),
});

export const scenarioSchema = z.strictObject({
  format: z.literal(SCENARIO_FORMAT),
  version: z.literal(SCENARIO_VERSION),
  title: text(200).min(1),
  notes: text(20_000).default(""),
  /** The dataset it was made on: refused on another unless the person agrees. */
  dataset: z.strictObject({ name: text(200), hash: z.string().regex(/^sha256-[0-9a-f]{64}$/) }),
  programmes: z.array(scenarioProgramme).max(60),
  shifts: z.array(scenarioShift).max(1000),
  /** Values put in place of the dataset's, by assumption key ("growth:general-medicine", "uplift:home-care:2027/28"). */
  assumptions: z.record(z.string().max(200), finite).default({}),
  // What follows came later and is optional: a file without it is as it was, and so is its hash.
  uncertainty: scenarioUncertainty.optional(),
  variables: z.array(scenarioVariable).max(MOST_VARIABLES).optional(),
  overrides: z.array(formulaOverride).max(MOST_VARIABLES).optional(),
  evidence: z.array(ownEvidence).max(MOST_OWN_EVIDENCE).optional(),
  register: scenarioRegister.optional(),
  indicatorTargets: z.array(indicatorTarget).max(MOST_INDICATOR_TARGETS).optional(),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioProgramme = z.infer<typeof scenarioProgramme>;
export type ScenarioShift = z.infer<typeof scenarioShift>;
export type ProgrammeParameters = z.infer<typeof programmeParameters>;
