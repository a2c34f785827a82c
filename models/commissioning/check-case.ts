/** Refuses a case that the model cannot answer honestly, before anything is worked out. Nothing is clipped or defaulted. */
import type { CommissioningCase, Specialty } from "./case.ts";
import { checkActivity } from "./check-activity.ts";
import { checkBooks } from "./check-books.ts";
import { checkHospital } from "./check-hospital.ts";
import { checkDelayKinds } from "./check-delay.ts";
import { checkProgramme, checkShift } from "./check-plan.ts";
import { checkProgrammeRefinements } from "./check-programmes.ts";
import {
  checkBaseYearZero,
  checkCostType,
  checkIds,
  checkKnown,
  checkList,
  checkNumber,
  checkRates,
  checkSumsToOne,
  refuse,
} from "./check-values.ts";
import { PAYERS } from "./members.ts";

/** Throws ModelInputError with the place, the value found and what would be accepted. */
export function checkCase(given: CommissioningCase): void {
  checkShape(given);
  checkActivity(given);
  checkDelayKinds(given);
  checkPrices(given);
  checkLines(given);
  checkBooks(given);
  given.specialties.forEach((specialty) => checkSpecialty(given, specialty));
  given.programmes.forEach((programme) => {
    checkProgramme(given, programme);
    checkProgrammeRefinements(given, programme);
  });
  checkHospital(given);
  given.shifts.forEach((shift) => checkShift(given, shift));
}

function checkShape(given: CommissioningCase): void {
  for (const [path, value] of [
    ["firstYear", given.firstYear],
    ["yearCount", given.yearCount],
  ] as const) {
    if (!Number.isInteger(value) || value < 1) {
      refuse(
        "case.out-of-range",
        path,
        value,
        "a whole number, at least 1",
        `${path} is ${value}; it must be a whole number, at least 1.`,
      );
    }
  }
  checkIds("areas", "area", given.areas, 1);
  checkIds(
    "bands",
    "age band",
    given.bands.map((band) => band.id),
    1,
  );
  checkIds("sexes", "sex", given.sexes, 1);
  checkIds("hospitals", "hospital", given.hospitals, 1);
  checkIds(
    "specialties",
    "specialty",
    given.specialties.map((specialty) => specialty.id),
    1,
  );
  checkIds(
    "programmes",
    "programme",
    given.programmes.map((programme) => programme.id),
    0,
  );
  checkIds(
    "shifts",
    "shift",
    given.shifts.map((shift) => shift.id),
    0,
  );
  checkIds(
    "lines",
    "budget line",
    given.lines.map((line) => line.id),
    1,
  );
  checkBands(given);
}

function checkBands(given: CommissioningCase): void {
  given.bands.forEach((band, a) => {
    const path = `bands[${band.id}]`;
    checkNumber(`${path}.lower`, `The first age of band ${band.id}`, band.lower, { least: 0 });
    checkNumber(`${path}.middle`, `The middle age of band ${band.id}`, band.middle, { least: band.lower });
    const before = given.bands[a - 1];
    if (before === undefined || (band.lower > before.lower && band.lower > before.middle)) return;
    refuse(
      "case.bands",
      path,
      band.lower,
      "bands from youngest to oldest, none overlapping",
      `Age band ${band.id} starts at ${band.lower}, but the band before it, ${before.id}, starts at ${before.lower} with middle ${before.middle}. List bands from youngest to oldest.`,
    );
  });
}

function checkPrices(given: CommissioningCase): void {
  for (const [costType, rates] of Object.entries(given.inflation)) {
    checkRates(`inflation[${costType}]`, `Inflation of ${costType}`, rates, given.yearCount);
  }
  checkCostType(given, "hospitalCostType", "Hospital care", given.hospitalCostType);
  checkRates("deflator", "The deflator", given.deflator, given.yearCount);
  checkList("healthAgeShift", "The health-age shift", given.healthAgeShift, given.yearCount, "year");
  checkBaseYearZero("healthAgeShift", "The health-age shift", given.healthAgeShift[0] ?? 0);
  checkList("growth", "Growth of admissions", given.growth, given.specialties.length, "specialty", { above: -1 });
  checkList("stayDrift", "Drift of the stay", given.stayDrift, given.specialties.length, "specialty", { above: -1 });
  checkNumber("openingReserves", "Opening reserves", given.openingReserves);
  checkNumber("reservesFloor", "The floor of the reserves", given.reservesFloor);
}

function checkLines(given: CommissioningCase): void {
  for (const line of given.lines) {
    const path = `lines[${line.id}]`;
    checkKnown(`${path}.payer`, `Budget line ${line.id}`, line.payer, PAYERS, "payer");
    checkCostType(given, `${path}.costType`, `Budget line ${line.id}`, line.costType);
    checkNumber(`${path}.budget0`, `The budget of ${line.id}`, line.budget0, { least: 0 });
    checkRates(`${path}.uplift`, `The uplift of ${line.id}`, line.uplift, given.yearCount);
    checkNumber(`${path}.demandGrowth`, `Growth of demand on ${line.id}`, line.demandGrowth, { above: -1 });
    if (line.needWeight === undefined) continue;
    checkList(`${path}.needWeight`, `The need weights of ${line.id}`, line.needWeight, given.bands.length, "age band", {
      least: 0,
    });
    if (weightedPeople(given, line.needWeight) > 0) continue;
    refuse(
      "line.need-weights",
      `${path}.needWeight`,
      0,
      "a weight above 0 for an age band that holds people",
      `The need weights of ${line.id} give no weight to anyone who lives here in the base year, so its demand cannot be followed. Give a weight above 0, or leave the weights out.`,
    );
  }
}

function weightedPeople(given: CommissioningCase, weights: readonly number[]): number {
  const { areas, bands, sexes, population } = given;
  let total = 0;
  for (let i = 0; i < areas.length * bands.length * sexes.length; i++) {
    const band = Math.floor(i / sexes.length) % bands.length;
    total += (population.values[i] ?? 0) * (weights[band] ?? 0);
  }
  return total;
}

function checkSpecialty(given: CommissioningCase, specialty: Specialty): void {
  const path = `specialties[${specialty.id}]`;
  const name = specialty.id;
  checkNumber(`${path}.inScope`, `The share of ${name} in the set-aside`, specialty.inScope, { least: 0, most: 1 });
  checkNumber(`${path}.directCost`, `The cost of a bed day in ${name}`, specialty.directCost, { least: 0 });
  const { variableShare, semiFixedShare, fixedShare } = specialty;
  for (const [field, share] of Object.entries({ variableShare, semiFixedShare, fixedShare })) {
    checkNumber(`${path}.${field}`, `The cost share ${field} of ${name}`, share, { least: 0, most: 1 });
  }
  checkSumsToOne(
    `${path}.variableShare`,
    `The variable, semi-fixed and fixed cost shares of ${name} (${variableShare}, ${semiFixedShare}, ${fixedShare})`,
    [variableShare, semiFixedShare, fixedShare],
  );
  checkNumber(`${path}.occupancy`, `The target occupancy of ${name}`, specialty.occupancy, { above: 0, most: 1 });
  checkNumber(`${path}.closureStep`, `The closure step of ${name}`, specialty.closureStep, { above: 0 });
  checkNumber(`${path}.releaseLagMonths`, `The release lag of ${name}`, specialty.releaseLagMonths, { least: 0 });
  checkNumber(`${path}.escalationPremium`, `The escalation premium of ${name}`, specialty.escalationPremium, {
    least: 0,
  });
  checkSpecialtyLine(given, specialty);
}

function checkSpecialtyLine(given: CommissioningCase, specialty: Specialty): void {
  const path = `specialties[${specialty.id}].line`;
  if (specialty.line === null) {
    if (specialty.inScope === 0) return;
    refuse(
      "specialty.no-line",
      path,
      "none",
      "a set-aside line",
      `${specialty.inScope * 100} % of ${specialty.id} is in the set-aside, but no budget line pays for it. Name its line, or set its share in the set-aside to 0.`,
    );
  }
  checkKnown(
    path,
    `The specialty ${specialty.id}`,
    specialty.line,
    given.lines.map((line) => line.id),
    "budget line",
  );
  const line = given.lines.find((one) => one.id === specialty.line);
  if (line?.payer === "set-aside") return;
  refuse(
    "specialty.line-not-set-aside",
    path,
    specialty.line,
    "a line whose payer is the set-aside",
    `The specialty ${specialty.id} is paid for by ${specialty.line}, whose payer is ${line?.payer ?? "unknown"}: a specialty's line must be in the set-aside.`,
  );
}
