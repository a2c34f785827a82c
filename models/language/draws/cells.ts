/**
 * What happens at one cell: values that are a number times a row, put together. Numbers alone are worked out here and
 * now; what differs from draw to draw becomes a row of the graph. The answer is left in `coefficient` and `row`.
 */
import { roundHalfAway } from "../cell-functions.ts";
import type { Comparison } from "../expression.ts";
import { OP } from "./program.ts";
import { ONE } from "./row-graph.ts";
import type { RowGraph } from "./row-graph.ts";

export type UnaryFunction = "exp" | "log" | "sqrt" | "abs" | "floor" | "ceil";

const COMPARISONS: Readonly<
  Record<Comparison, { code: number; turned: number; holds: (a: number, b: number) => boolean }>
> = {
  "==": { code: OP.equal, turned: OP.equal, holds: (a, b) => a === b },
  "!=": { code: OP.unequal, turned: OP.unequal, holds: (a, b) => a !== b },
  "<": { code: OP.smaller, turned: OP.larger, holds: (a, b) => a < b },
  ">": { code: OP.larger, turned: OP.smaller, holds: (a, b) => a > b },
  "<=": { code: OP.smallerEqual, turned: OP.largerEqual, holds: (a, b) => a <= b },
  ">=": { code: OP.largerEqual, turned: OP.smallerEqual, holds: (a, b) => a >= b },
};
const UNARY: Readonly<Record<UnaryFunction, { code: number; work: (x: number) => number }>> = {
  exp: { code: OP.exp, work: Math.exp },
  log: { code: OP.log, work: Math.log },
  sqrt: { code: OP.sqrt, work: Math.sqrt },
  abs: { code: OP.abs, work: Math.abs },
  floor: { code: OP.floor, work: Math.floor },
  ceil: { code: OP.ceil, work: Math.ceil },
};
/** Powers up to this are multiplied out. */
const MOST_MULTIPLIED = 64;

export class Cells {
  coefficient = 0;
  row = ONE;
  readonly #graph: RowGraph;
  readonly #two = new Int32Array(2);
  readonly #three = new Int32Array(3);
  readonly #numbers = new Float64Array(2);

  constructor(graph: RowGraph) {
    this.#graph = graph;
  }

  set(coefficient: number, row: number): void {
    this.coefficient = coefficient;
    this.row = row;
  }

  /** The row that is `coefficient` times `row`. */
  scaled(coefficient: number, row: number): number {
    if (row === ONE) return this.#graph.constant(coefficient);
    if (coefficient === 1) return row;
    this.#numbers[0] = coefficient;
    this.#two[0] = row;
    return this.#graph.linear(0, this.#numbers, this.#two, 1);
  }

  add(ca: number, ra: number, cb: number, rb: number): void {
    if (ra === rb) return this.set(ca + cb, ra);
    if (ca === 0 && ra !== ONE) return this.set(cb, rb);
    if (cb === 0) return this.set(ca, ra);
    if (ca === 0) return this.set(cb, rb);
    if (ra === ONE || rb === ONE) {
      this.#numbers[0] = ra === ONE ? cb : ca;
      this.#two[0] = ra === ONE ? rb : ra;
      return this.set(1, this.#graph.linear(ra === ONE ? ca : cb, this.#numbers, this.#two, 1));
    }
    this.#numbers[0] = ca;
    this.#numbers[1] = cb;
    this.#two[0] = ra;
    this.#two[1] = rb;
    this.set(1, this.#graph.linear(0, this.#numbers, this.#two, 2));
  }

  multiply(ca: number, ra: number, cb: number, rb: number): void {
    const c = ca * cb;
    if (ra === ONE || rb === ONE) return this.set(c, ra === ONE ? rb : ra);
    this.set(c, this.product(ra, rb));
  }

  product(ra: number, rb: number): number {
    this.#two[0] = Math.min(ra, rb);
    this.#two[1] = Math.max(ra, rb);
    return this.#graph.apply(OP.product, this.#two, 2);
  }

  /** One row by another, the second not `ONE`. */
  quotient(ra: number, rb: number): number {
    return ra === ONE ? this.#one(OP.reciprocal, rb) : this.#pair(OP.divide, ra, rb);
  }

  power(ca: number, ra: number, cb: number, rb: number): void {
    if (ra === ONE && rb === ONE) return this.set(Math.pow(ca, cb), ONE);
    if (rb === ONE && Number.isInteger(cb) && Math.abs(cb) <= MOST_MULTIPLIED) {
      const size = Math.abs(cb);
      if (size === 0) return this.set(1, ONE);
      this.#two[0] = ra;
      const raised = size === 1 ? ra : this.#graph.apply(OP.power, this.#two, 1, size);
      return this.set(Math.pow(ca, cb), cb < 0 ? this.quotient(ONE, raised) : raised);
    }
    this.set(1, this.#pair(OP.pow, this.scaled(ca, ra), this.scaled(cb, rb)));
  }

  compare(op: Comparison, ca: number, ra: number, cb: number, rb: number): void {
    const { code, turned, holds } = COMPARISONS[op];
    if (ra === rb && (ra === ONE || ca === cb)) return this.set(holds(ca, cb) ? 1 : 0, ONE);
    if (rb === ONE && cb === 0 && staysOutside(ca)) {
      return this.set(1, this.#pair(ca > 0 ? code : turned, ra, this.#graph.constant(0)));
    }
    this.set(1, this.#pair(code, this.scaled(ca, ra), this.scaled(cb, rb)));
  }

  /** Of two answers, each 1 or 0. */
  and(ca: number, ra: number, cb: number, rb: number): void {
    if (ra === ONE) return ca === 0 ? this.set(0, ONE) : this.set(cb, rb);
    if (rb === ONE) return cb === 0 ? this.set(0, ONE) : this.set(ca, ra);
    this.set(1, ra === rb ? ra : this.#pair(OP.and, ra, rb));
  }

  or(ca: number, ra: number, cb: number, rb: number): void {
    if (ra === ONE) return ca !== 0 ? this.set(1, ONE) : this.set(cb, rb);
    if (rb === ONE) return cb !== 0 ? this.set(1, ONE) : this.set(ca, ra);
    this.set(1, ra === rb ? ra : this.#pair(OP.or, ra, rb));
  }

  not(ca: number, ra: number): void {
    if (ra === ONE) return this.set(ca === 0 ? 1 : 0, ONE);
    this.set(1, this.#one(OP.not, ra));
  }

  select(ct: number, rt: number, ca: number, ra: number, cb: number, rb: number): void {
    if (rt === ONE) return ct !== 0 ? this.set(ca, ra) : this.set(cb, rb);
    if (ra === rb && ca === cb) return this.set(ca, ra);
    this.#three[1] = this.scaled(ca, ra);
    this.#three[2] = this.scaled(cb, rb);
    this.#three[0] = rt;
    this.set(1, this.#graph.apply(OP.select, this.#three, 3));
  }

  min(ca: number, ra: number, cb: number, rb: number): void {
    this.#extreme(OP.min, OP.max, Math.min, ca, ra, cb, rb);
  }

  max(ca: number, ra: number, cb: number, rb: number): void {
    this.#extreme(OP.max, OP.min, Math.max, ca, ra, cb, rb);
  }

  #extreme(
    code: number,
    turned: number,
    work: (a: number, b: number) => number,
    ca: number,
    ra: number,
    cb: number,
    rb: number,
  ): void {
    if (ra === ONE && rb === ONE) return this.set(work(ca, cb), ONE);
    if (ra === rb && ca === cb) return this.set(ca, ra);
    // Against 0 the number can stay outside: max(0, c x) is c max(0, x), or c min(0, x) where c is below 0.
    if (ra === ONE && ca === 0 && staysOutside(cb)) {
      return this.set(cb, this.#pair(cb > 0 ? code : turned, this.#graph.constant(0), rb));
    }
    if (rb === ONE && cb === 0 && staysOutside(ca)) return this.#extreme(code, turned, work, cb, rb, ca, ra);
    this.set(1, this.#pair(code, this.scaled(ca, ra), this.scaled(cb, rb)));
  }

  ratio(ca: number, ra: number, cb: number, rb: number): void {
    if (rb === ONE) return cb === 0 ? this.set(0, ONE) : this.set(ca / cb, ra);
    if (ca === 0 && ra === ONE) return this.set(0, ONE);
    if (cb === 0) return this.set(0, ONE);
    // An infinite number outside would make nothing of a 0 that ratio gives.
    if (!Number.isFinite(ca) || !Number.isFinite(cb)) {
      return this.set(1, this.#pair(OP.ratio, this.scaled(ca, ra), this.scaled(cb, rb)));
    }
    const top = ra === ONE ? this.#graph.constant(1) : ra;
    this.set(ca / cb, this.#pair(OP.ratio, top, rb));
  }

  /** How many events there are at the uniform number in row `u` where so many are expected. */
  poisson(mean: number, row: number, u: number): void {
    this.set(1, this.#pair(OP.poisson, this.scaled(mean, row), u));
  }

  /** exp, log, sqrt, abs, floor, ceil of one value. */
  unary(fn: UnaryFunction, ca: number, ra: number): void {
    const { code, work } = UNARY[fn];
    if (ra === ONE) return this.set(work(ca), ONE);
    if (fn === "abs") return this.set(Math.abs(ca), this.#one(code, ra));
    this.set(1, this.#one(code, this.scaled(ca, ra)));
  }

  round(ca: number, ra: number, digits: number): void {
    if (ra === ONE) return this.set(roundHalfAway(ca, digits), ONE);
    this.#two[0] = this.scaled(ca, ra);
    this.set(1, this.#graph.apply(OP.round, this.#two, 1, digits));
  }

  #one(code: number, row: number): number {
    this.#two[0] = row;
    return this.#graph.apply(code, this.#two, 1);
  }

  #pair(code: number, a: number, b: number): number {
    this.#two[0] = a;
    this.#two[1] = b;
    return this.#graph.apply(code, this.#two, 2);
  }
}

/** Whether c x has the sign of c or its opposite as x has: infinity times 0 has none. */
function staysOutside(c: number): boolean {
  return c !== 0 && Number.isFinite(c);
}
