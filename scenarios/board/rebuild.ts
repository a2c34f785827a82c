/** The scenario's shifts made anew from the two margins of the board. */
import { defaultTerms } from "./default-terms.ts";
import type { Scenario, ScenarioShift } from "../schema.ts";
import { isOnBoard } from "./margins.ts";
import { pairsFromMargins } from "./pairs.ts";
import { sumOf, toPounds } from "./pence.ts";
import type { Slider } from "./sliders.ts";
import { termsOf } from "./terms.ts";

/**
 * A scenario whose shifts between `specialties` and `programmes` have these margins (whole pence). Each programme keeps
 * its terms; one that has no money keeps a shift of £0 that carries them. Other shifts stay as they are, first.
 */
export function rebuildShifts(
  scenario: Scenario,
  specialties: readonly Slider[],
  taken: readonly number[],
  programmes: readonly Slider[],
  given: readonly number[],
  years: readonly string[],
): Scenario {
  const pairs = pairsFromMargins(taken, given, passageWeights(specialties));
  const kept = scenario.shifts.filter((shift) => !isOnBoard(shift));
  const ids = new ShiftIds(scenario, kept);
  const rebuilt = programmes.flatMap((programme, j) => {
    const column = pairs.map((row) => row[j] as number);
    const terms = termsOf(scenario, programme.id) ?? defaultTerms(years);
    const shift = (i: number): ScenarioShift => {
      const from = (specialties[i] as Slider).id;
      const { start, phase, split, priceBase } = terms;
      return {
        id: ids.of(from, programme.id),
        from,
        to: programme.id,
        amount: toPounds(column[i] as number),
        priceBase,
        start,
        phase: [...phase],
        split,
      };
    };
    const moving = column.flatMap((pence, i) => (pence === 0 ? [] : [shift(i)]));
    return moving.length > 0 ? moving : [shift(0)];
  });
  return { ...scenario, shifts: [...kept, ...rebuilt] };
}

/** Money from a cut programme to a grown one passes through specialties by what they hold, equally when none holds any. */
function passageWeights(specialties: readonly Slider[]): number[] {
  const holds = specialties.map((each) => each.holds);
  return sumOf(holds) > 0 ? holds : specialties.map(() => 1);
}

/** A pair keeps the id it had; a new one is named after its ends. */
class ShiftIds {
  private readonly known = new Map<string, string>();
  private readonly used: Set<string>;

  constructor(scenario: Scenario, kept: readonly ScenarioShift[]) {
    this.used = new Set(kept.map((shift) => shift.id));
    for (const shift of scenario.shifts) {
      if (isOnBoard(shift) && !this.known.has(`${shift.from} ${shift.to}`)) {
        this.known.set(`${shift.from} ${shift.to}`, shift.id);
      }
    }
  }

  of(from: string, to: string): string {
    const wanted = this.known.get(`${from} ${to}`) ?? `${from}-to-${to}`;
    let id = wanted.length <= 64 ? wanted : wanted.slice(0, 56);
    for (let n = 2; this.used.has(id); n++) id = `${wanted.slice(0, 56)}-${n}`;
    this.used.add(id);
    return id;
  }
}
