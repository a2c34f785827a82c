/** The evidence library: what community services have been found, or claimed, to do. */
import { anticipatoryCare } from "./anticipatory-care.ts";
import { careHomeInReach } from "./care-home-in-reach.ts";
import { careHomePlaces } from "./care-home-places.ts";
import { caseManagement } from "./case-management.ts";
import { benchmarks } from "./comparisons.ts";
import { contexts } from "./context.ts";
import { dischargeToAssess } from "./discharge-to-assess.ts";
import { earlySupportedDischarge } from "./early-supported-discharge.ts";
import { endOfLifeNursing } from "./end-of-life-nursing.ts";
import type { EffectEntry, EvidenceEntry } from "./entry.ts";
import { fallsExercise } from "./falls-exercise.ts";
import { homeCareHours } from "./home-care-hours.ts";
import { hospitalAtHome } from "./hospital-at-home.ts";
import { intermediateCare } from "./intermediate-care.ts";
import { rapidResponse } from "./rapid-response.ts";
import { reablement } from "./reablement.ts";
import { telecareAsClaimed } from "./telecare-as-claimed.ts";
import { telecare } from "./telecare.ts";
import { telehealth } from "./telehealth.ts";

/** What a new scenario starts with, in the order in which they are offered. */
export const startingEffects: readonly EffectEntry[] = [
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

/** Effects first, then benchmarks, then context. */
export const evidenceLibrary: readonly EvidenceEntry[] = [
  ...startingEffects,
  earlySupportedDischarge,
  careHomeInReach,
  caseManagement,
  telehealth,
  telecareAsClaimed,
  careHomePlaces,
  homeCareHours,
  ...benchmarks,
  ...contexts,
];

/** The entry of that id; undefined when the library has none. */
export function evidenceEntry(id: string): EvidenceEntry | undefined {
  return evidenceLibrary.find((entry) => entry.id === id);
}
