/** SHA-256 of what a result rests on. */
import canonicalize from "canonicalize";
import { createHash } from "node:crypto";
import type { Scenario } from "../schema.ts";

/** 64 hexadecimal digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** "sha256-" and 64 hexadecimal digits. */
export function hashText(content: string | Uint8Array): string {
  return `sha256-${sha256Hex(content)}`;
}

/**
 * Hash of the scenario's canonical JSON (RFC 8785: keys in order, no white space): the same however its file is laid out.
 */
export function hashScenario(scenario: Scenario): string {
  const canonical = canonicalize(scenario);
  if (canonical === undefined) throw new Error("A scenario is always JSON.");
  return hashText(canonical);
}
