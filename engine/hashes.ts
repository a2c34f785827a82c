/** Hashes that a result carries: of the model, the data and the scenario that it rests on. */
import canonicalize from "canonicalize";
import { createHash } from "node:crypto";
import type { Scenario } from "../scenarios/index.ts";

/** "sha256-" and the hash, in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return `sha256-${createHash("sha256").update(content).digest("hex")}`;
}

/**
 * Of the scenario's canonical JSON (RFC 8785: keys in order, no white space), so that the same scenario has the same
 * hash however its file is laid out.
 */
export function scenarioHash(scenario: Scenario): string {
  const canonical = canonicalize(scenario);
  if (canonical === undefined) throw new Error("A scenario that is not JSON has no hash.");
  return sha256(canonical);
}
