/** The board of sliders: which lines there are, how far they reach, and what a typed percentage means. */
import type { DatasetSummary } from "../../../engine/contract/index.ts";
import {
  type BoardContext,
  lastingLimits,
  parseMoney,
  programmeLabel,
  type Scenario,
} from "../../../scenarios/index.ts";

export type Side = "from" | "to";

/** Name of a control: "from:general-medicine", "to:reablement". */
export function controlName(side: Side, id: string): string {
  return `${side}:${id}`;
}

export function boardContext(dataset: DatasetSummary, scenario: Scenario, locks: ReadonlySet<string>): BoardContext {
  const lockedProgrammes = scenario.programmes.map(({ id }) => id).filter((id) => locks.has(controlName("to", id)));
  const limits = lastingLimits(scenario, dataset, new Set(lockedProgrammes));
  return {
    years: dataset.years,
    specialties: dataset.specialties
      .filter((specialty) => specialty.line !== null && specialty.holds > 0)
      .map(({ id, label, holds }) => ({
        id,
        label,
        holds,
        locked: locks.has(controlName("from", id)),
        ...limits.get(id),
      })),
    programmes: scenario.programmes.map((programme) => ({
      id: programme.id,
      label: programmeLabel(scenario, programme.id),
      locked: locks.has(controlName("to", programme.id)),
    })),
  };
}

/** £: where the sliders end, the same for all lines so that they can be compared: a round figure above twice the largest. */
export function sliderReach(amounts: Iterable<number>): number {
  const most = Math.max(2_500_000, ...amounts) * 2;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5].find((step) => step * power >= most) ?? 10) * power;
}

/** £ a press of an arrow key moves, with Shift, and a page key. */
const STEP = 10_000;
const SHIFT_STEP = 100_000;
const PAGE_STEP = 1_000_000;

/** What a key does to an amount: the new amount, or null when the key means nothing here. */
export function amountAfterKey(
  key: string,
  shift: boolean,
  amount: number,
  limits: { readonly least: number; readonly most: number },
): number | null {
  const by = (step: number): number => {
    const wanted = Math.round(amount * 100 + step * 100) / 100;
    return Math.min(limits.most, Math.max(limits.least, wanted));
  };
  const small = shift ? SHIFT_STEP : STEP;
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return by(small);
    case "ArrowLeft":
    case "ArrowDown":
      return by(-small);
    case "PageUp":
      return by(PAGE_STEP);
    case "PageDown":
      return by(-PAGE_STEP);
    case "Home":
      return limits.least;
    case "End":
      return limits.most;
    default:
      return null;
  }
}

/** A drag lands on whole tens of thousands; its ends are the limits themselves. */
export function draggedAmount(value: number, limits: { readonly least: number; readonly most: number }): number {
  const round = Math.round(value / STEP) * STEP;
  return round >= limits.most || value >= limits.most ? limits.most : Math.max(limits.least, round);
}

/**
 * The amount that was typed. A percentage is of what a specialty holds (3 % or −3 % both take 3 % of it), or a change
 * of a programme's present amount (−3 % leaves 97 % of it).
 */
export function typedAmount(
  text: string,
  side: Side,
  amount: number,
  holds: number,
): { readonly ok: true; readonly value: number } | { readonly ok: false; readonly reason: string } {
  if (!/%\s*$/.test(text)) return parseMoney(text);
  const share = parseMoney(text, side === "from" ? holds : amount);
  if (!share.ok) return share;
  const value = side === "from" ? Math.abs(share.value) : Math.round((amount + share.value) * 100) / 100;
  return { ok: true, value };
}
