/** From figures to pixels, and the round figures that an axis names. */

export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Pixel of a figure. */
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** The round step (1, 2, 2.5 or 5 times a power of ten) that divides the span into about `count` parts. */
export function roundStep(span: number, count: number): number {
  if (!(span > 0)) return 1;
  const raw = span / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= raw * 0.999) ?? 10;
  return factor * power;
}

/** Where an axis begins and ends, and the round step between the figures that it names. */
export interface AxisRange {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** Multiples of the step within the range. `ticksOf({ low: 0, high: 10, step: 2.5 })` is [0, 2.5, 5, 7.5, 10]. */
export function ticksOf({ low, high, step }: AxisRange): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}

/**
 * A range for an axis around the figures, ending on round figures, in about `count` steps; with `zero`, it reaches to
 * zero. Equal figures (to a billionth) get room on both sides, so that a flat line is drawn as one.
 */
export function rangeAround(values: readonly number[], count: number, zero = false): AxisRange {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (zero) {
    low = Math.min(low, 0);
    high = Math.max(high, 0);
  }
  if (!Number.isFinite(low)) return { low: 0, high: 1, step: 1 };
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low <= Math.max(size * 1e-9, 1e-9)) {
    const room = size > 1e-6 ? size * 0.1 : 1;
    low -= room;
    high += room;
  }
  const step = roundStep(high - low, count);
  return { low: Math.floor(low / step + 1e-9) * step, high: Math.ceil(high / step - 1e-9) * step, step };
}

/**
 * A range from zero that ends close to the outermost figures: on a quarter of the step between the figures that are named,
 * so that bars use the height there is. `closeRange([10.6], 3)` is { low: 0, high: 11.25, step: 5 }.
 */
export function closeRange(values: readonly number[], count: number): AxisRange {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const step = roundStep(high - low, count);
  const quarter = step / 4;
  return {
    low: Math.floor(low / quarter + 1e-9) * quarter,
    high: Math.max(Math.ceil(high / quarter - 1e-9) * quarter, low < 0 ? 0 : quarter),
    step,
  };
}

/** `low` is drawn at pixel `from`, `high` at pixel `to`. */
export function scaleOf(range: AxisRange, from: number, to: number): Scale {
  const { low, high } = range;
  const perUnit = (to - from) / (high - low);
  return { low, high, at: (value) => from + (value - low) * perUnit, ticks: ticksOf(range) };
}

/**
 * A range that does not jump while a slider is dragged: the former one is kept as long as the figures fit into it and
 * fill at least half of it.
 */
export function steadyRange(former: AxisRange, wanted: AxisRange): AxisRange {
  const fits = wanted.low >= former.low && wanted.high <= former.high;
  return fits && wanted.high - wanted.low >= (former.high - former.low) / 2 ? former : wanted;
}

/** Moves labels apart so that neighbours are at least `gap` pixels from each other, keeping their order and their middle. */
export function spreadLabels(positions: readonly number[], gap: number, low: number, high: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = positions.map((position) => Math.min(Math.max(position, low), high));
  // Forty small passes settle any handful of labels; each pass parts neighbours by half of what they lack.
  for (let pass = 0; pass < 40; pass++) {
    for (let i = 1; i < order.length; i++) {
      const above = order[i - 1] as number;
      const below = order[i] as number;
      const lack = gap - ((placed[below] as number) - (placed[above] as number));
      if (lack <= 0) continue;
      placed[above] = Math.max(low, (placed[above] as number) - lack / 2);
      placed[below] = Math.min(high, (placed[below] as number) + lack / 2);
      if ((placed[below] as number) - (placed[above] as number) < gap - 0.01) {
        if (placed[above] === low) placed[below] = low + gap;
        else placed[above] = (placed[below] as number) - gap;
      }
    }
  }
  return placed;
}
