/** What a scenario notes of its assumptions: who answers for a number, since when, and how sure. */
import * as z from "zod";

export const CONFIDENCES = ["low", "medium", "high"] as const;

export const registerNote = z.strictObject({
  /** In place of the source that the dataset or the evidence library names. */
  source: z.string().min(1).max(2000).optional(),
  /** A role, as notes travel with the scenario: "Chief Finance Officer". */
  owner: z.string().min(1).max(200).optional(),
  /** "2026-05-31". */
  date: z.iso.date().optional(),
  confidence: z.enum(CONFIDENCES).optional(),
  note: z.string().min(1).max(2000).optional(),
});

/** By assumption key, or "programme:ID:PARAMETER". */
export const scenarioRegister = z.record(z.string().min(1).max(200), registerNote);

export type Confidence = (typeof CONFIDENCES)[number];
