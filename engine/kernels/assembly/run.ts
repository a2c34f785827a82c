// Runs the code of a draw program (models/language/draws/program.ts), in which rows and numbers are addresses.
import * as choices from "./choices";
import { interpolate } from "./curves";
import * as functions from "./functions";
import { linear, product, products } from "./sums";

/**
 * Runs the code from `code` to `end` over rows of `rowBytes` (a multiple of 64), and copies the first `resultBytes` of
 * a row that is stored to `results` + series x `seriesBytes`.
 */
export function run(
  code: usize,
  end: usize,
  rowBytes: usize,
  results: usize,
  seriesBytes: usize,
  resultBytes: usize,
): void {
  let at = code;
  while (at < end) {
    const operation = load<i32>(at);
    const to = load<usize>(at, 4);
    const x = load<usize>(at, 8);
    // The numbers are those of OP; a test compares them.
    if (operation == 0) {
      memory.copy(results + to * seriesBytes, x, resultBytes);
      at += 12;
    } else if (operation == 1) {
      linear(at + 12, x, to, rowBytes);
      at += 16 + 8 * x;
    } else if (operation == 2) {
      product(at + 12, x, to, rowBytes);
      at += 12 + 4 * x;
    } else if (operation == 3) {
      products(at + 12, x, to, rowBytes);
      at += 16 + 12 * x;
    } else if (operation <= 10 || operation == 25) {
      ofOne(operation, to, x, rowBytes);
      at += 12;
    } else if (operation == 26) {
      choices.select(to, x, load<usize>(at, 12), load<usize>(at, 16), rowBytes);
      at += 20;
    } else if (operation == 27) {
      const n = load<usize>(at, 12);
      interpolate(at + 16, n, x, to, rowBytes);
      at += 16 + 12 * n;
    } else {
      ofTwo(operation, to, x, load<usize>(at, 12), rowBytes);
      at += 16;
    }
  }
}

function ofOne(operation: i32, to: usize, x: usize, bytes: usize): void {
  switch (operation) {
    case 4:
      return functions.reciprocal(to, x, bytes);
    case 5:
      return functions.exp(to, x, bytes);
    case 6:
      return functions.log(to, x, bytes);
    case 7:
      return functions.sqrt(to, x, bytes);
    case 8:
      return functions.abs(to, x, bytes);
    case 9:
      return functions.floor(to, x, bytes);
    case 10:
      return functions.ceil(to, x, bytes);
    case 25:
      return functions.not(to, x, bytes);
    default:
      unreachable();
  }
}

/** Operations of two rows, and of a row and a number. */
function ofTwo(operation: i32, to: usize, x: usize, y: usize, bytes: usize): void {
  switch (operation) {
    case 11:
      return functions.round(to, x, <i32>y, bytes);
    case 12:
      return functions.power(to, x, y, bytes);
    case 13:
      return functions.pow(to, x, y, bytes);
    case 14:
      return choices.min(to, x, y, bytes);
    case 15:
      return choices.max(to, x, y, bytes);
    case 16:
      return choices.ratio(to, x, y, bytes);
    case 17:
      return choices.equal(to, x, y, bytes);
    case 18:
      return choices.unequal(to, x, y, bytes);
    case 19:
      return choices.smaller(to, x, y, bytes);
    case 20:
      return choices.smaller(to, y, x, bytes);
    case 21:
      return choices.smallerEqual(to, x, y, bytes);
    case 22:
      return choices.smallerEqual(to, y, x, bytes);
    case 23:
      return choices.and(to, x, y, bytes);
    case 24:
      return choices.or(to, x, y, bytes);
    case 28:
      return functions.poisson(to, x, y, bytes);
    case 29:
      return choices.divide(to, x, y, bytes);
    default:
      unreachable();
  }
}
