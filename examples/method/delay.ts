/** Delayed bed days of a partnership, spread over ages and specialties: derived from two published totals. */
import { BANDS } from "./population.ts";
import type { Partnership, Sources } from "./sources.ts";
import { SPECIALTIES } from "./specialties.ts";

/** No more than this share of the bed days of an age band and specialty is taken to be delay. */
const MOST_SHARE = 0.85;
const ADULT = 18;
const OLDER = 75;

/**
 * [band][specialty], 2024/25. The published days of the people aged 18-74, and of those aged 75 and over, each go to
 * their bands and specialties by bed days x the specialty's delay weight; what would exceed the largest share goes to
 * the others. `bedDays` is [band][specialty] of the same partnership. Throws `Error` when there is no room for them.
 */
export function deriveDelay(
  sources: Sources,
  area: Partnership,
  bedDays: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const totals = area.councils.map((council) => sources.delayed(council));
  const under = totals.reduce((sum, [under75]) => sum + under75, 0);
  const over = totals.reduce((sum, [, over75]) => sum + over75, 0);
  const delay = BANDS.map(() => SPECIALTIES.map(() => 0));
  spread(delay, bedDays, under, ADULT, OLDER, area.name);
  spread(delay, bedDays, over, OLDER, Infinity, area.name);
  return delay;
}

function spread(
  delay: number[][],
  bedDays: readonly (readonly number[])[],
  total: number,
  from: number,
  before: number,
  name: string,
): void {
  let open = BANDS.flatMap(({ lower }, a) =>
    lower < from || lower >= before
      ? []
      : SPECIALTIES.map(({ delayWeight }, k) => {
          const days = (bedDays[a] as readonly number[])[k] as number;
          return { a, k, most: days * MOST_SHARE, weight: days * delayWeight };
        }),
  ).filter((cell) => cell.weight > 0);
  let rest = total;
  for (;;) {
    const weights = open.reduce((sum, cell) => sum + cell.weight, 0);
    if (open.length === 0) throw new Error(`${name} has more delayed bed days than its bed days have room for.`);
    const share = rest / weights;
    const full = open.filter((cell) => cell.weight * share > cell.most);
    for (const { a, k, most, weight } of full.length > 0 ? full : open) {
      const days = full.length > 0 ? most : weight * share;
      (delay[a] as number[])[k] = days;
      rest -= days;
    }
    if (full.length === 0) return;
    open = open.filter((cell) => !full.includes(cell));
  }
}
