// Columns of drawn assumptions: a stream's uniform numbers, their normal quantiles, and what the distribution makes of them.
import { expOfLine } from "./functions";
import { quantileRow } from "./normal";
import { uniformRow } from "./philox";

/** Draws that are worked out at a time, an even number. */
const CHUNK: usize = 1024;
/** A chunk begins with an even draw and ends with whole blocks of draws: so many more may be worked out. */
const MORE: usize = 16;
const ROW_BYTES: usize = (CHUNK + MORE) * 8;

/** Bytes of the work space of `fillNormals`: two rows, and a list of places. */
export function workBytes(): usize {
  return 2 * ROW_BYTES + (CHUNK + MORE + 4) * 4;
}

/**
 * Writes draws `from` to `from` + `count` - 1 of a normal (form 0), log-normal (1) or logit-normal (2) assumption to
 * `to`. `mean` and `sd` are those of the normal number; `work` is the work space.
 */
export function fillNormals(
  form: i32,
  key0: i32,
  key1: i32,
  from: f64,
  count: usize,
  mean: f64,
  sd: f64,
  to: usize,
  work: usize,
): void {
  const odd: usize = <usize>(from - 2 * Math.floor(from / 2));
  let block = Math.floor(from / 2);
  let skip: usize = 8 * odd;
  let left: usize = 8 * count;
  let at = to;
  while (left > 0) {
    const bytes = min<usize>(left, 8 * CHUNK - skip);
    fillChunk(form, key0, key1, block, (skip + bytes + 63) & ~63, mean, sd, work);
    memory.copy(at, work + ROW_BYTES + skip, bytes);
    at += bytes;
    left -= bytes;
    block += <f64>(CHUNK / 2);
    skip = 0;
  }
}

/** Draws 2 `block` and on to the second row of the work space. */
export function fillChunk(
  form: i32,
  key0: i32,
  key1: i32,
  block: f64,
  bytes: usize,
  mean: f64,
  sd: f64,
  work: usize,
): void {
  const row = work + ROW_BYTES;
  uniformRow(work, bytes, block, key0, key1);
  quantileRow(row, work, bytes, row + ROW_BYTES);
  if (form == 0) {
    const centre = f64x2.splat(mean);
    const spread = f64x2.splat(sd);
    for (let d: usize = 0; d < bytes; d += 16) {
      v128.store(row + d, f64x2.add(centre, f64x2.mul(spread, v128.load(row + d))));
    }
  } else if (form == 1) {
    expOfLine(row, row, mean, sd, bytes);
  } else {
    // The share with those log-odds: 1 / (1 + exp(-x)); that -x is -mean + (-sd) z to the last bit.
    expOfLine(row, row, -mean, -sd, bytes);
    const one = f64x2.splat(1);
    for (let d: usize = 0; d < bytes; d += 16) {
      v128.store(row + d, f64x2.div(one, f64x2.add(one, v128.load(row + d))));
    }
  }
}
