/** Why a move is refused, in words. Amounts in whole pence. */
import { formatMoneyExact } from "../format/money.ts";
import { listed } from "../scenario-error.ts";
import { toPounds } from "./pence.ts";
import type { Slider } from "./sliders.ts";

export function lockedInWords(slider: Slider): string {
  return `${slider.label} is locked at ${money(slider.now)}. Unlock it to change it.`;
}

/** The slider that is moved is at its own limit. */
export function ownLimitInWords(
  slider: Slider,
  side: "specialties" | "programmes",
  direction: number,
  baseYear: string,
): string {
  if (side === "specialties" && direction > 0) {
    const { label, holds, most, shortIn } = slider;
    if (shortIn !== null && most < holds)
      return `${label} ${lastingLimitInWords(toPounds(holds), toPounds(most), shortIn, baseYear)}.`;
    return slider.most < slider.holds
      ? `No more than ${money(slider.most)} may be taken from ${slider.label}.`
      : `${slider.label} holds ${money(slider.holds)}, and no more than that can be taken from it.`;
  }
  if (direction > 0) return `${slider.label} may be given ${money(slider.most)} at most.`;
  if (slider.least === 0) {
    return side === "specialties"
      ? `Nothing is left to give back to ${slider.label}: it cannot go below £0.`
      : `${slider.label} cannot go below £0.`;
  }
  return side === "programmes"
    ? `${slider.label} cannot be cut by more than ${money(-slider.least)}: no more is spent on it.`
    : `${slider.label} may not get more than ${money(-slider.least)} back.`;
}

/** What binds a specialty, £ a year: "holds £48.78m in 2024/25, and can give £41.2m a year so that it is not short in 2034/35". */
export function lastingLimitInWords(holds: number, most: number, shortIn: string, baseYear: string): string {
  return `holds ${formatMoneyExact(holds)} in ${baseYear}, and can give ${formatMoneyExact(most)} a year so that it is not short in ${shortIn}`;
}

/** The other side cannot follow so far. */
export function shortInWords(
  moving: Slider,
  others: readonly Slider[],
  side: "specialties" | "programmes",
  direction: number,
  room: number,
  nearest: number,
): string {
  const names = side === "programmes" ? "specialties" : "programmes";
  const locked = others.filter((each) => each.locked && each.holds + Math.abs(each.now) > 0).map((each) => each.label);
  if (others.every((each) => each.locked)) {
    const what = direction > 0 === (side === "programmes") ? "nothing can be taken" : "nothing can be given";
    return `Every one of the ${names} is locked, so ${what}. Unlock one first.`;
  }
  const rest = locked.length === 0 ? "" : ` ${capital(listed(locked))} ${locked.length === 1 ? "is" : "are"} locked.`;
  const limit = `So ${moving.label} can go to ${money(nearest)}.`;
  if (side === "programmes") {
    return direction > 0
      ? `The unlocked specialties can give only ${money(room)} more.${rest} ${limit}`
      : `Only ${money(room)} can go back to the unlocked specialties: no more was taken from them.${rest} ${limit}`;
  }
  return direction > 0
    ? `The unlocked programmes can take only ${money(room)} more.${rest} ${limit}`
    : `Only ${money(room)} can come back from the unlocked programmes: they have no more.${rest} ${limit}`;
}

function money(pence: number): string {
  return formatMoneyExact(toPounds(pence));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
