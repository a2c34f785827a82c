/**
 * Draws kept in the order of their zones and values, equal draws as one value with its number, so that a value that
 * occurs a million times takes no more room than one that occurs once.
 */

export interface Tallies {
  /** Entries of zone z are those from `starts[z]` to `starts[z + 1]` - 1. */
  readonly starts: Int32Array;
  /** Rising within a zone. */
  readonly values: Float64Array;
  readonly times: Float64Array;
}

export function noTallies(zones: number): Tallies {
  return { starts: new Int32Array(zones + 1), values: new Float64Array(0), times: new Float64Array(0) };
}

/** Tallies of `size` draws as they came: draw i is `values[i]`, in zone `zoneOf[i]`. */
export function tally(zoneOf: Int32Array, values: Float64Array, size: number, zones: number): Tallies {
  const ends = new Int32Array(zones + 1);
  for (let i = 0; i < size; i++) {
    const next = (zoneOf[i] as number) + 1;
    ends[next] = (ends[next] as number) + 1;
  }
  for (let z = 0; z < zones; z++) ends[z + 1] = (ends[z + 1] as number) + (ends[z] as number);
  const place = ends.slice();
  const ordered = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const zone = zoneOf[i] as number;
    const at = place[zone] as number;
    ordered[at] = values[i] as number;
    place[zone] = at + 1;
  }
  const starts = new Int32Array(zones + 1);
  const times = new Float64Array(size);
  let kept = 0;
  for (let z = 0; z < zones; z++) {
    const from = ends[z] as number;
    const to = ends[z + 1] as number;
    ordered.subarray(from, to).sort();
    const first = kept;
    for (let i = from; i < to; i++) {
      const value = ordered[i] as number;
      if (kept === first || value !== ordered[kept - 1]) ordered[kept++] = value;
      times[kept - 1] = (times[kept - 1] as number) + 1;
    }
    starts[z + 1] = kept;
  }
  return { starts, values: ordered.slice(0, kept), times: times.slice(0, kept) };
}

/** Tallies of the draws of both, but for the zones that are dropped (1 in `dropped`); no order of merging matters. */
export function mergeTallies(first: Tallies, second: Tallies, dropped: Uint8Array): Tallies {
  const zones = first.starts.length - 1;
  const most = first.values.length + second.values.length;
  const starts = new Int32Array(zones + 1);
  const values = new Float64Array(most);
  const times = new Float64Array(most);
  let kept = 0;
  for (let z = 0; z < zones; z++) {
    let i = first.starts[z] as number;
    let j = second.starts[z] as number;
    const endI = dropped[z] === 1 ? i : (first.starts[z + 1] as number);
    const endJ = dropped[z] === 1 ? j : (second.starts[z + 1] as number);
    while (i < endI || j < endJ) {
      const a = i < endI ? (first.values[i] as number) : Infinity;
      const b = j < endJ ? (second.values[j] as number) : Infinity;
      values[kept] = Math.min(a, b);
      times[kept++] = (a <= b ? (first.times[i++] as number) : 0) + (b <= a ? (second.times[j++] as number) : 0);
    }
    starts[z + 1] = kept;
  }
  return { starts, values: values.slice(0, kept), times: times.slice(0, kept) };
}
