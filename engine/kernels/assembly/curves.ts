// The instruction that reads a curve between its points, two draws at a time. `to` and `where` are addresses of rows of
// `bytes`; at `at` are the addresses of the others.

const ZERO = f64x2.splat(0);
const NOT_A_NUMBER = f64x2.splat(NaN);

/** The curve of `n` points (rows of position, value, and above 0 where the point counts), read at `where`. */
export function interpolate(at: usize, n: usize, where: usize, to: usize, bytes: usize): void {
  const end = at + 12 * n;
  for (let d: usize = 0; d < bytes; d += 16) {
    const x = v128.load(where + d);
    // A position that is not a number stands for no point: nothing compares with it.
    let below = NOT_A_NUMBER;
    let above = NOT_A_NUMBER;
    let valueBelow = ZERO;
    let valueAbove = ZERO;
    for (let point = at; point < end; point += 12) {
      const position = v128.load(load<usize>(point) + d);
      const value = v128.load(load<usize>(point, 4) + d);
      const counts = f64x2.gt(v128.load(load<usize>(point, 8) + d), ZERO);
      const nearerBelow = v128.andnot(v128.and(counts, f64x2.le(position, x)), f64x2.le(position, below));
      below = v128.bitselect(position, below, nearerBelow);
      valueBelow = v128.bitselect(value, valueBelow, nearerBelow);
      const nearerAbove = v128.andnot(v128.and(counts, f64x2.ge(position, x)), f64x2.ge(position, above));
      above = v128.bitselect(position, above, nearerAbove);
      valueAbove = v128.bitselect(value, valueAbove, nearerAbove);
    }
    const share = f64x2.div(f64x2.sub(x, below), f64x2.sub(above, below));
    const between = f64x2.add(valueBelow, f64x2.mul(f64x2.sub(valueAbove, valueBelow), share));
    const onOnePoint = v128.or(f64x2.ne(above, above), f64x2.eq(below, above));
    let value = v128.bitselect(valueBelow, between, onOnePoint);
    value = v128.bitselect(valueAbove, value, f64x2.ne(below, below));
    v128.store(to + d, v128.bitselect(value, x, f64x2.eq(x, x)));
  }
}
