/**
 * What of a change no cause explains. The model's own formulas leave nothing over; a scenario that replaces one of them
 * may, and then the bridge says so rather than putting it on a programme.
 */

/** Causes that stand for replaced formulas, one for each link of the bridge; after all others. */
export const REPLACED_FORMULAS: readonly string[] = ["formulas", "formulasInScenario"];

/** Change along the two links, place by place. */
export interface LinkChanges {
  readonly underlying: Float64Array;
  readonly effects: Float64Array;
}

/**
 * Fills the last two causes of `parts`, which has `causes` of them, `stride` places each: the change less the parts of
 * its link. The first `underlying` causes are of the first link. A part that is not finite (the logarithm of a factor
 * that a replaced formula made negative) explains nothing and is put to 0.
 */
export function fillRemainders(
  parts: Float64Array,
  changes: LinkChanges,
  stride: number,
  causes: number,
  underlying: number,
): void {
  const links = [
    { change: changes.underlying, from: 0, to: underlying, at: causes - 2 },
    { change: changes.effects, from: underlying, to: causes - 2, at: causes - 1 },
  ];
  for (const { change, from, to, at } of links) {
    for (let place = 0; place < stride; place++) {
      let rest = change[place] as number;
      for (let cause = from; cause < to; cause++) {
        const i = cause * stride + place;
        if (!Number.isFinite(parts[i])) parts[i] = 0;
        rest -= parts[i] as number;
      }
      parts[at * stride + place] = rest;
    }
  }
}
