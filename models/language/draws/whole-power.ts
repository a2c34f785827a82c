/** `x` multiplied by itself, `n` a whole number from 1: squares of squares, from the lowest binary digit of `n` up. */
export function wholePower(x: number, n: number): number {
  let product = 1;
  let square = x;
  for (let rest = n; ; square *= square) {
    if (rest & 1) product *= square;
    rest >>= 1;
    if (rest === 0) return product;
  }
}
