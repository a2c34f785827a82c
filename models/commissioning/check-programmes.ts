/** Checks what is known of a programme beyond its effects. */
import type { CommissioningCase, Programme } from "./case.ts";
import { checkEffect } from "./check-plan.ts";
import { checkKnown, checkList, checkNumber, refuse } from "./check-values.ts";

export function checkProgrammeRefinements(given: CommissioningCase, programme: Programme): void {
  const path = `programmes[${programme.id}]`;
  const name = `programme ${programme.id}`;
  const { mechanism, mostServed, effectOnAttendances } = programme;
  if (mechanism !== undefined) {
    checkKnown(`${path}.mechanism`, `The ${name}`, mechanism, ["substitution", "prevention"], "mechanism");
  }
  for (const field of ["prevalence", "deadweight", "readmittedShare", "eligibleShareOfAttendances"] as const) {
    const share = programme[field];
    if (share !== undefined) checkNumber(`${path}.${field}`, `${field} of ${name}`, share, { least: 0, most: 1 });
  }
  for (const field of ["stayRatio", "delayRatio", "readmissionRatio"] as const) {
    const ratio = programme[field];
    if (ratio !== undefined) checkNumber(`${path}.${field}`, `${field} of ${name}`, ratio, { least: 0 });
  }
  if (mostServed !== undefined) {
    const what = `The most people served by ${name}`;
    checkList(`${path}.mostServed`, what, mostServed, given.areas.length, "area", { least: 0 });
  }
  if (effectOnAttendances !== undefined) {
    checkEffect(`${path}.effectOnAttendances`, `effectOnAttendances of ${name}`, effectOnAttendances);
  }
  checkCohort(programme, path);
  checkLeft(programme, path);
}

/** The cohort of a prevention is people: without knowing how many there is nobody to reach. */
function checkCohort({ id, mechanism, prevalence }: Programme, path: string): void {
  if (mechanism === "prevention" && prevalence === undefined) {
    refuse(
      "programme.no-prevalence",
      `${path}.prevalence`,
      "none",
      "the share of targeted people who are in the cohort, 0 to 1",
      `The programme ${id} is a prevention and has no prevalence, so the people whom it is for cannot be counted. Enter the share of the people of targeted age and sex who are in the cohort.`,
    );
  }
  if (mechanism !== "prevention" && prevalence !== undefined) {
    refuse(
      "programme.prevalence-of-substitution",
      `${path}.prevalence`,
      prevalence,
      "no prevalence, or the mechanism prevention",
      `The programme ${id} is a substitution, which serves eligible admissions, and has a prevalence, which only a prevention has. Leave it out, or make it a prevention.`,
    );
  }
}

/** Avoided cases longer than the average must not take more bed days with them than there are. */
function checkLeft(programme: Programme, path: string): void {
  const { id, effectOnAdmissions, deadweight = 0, eligibleShare, maxReach } = programme;
  const afterwards = (programme.readmittedShare ?? 0) * ((programme.readmissionRatio ?? 1) - 1);
  for (const [field, what] of [
    ["stayRatio", "bed days that are not delay"],
    ["delayRatio", "delayed bed days"],
  ] as const) {
    const ratio = programme[field] ?? 1;
    const left = 1 - eligibleShare * maxReach * effectOnAdmissions * (1 - deadweight) * (ratio - afterwards);
    if (left >= 0) continue;
    refuse(
      "programme.factor-below-0",
      `${path}.${field}`,
      ratio,
      "a ratio that leaves no less than nothing",
      `At its largest reach the programme ${id} would leave ${left} of the ${what}: its avoided cases take more with them than there is. Lower ${field}, the effect, the eligible share or the largest reach.`,
    );
  }
}
