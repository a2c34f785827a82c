/** Order statistics without sorting everything. */

/** Below this many values a part is put in order by insertion. */
const FEW = 24;

/**
 * Moves the values of `values[first .. last]` about until each place in `ranks` from `firstRank` to `endRank` - 1 (rising
 * places of `values`, `first` to `last`) holds what it would hold were those values sorted. Quickselect for several ranks
 * at once: a part without a rank in it is left alone. Source: Hoare, "Algorithm 65: find" (1961); Chambers, "Algorithm
 * 410: partial sorting" (1971). A part that keeps splitting badly is sorted instead (Musser's introspection, 1997), so the
 * time never grows with the square.
 */
export function selectRanks(
  values: Float64Array,
  first: number,
  last: number,
  ranks: Int32Array,
  firstRank: number,
  endRank: number,
): void {
  selectBetween(values, first, last, ranks, firstRank, endRank, 2 * Math.ceil(Math.log2(last - first + 2)));
}

function selectBetween(
  values: Float64Array,
  first: number,
  last: number,
  ranks: Int32Array,
  firstRank: number,
  endRank: number,
  patience: number,
): void {
  let low = first;
  let high = last;
  let from = firstRank;
  let left = patience;
  while (from < endRank) {
    if (high - low < FEW) return insertionSort(values, low, high);
    if (left-- === 0) {
      values.subarray(low, high + 1).sort();
      return;
    }
    if (allEqual(values, low, high)) return;
    const pivot = middleOfNine(values, low, high);
    let i = low - 1;
    let j = high + 1;
    for (;;) {
      do i++;
      while ((values[i] as number) < pivot);
      do j--;
      while ((values[j] as number) > pivot);
      if (i >= j) break;
      const swapped = values[i] as number;
      values[i] = values[j] as number;
      values[j] = swapped;
    }
    // Values at low..j are at most the pivot, those at j+1..high at least.
    let split = from;
    while (split < endRank && (ranks[split] as number) <= j) split++;
    if (split === from) low = j + 1;
    else if (split === endRank) high = j;
    else {
      selectBetween(values, low, j, ranks, from, split, left);
      low = j + 1;
      from = split;
    }
  }
}

/** Whether a part is a tie, which is in order as it is; most parts are seen not to be at their second value. */
function allEqual(values: Float64Array, low: number, high: number): boolean {
  const first = values[low] as number;
  let i = low + 1;
  while (i <= high && values[i] === first) i++;
  return i > high;
}

function insertionSort(values: Float64Array, low: number, high: number): void {
  for (let i = low + 1; i <= high; i++) {
    const value = values[i] as number;
    let at = i;
    while (at > low && (values[at - 1] as number) > value) {
      values[at] = values[at - 1] as number;
      at--;
    }
    values[at] = value;
  }
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

/** Middle of the values at three places, `step` apart. */
function middleFrom(values: Float64Array, first: number, step: number): number {
  return middleOfThree(values[first] as number, values[first + step] as number, values[first + 2 * step] as number);
}

/** Tukey's ninther of nine places: a middle value, so that neither side of a split is ever empty. */
function middleOfNine(values: Float64Array, low: number, high: number): number {
  const step = (high - low) >> 3;
  return middleOfThree(
    middleFrom(values, low, step),
    middleFrom(values, low + 3 * step, step),
    middleFrom(values, low + 6 * step, step),
  );
}
