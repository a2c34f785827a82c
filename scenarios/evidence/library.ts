/** The evidence library: what community services have been found, or claimed, to do. */
import { anticipatoryCare } from "./anticipatory-care.ts";
import { dischargeToAssess } from "./discharge-to-assess.ts";
import { endOfLifeNursing } from "./end-of-life-nursing.ts";
import type { EvidenceEntry } from "./entry.ts";
import { fallsExercise } from "./falls-exercise.ts";
import { hospitalAtHome } from "./hospital-at-home.ts";
import { intermediateCare } from "./intermediate-care.ts";
import { rapidResponse } from "./rapid-response.ts";
import { reablement } from "./reablement.ts";
import { telecare } from "./telecare.ts";

/** In the order in which they are offered. */
export const evidenceLibrary: readonly EvidenceEntry[] = [
  hospitalAtHome,
  intermediateCare,
  rapidResponse,
  dischargeToAssess,
  reablement,
  endOfLifeNursing,
  anticipatoryCare,
  fallsExercise,
  telecare,
];

/** The entry of that id; undefined when the library has none. */
export function evidenceEntry(id: string): EvidenceEntry | undefined {
  return evidenceLibrary.find((entry) => entry.id === id);
}
