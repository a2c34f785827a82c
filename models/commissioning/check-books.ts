/** Refuses risk shares, reserves and lines of the set-aside that the books cannot be struck with. */
import type { BudgetLine, CommissioningCase } from "./case.ts";
import { checkBlock, checkIds, checkNumber, refuse } from "./check-values.ts";

export function checkBooks(given: CommissioningCase): void {
  const share = { least: 0, most: 1 };
  checkNumber("riskShareOver", "The Board's share of an overspend of the set-aside", given.riskShareOver ?? 1, share);
  checkNumber(
    "riskShareUnder",
    "The Board's share of an underspend of the set-aside",
    given.riskShareUnder ?? 1,
    share,
  );
  checkNumber("discountRate", "The discount rate", given.discountRate ?? 0, { above: -1 });
  checkEarmarked(given);
  checkAttendances(given);
  given.lines.forEach((line) => checkCost(given, line));
}

function checkAttendances(given: CommissioningCase): void {
  const { attendances0, areas, bands, sexes } = given;
  if (attendances0 !== undefined) {
    const sizes = [areas.length, bands.length, sexes.length];
    checkBlock("attendances0", "A&E attendances of the base year", attendances0, ["area", "age", "sex"], sizes);
  }
  for (const { id, payer, attendances } of given.lines) {
    if (attendances === undefined) continue;
    const path = `lines[${id}].attendances`;
    checkNumber(`${path}.cost`, `The cost of an attendance on ${id}`, attendances.cost, { least: 0 });
    const share = `The variable share of an attendance on ${id}`;
    checkNumber(`${path}.variableShare`, share, attendances.variableShare, { least: 0, most: 1 });
    const specialty = given.specialties.find((each) => each.line === id);
    if (payer === "set-aside" && specialty === undefined) continue;
    const why = payer === "set-aside" ? `it pays for bed days of ${specialty?.id ?? ""}` : `its payer is ${payer}`;
    refuse(
      "line.attendances",
      path,
      id,
      "a set-aside line that pays for no specialty",
      `The line ${id} is given a cost an attendance, but ${why}. Give A&E a set-aside line of its own.`,
    );
  }
}

/** A set-aside line with a budget has something that it costs in the base year. */
function checkCost(given: CommissioningCase, { id, payer, budget0, attendances }: BudgetLine): void {
  if (payer !== "set-aside" || budget0 === 0) return;
  const specialties = given.specialties.filter((each) => each.line === id);
  const nothing =
    attendances === undefined
      ? specialties.length > 0 && specialties.every(({ inScope, directCost }) => inScope * directCost === 0)
      : attendances.cost === 0 || !(given.attendances0?.values.some((each) => each > 0) ?? false);
  if (!nothing) return;
  const what = attendances === undefined ? specialties.map((each) => each.id).join(", ") : "A&E attendances";
  refuse(
    "line.no-cost",
    `lines[${id}]`,
    budget0,
    "a cost above 0 in the base year, or no budget",
    `The set-aside line ${id} has a budget of £${budget0} and no cost: ${what} cost it nothing in the base year. Give what it pays for a cost and a share in the set-aside, or the line no budget.`,
  );
}

function checkEarmarked({ earmarkedReserves = [], openingReserves }: CommissioningCase): void {
  const purposes = earmarkedReserves.map(({ purpose }) => purpose);
  checkIds("earmarkedReserves", "earmarked reserve", purposes, 0);
  for (const { purpose, amount } of earmarkedReserves) {
    checkNumber(`earmarkedReserves[${purpose}]`, `The reserve earmarked for ${purpose}`, amount, { least: 0 });
  }
  const earmarked = earmarkedReserves.reduce((sum, { amount }) => sum + amount, 0);
  if (earmarked === 0 || earmarked <= openingReserves) return;
  refuse(
    "reserves.earmarked-more-than-held",
    "earmarkedReserves",
    earmarked,
    `at most ${openingReserves}, the opening reserves`,
    `Reserves of £${earmarked} are earmarked (${purposes.join(", ")}), but only £${openingReserves} are held at the end of the base year. Earmark no more than is held, or raise the opening reserves, which hold general and earmarked money together.`,
  );
}
