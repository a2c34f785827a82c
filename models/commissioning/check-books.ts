/** Refuses risk shares, reserves and lines of the set-aside that the books cannot be struck with. */
import type { CommissioningCase } from "./case.ts";
import { checkIds, checkNumber, refuse } from "./check-values.ts";

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
