// Functions of two rows and choices between rows, two draws at a time. Answers are 1 (yes) and 0 (no). Parameters are
// addresses of rows of `bytes`.

const ONE = f64x2.splat(1);
const ZERO = f64x2.splat(0);

export function min(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f64x2.min(v128.load(x + d), v128.load(y + d)));
}

export function max(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f64x2.max(v128.load(x + d), v128.load(y + d)));
}

export function divide(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) v128.store(to + d, f64x2.div(v128.load(x + d), v128.load(y + d)));
}

/** x / y, and 0 where y is 0. */
export function ratio(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) {
    const below = v128.load(y + d);
    const quotient = f64x2.div(v128.load(x + d), below);
    v128.store(to + d, v128.and(quotient, f64x2.ne(below, ZERO)));
  }
}

export function equal(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) {
    v128.store(to + d, v128.and(f64x2.eq(v128.load(x + d), v128.load(y + d)), ONE));
  }
}

export function unequal(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) {
    v128.store(to + d, v128.and(f64x2.ne(v128.load(x + d), v128.load(y + d)), ONE));
  }
}

export function smaller(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) {
    v128.store(to + d, v128.and(f64x2.lt(v128.load(x + d), v128.load(y + d)), ONE));
  }
}

export function smallerEqual(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) {
    v128.store(to + d, v128.and(f64x2.le(v128.load(x + d), v128.load(y + d)), ONE));
  }
}

export function and(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) {
    const both = v128.and(f64x2.ne(v128.load(x + d), ZERO), f64x2.ne(v128.load(y + d), ZERO));
    v128.store(to + d, v128.and(both, ONE));
  }
}

export function or(to: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) {
    const either = v128.or(f64x2.ne(v128.load(x + d), ZERO), f64x2.ne(v128.load(y + d), ZERO));
    v128.store(to + d, v128.and(either, ONE));
  }
}

/** x where `test` is not 0, else y. */
export function select(to: usize, test: usize, x: usize, y: usize, bytes: usize): void {
  for (let d: usize = 0; d < bytes; d += 16) {
    const yes = f64x2.ne(v128.load(test + d), ZERO);
    v128.store(to + d, v128.bitselect(v128.load(x + d), v128.load(y + d), yes));
  }
}
