/** Checks programmes and shifts against the case. */
import type { CommissioningCase, Programme, Shift } from "./case.ts";
import {
  checkBlock,
  checkCostType,
  checkKnown,
  checkList,
  checkNumber,
  checkSumsToOne,
  refuse,
} from "./check-values.ts";

export function checkProgramme(given: CommissioningCase, programme: Programme): void {
  const path = `programmes[${programme.id}]`;
  const name = `programme ${programme.id}`;
  checkOrdinaryLine(given, `${path}.line`, `The ${name}`, programme.line, "receive money for a community service");
  checkCostType(given, `${path}.costType`, `The ${name}`, programme.costType);
  checkNumber(`${path}.unitCost`, `The cost of a place of ${name}`, programme.unitCost, { above: 0 });
  checkNumber(`${path}.throughput`, `People a place serves in ${name}`, programme.throughput, { least: 0 });
  checkNumber(`${path}.rampMonths`, `Months to full strength of ${name}`, programme.rampMonths, { least: 0 });
  checkKnown(`${path}.rampShape`, `The ${name}`, programme.rampShape, ["straight", "s-curve"], "ramp shape");
  for (const field of ["maxReach", "eligibleShare", "eligibleShareOfBedDays", "eligibleShareOfDelay"] as const) {
    const share = programme[field];
    if (share !== undefined) checkNumber(`${path}.${field}`, `${field} of ${name}`, share, { least: 0, most: 1 });
  }
  for (const field of ["effectOnAdmissions", "effectOnStay", "effectOnDelay"] as const) {
    checkEffect(`${path}.${field}`, `${field} of ${name}`, programme[field]);
  }
  checkBlock(
    `${path}.targets`,
    `The targets of ${name}`,
    programme.targets,
    ["age", "sex", "specialty"],
    [given.bands.length, given.sexes.length, given.specialties.length],
  );
  const half = programme.targets.values.find((value) => value !== 0 && value !== 1);
  if (half !== undefined) {
    refuse(
      "programme.targets",
      `${path}.targets`,
      half,
      "0 or 1",
      `A target of ${name} is ${half}; a cell is targeted (1) or not (0).`,
    );
  }
  for (const [line, saving] of Object.entries(programme.lineSaving)) {
    checkNumber(`${path}.lineSaving[${line}]`, `The saving of ${name} on ${line}`, saving);
    checkOrdinaryLine(
      given,
      `${path}.lineSaving[${line}]`,
      `A saving of the ${name}`,
      line,
      "carry a saving per person served",
    );
  }
  if (programme.presentCapacity !== undefined) {
    checkList(
      `${path}.presentCapacity`,
      `Present capacity of ${name}`,
      programme.presentCapacity,
      given.areas.length,
      "area",
      {
        least: 0,
      },
    );
  }
}

/** Throws ModelInputError where an effect is no number, or above 1. */
export function checkEffect(path: string, what: string, effect: number): void {
  checkNumber(path, what, effect);
  if (effect <= 1) return;
  refuse(
    "programme.effect-above-1",
    path,
    effect,
    "at most 1",
    `${what} is ${effect}: more than everything would be avoided, and less than nothing would be left. It must be at most 1.`,
  );
}

/** A line whose cost is not worked out from bed days. */
function checkOrdinaryLine(given: CommissioningCase, path: string, what: string, id: string, use: string): void {
  checkKnown(
    path,
    what,
    id,
    given.lines.map((line) => line.id),
    "budget line",
  );
  if (given.lines.find((line) => line.id === id)?.payer !== "set-aside") return;
  refuse(
    "programme.set-aside-line",
    path,
    id,
    "a line that is not in the set-aside",
    `${what} names the line ${id}, which is in the set-aside: the cost of such a line comes from bed days alone, so it cannot ${use}. Name another line.`,
  );
}

export function checkShift(given: CommissioningCase, shift: Shift): void {
  const path = `shifts[${shift.id}]`;
  const name = `shift ${shift.id}`;
  checkKnown(
    `${path}.to`,
    `The ${name}`,
    shift.to,
    given.programmes.map((programme) => programme.id),
    "programme",
  );
  checkSource(given, shift);
  checkNumber(`${path}.amount`, `The amount of ${name}`, shift.amount);
  if (shift.priceBase !== "cash") {
    if (!Number.isInteger(shift.priceBase) || shift.priceBase < 0 || shift.priceBase >= given.yearCount) {
      refuse(
        "shift.price-base",
        `${path}.priceBase`,
        shift.priceBase,
        `"cash", or the position of a year from 0 to ${given.yearCount - 1}`,
        `The price base of ${name} is ${shift.priceBase}; it must be "cash" or one of the case's ${given.yearCount} years.`,
      );
    }
  }
  checkStart(given, shift);
  if (shift.phase.length === 0) {
    refuse(
      "shift.phase",
      `${path}.phase`,
      "none",
      "at least one share",
      `The ${name} has no phase; [1] moves the whole amount from the start.`,
    );
  }
  shift.phase.forEach((share, i) =>
    checkNumber(`${path}.phase[${i}]`, `Phase ${i + 1} of ${name}`, share, { least: 0 }),
  );
  if (typeof shift.split === "string") {
    checkKnown(`${path}.split`, `The ${name}`, shift.split, ["population", "need"], "split");
  } else {
    checkList(`${path}.split`, `The area shares of ${name}`, shift.split, given.areas.length, "area", {
      least: 0,
      most: 1,
    });
    checkSumsToOne(`${path}.split`, `The area shares of ${name}`, shift.split);
  }
}

function checkSource(given: CommissioningCase, shift: Shift): void {
  if (shift.from === null || shift.from === "all") return;
  const path = `shifts[${shift.id}].from`;
  checkKnown(
    path,
    `The shift ${shift.id}`,
    shift.from,
    given.specialties.map((specialty) => specialty.id),
    "specialty",
  );
  const specialty = given.specialties.find((one) => one.id === shift.from);
  if (specialty?.line !== null) return;
  refuse(
    "shift.source-outside-set-aside",
    path,
    shift.from,
    "a specialty in the set-aside",
    `The shift ${shift.id} takes from ${shift.from}, which is outside the set-aside and holds no money that can be moved.`,
  );
}

function checkStart(given: CommissioningCase, shift: Shift): void {
  const path = `shifts[${shift.id}].startMonth`;
  const last = given.yearCount * 12 - 1;
  const expected = `a whole number of months from 12 (April of the second year) to ${last}`;
  if (Number.isInteger(shift.startMonth) && shift.startMonth >= 12 && shift.startMonth <= last) return;
  const why =
    shift.startMonth < 12
      ? "no shift starts in or before the base year, which is what the scenario is compared with"
      : shift.startMonth > last
        ? "that is after the last year of the case"
        : "a shift starts with a month";
  refuse(
    "shift.start",
    path,
    shift.startMonth,
    expected,
    `The shift ${shift.id} starts in month ${shift.startMonth}: ${why}. It must be ${expected}.`,
  );
}
