/** What a pass after the first has to collect, made so that it can go to other threads as it is. */
import { measureOf, roundingConstants } from "../exact-sum.ts";
import type { CountingTask, Counts } from "./counting.ts";
import { partScale } from "./number-parts.ts";
import type { PartScale } from "./number-parts.ts";
import type { Zone } from "./zones.ts";

export interface CollectingTask {
  readonly counting: CountingTask;
  /** Series by bins: 1 + the first zone of the bin, 0 where it has none. */
  readonly zoneOfBin: Int32Array;
  /** Series, bin, lowest and highest draw of each zone, in the order of series and value. */
  readonly series: Int32Array;
  readonly bin: Int32Array;
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** Different values, over all zones, that are kept at most. */
  readonly capacity: number;
  /** Parts that a zone is counted in when its draws may be too many to keep: its table among `partFrom`; else -1. */
  readonly table: Int32Array;
  readonly parts: number;
  /** Scale of the parts of each table (`number-parts.ts`). */
  readonly partFrom: Float64Array;
  readonly partPerDouble: Float64Array;
  /** Whether the means are to be added up: in the second pass only. */
  readonly sums: SumTask | null;
}

/** How the sums of t and t² of each series are added up (`exact-sum.ts`). */
export interface SumTask {
  readonly coarse: number;
  readonly fine: number;
  readonly middle: Float64Array;
  readonly perUnit: Float64Array;
}

/** Bytes of one value kept (itself and its number), twice over while two lists of them are merged, and its list's start. */
const BYTES_KEPT = 40;
/** Bytes of one part of a table: a count, a lowest and a highest draw. */
const BYTES_PART = 20;
const FEWEST_PARTS = 16;
const MOST_PARTS = 256;

export function sumTask(draws: number, { lowest, highest }: Counts): SumTask {
  const measures = Array.from(lowest, (low, s) => measureOf(low, highest[s] as number));
  return {
    ...roundingConstants(draws),
    middle: Float64Array.from(measures, ({ middle }) => middle),
    perUnit: Float64Array.from(measures, ({ perUnit }) => perUnit),
  };
}

/** The task of collecting the draws of `zones` with about `budget` bytes. */
export function collectingTask(
  counting: CountingTask,
  zones: readonly Zone[],
  budget: number,
  sums: SumTask | null,
): CollectingTask {
  const capacity = Math.max(4 * zones.length, Math.floor(budget / 2 / BYTES_KEPT));
  const limit = largestKept(zones, capacity);
  const tables = zones.filter(({ count }) => count > limit);
  const fitting = Math.floor(budget / 4 / BYTES_PART / Math.max(1, tables.length));
  const parts = Math.min(MOST_PARTS, Math.max(FEWEST_PARTS, fitting));
  const scales = tables.map((zone) => partsOf(counting, zone, parts));
  const zoneOfBin = new Int32Array(counting.series * counting.bins);
  for (let z = zones.length - 1; z >= 0; z--) {
    const { series, bin } = zones[z] as Zone;
    zoneOfBin[series * counting.bins + bin] = z + 1;
  }
  let table = 0;
  return {
    counting,
    zoneOfBin,
    series: Int32Array.from(zones, ({ series }) => series),
    bin: Int32Array.from(zones, ({ bin }) => bin),
    lowest: Float64Array.from(zones, ({ lowest }) => lowest),
    highest: Float64Array.from(zones, ({ highest }) => highest),
    capacity,
    table: Int32Array.from(zones, ({ count }) => (count > limit ? table++ : -1)),
    parts,
    partFrom: Float64Array.from(scales, ({ lowest }) => lowest),
    partPerDouble: Float64Array.from(scales, ({ perDouble }) => perDouble),
    sums,
  };
}

/** The largest number of draws such that all zones with no more of them fit into half the capacity together. */
function largestKept(zones: readonly Zone[], capacity: number): number {
  const counts = zones.map(({ count }) => count).sort((a, b) => a - b);
  if (counts.reduce((sum, count) => sum + count, 0) <= capacity) return Infinity;
  let kept = 0;
  for (let i = 0; i < counts.length; i++) {
    kept += counts[i] as number;
    if (kept > capacity / 2) {
      // Zones of the same size are all kept or all counted.
      return (counts[i] as number) - 1;
    }
  }
  return Infinity;
}

/** Parts from the lowest to the highest draw of the zone, or about those of its bin. */
function partsOf({ bins, from, perUnit }: CountingTask, zone: Zone, parts: number): PartScale {
  const { bin, lowest, highest } = zone;
  const scale = perUnit[zone.series] as number;
  const start = from[zone.series] as number;
  const low = bin > 0 ? Math.max(lowest, start + bin / scale) : lowest;
  const high = scale > 0 && bin < bins - 1 ? Math.min(highest, start + (bin + 1) / scale) : highest;
  // The ends of a bin are known to rounding only, so a few doubles at an end may all be beyond it.
  return low < high ? partScale(low, high, parts) : partScale(lowest, highest, parts);
}
