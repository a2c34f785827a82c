/** What the window is told about an opened dataset, scenario or pack. */
import * as z from "zod";
import { scenarioSchema } from "../../scenarios/schema.ts";

export const labelled = z.object({ id: z.string(), label: z.string() });
const standing = z.enum(["real", "derived", "illustrative", "assumed"]);

export const datasetSummary = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  hash: z.string(),
  years: z.array(z.string()).min(1),
  definitions: z.object({
    bedDay: z.string(),
    admission: z.string(),
    yearKind: z.enum(["financial", "calendar"]),
    priceBase: z.string(),
    costBasis: z.string(),
  }),
  areas: z.array(labelled),
  bands: z.array(labelled.extend({ lower: z.number() })),
  hospitals: z.array(labelled),
  specialties: z.array(
    labelled.extend({
      line: z.string().nullable(),
      inScope: z.number(),
      directCost: z.number(),
      /** £ a year that the specialty holds of its set-aside line in the base year. */
      holds: z.number(),
      closureStep: z.number(),
      staffedBeds: z.number().nullable(),
    }),
  ),
  lines: z.array(labelled.extend({ payer: z.string(), budget0: z.number() })),
  provenance: z.array(z.object({ what: z.string(), standing, how: z.string(), source: z.string() })),
  assumptions: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      value: z.number(),
      unit: z.string(),
      standing,
      source: z.string(),
    }),
  ),
  warnings: z.array(z.string()),
  /** People aged 18 or over (or in the bands nearest to it) by area in the base year: denominator of adult rates. */
  adults: z.array(z.number()),
});
export type DatasetSummary = z.infer<typeof datasetSummary>;

export const verification = z.object({
  reproduces: z.boolean(),
  /** One sentence: "Reproduces exactly: 214 results recomputed, largest difference 0." */
  statement: z.string(),
  differences: z.array(z.object({ result: z.string(), stored: z.number(), recomputed: z.number() })),
});
export type Verification = z.infer<typeof verification>;

export const fileKind = z.enum(["dataset", "scenario", "pack"]);
export type FileKind = z.infer<typeof fileKind>;

export const fileReference = z.object({ handle: z.string(), name: z.string(), kind: fileKind });
export type FileReference = z.infer<typeof fileReference>;

export const openedDocument = z.object({
  dataset: datasetSummary,
  /** Absent scenarios: a dataset alone opens with an empty scenario. A pack may carry several. */
  scenarios: z.array(scenarioSchema).min(1),
  file: fileReference.nullable(),
  verification: verification.nullable(),
});
export type OpenedDocument = z.infer<typeof openedDocument>;

export const recentFile = fileReference.extend({
  title: z.string(),
  detail: z.string(),
  /** ISO date and time of the last opening or saving. */
  when: z.string(),
});
export type RecentFile = z.infer<typeof recentFile>;
