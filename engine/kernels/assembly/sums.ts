// Sums and products of rows, eight draws at a time: the bulk of the work. Rows and numbers are addresses; `bytes` is the
// length of a row, a multiple of 64. A row that is written may be one of those read.

/** c + a x + ... : at `at` the address of c, then `n` pairs (address of a, row x). */
export function linear(at: usize, n: usize, to: usize, bytes: usize): void {
  const c = v128.load64_splat(load<usize>(at));
  const first = at + 4;
  const end = first + 8 * n;
  for (let d: usize = 0; d < bytes; d += 64) {
    let s0 = c;
    let s1 = c;
    let s2 = c;
    let s3 = c;
    for (let term = first; term < end; term += 8) {
      const a = v128.load64_splat(load<usize>(term));
      const x = load<usize>(term, 4) + d;
      s0 = f64x2.add(s0, f64x2.mul(a, v128.load(x)));
      s1 = f64x2.add(s1, f64x2.mul(a, v128.load(x, 16)));
      s2 = f64x2.add(s2, f64x2.mul(a, v128.load(x, 32)));
      s3 = f64x2.add(s3, f64x2.mul(a, v128.load(x, 48)));
    }
    v128.store(to + d, s0);
    v128.store(to + d, s1, 16);
    v128.store(to + d, s2, 32);
    v128.store(to + d, s3, 48);
  }
}

/** c + a (x y) + ... : at `at` the address of c, then `n` triples (address of a, rows x and y). */
export function products(at: usize, n: usize, to: usize, bytes: usize): void {
  const c = v128.load64_splat(load<usize>(at));
  const first = at + 4;
  const end = first + 12 * n;
  for (let d: usize = 0; d < bytes; d += 64) {
    let s0 = c;
    let s1 = c;
    let s2 = c;
    let s3 = c;
    for (let term = first; term < end; term += 12) {
      const a = v128.load64_splat(load<usize>(term));
      const x = load<usize>(term, 4) + d;
      const y = load<usize>(term, 8) + d;
      s0 = f64x2.add(s0, f64x2.mul(a, f64x2.mul(v128.load(x), v128.load(y))));
      s1 = f64x2.add(s1, f64x2.mul(a, f64x2.mul(v128.load(x, 16), v128.load(y, 16))));
      s2 = f64x2.add(s2, f64x2.mul(a, f64x2.mul(v128.load(x, 32), v128.load(y, 32))));
      s3 = f64x2.add(s3, f64x2.mul(a, f64x2.mul(v128.load(x, 48), v128.load(y, 48))));
    }
    v128.store(to + d, s0);
    v128.store(to + d, s1, 16);
    v128.store(to + d, s2, 32);
    v128.store(to + d, s3, 48);
  }
}

/** x y ... of the `n` rows named at `at`. */
export function product(at: usize, n: usize, to: usize, bytes: usize): void {
  const end = at + 4 * n;
  for (let d: usize = 0; d < bytes; d += 64) {
    let x = load<usize>(at) + d;
    let p0 = v128.load(x);
    let p1 = v128.load(x, 16);
    let p2 = v128.load(x, 32);
    let p3 = v128.load(x, 48);
    for (let factor = at + 4; factor < end; factor += 4) {
      x = load<usize>(factor) + d;
      p0 = f64x2.mul(p0, v128.load(x));
      p1 = f64x2.mul(p1, v128.load(x, 16));
      p2 = f64x2.mul(p2, v128.load(x, 32));
      p3 = f64x2.mul(p3, v128.load(x, 48));
    }
    v128.store(to + d, p0);
    v128.store(to + d, p1, 16);
    v128.store(to + d, p2, 32);
    v128.store(to + d, p3, 48);
  }
}
