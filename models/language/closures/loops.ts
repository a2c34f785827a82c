/**
 * One operation on a whole block of cells: `out` holds the first argument and takes the result. Yes is 1 and no is 0.
 * A loop is written out for each operation, since a function called for each cell would cost more than the operation.
 */
import { clamp, ratio, roundHalfAway } from "../cell-functions.ts";
import type { BinaryOperator, CellFunction, UnaryOperator } from "../expression.ts";

type Cells = Float64Array;
export type Unary = (out: Cells, count: number) => void;
export type Binary = (out: Cells, b: Cells, count: number) => void;

export const UNARY: Readonly<Record<UnaryOperator, Unary>> = {
  "-": (out, count) => {
    for (let i = 0; i < count; i++) out[i] = -(out[i] as number);
  },
  "+": () => undefined,
  not: (out, count) => {
    for (let i = 0; i < count; i++) out[i] = out[i] === 0 ? 1 : 0;
  },
};

export const BINARY: Readonly<Record<BinaryOperator, Binary>> = {
  "+": (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = (out[i] as number) + (b[i] as number);
  },
  "-": (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = (out[i] as number) - (b[i] as number);
  },
  "*": (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = (out[i] as number) * (b[i] as number);
  },
  "/": (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = (out[i] as number) / (b[i] as number);
  },
  "^": (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = Math.pow(out[i] as number, b[i] as number);
  },
  "==": (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = out[i] === b[i] ? 1 : 0;
  },
  "!=": (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = out[i] !== b[i] ? 1 : 0;
  },
  "<": (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = (out[i] as number) < (b[i] as number) ? 1 : 0;
  },
  ">": (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = (out[i] as number) > (b[i] as number) ? 1 : 0;
  },
  "<=": (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = (out[i] as number) <= (b[i] as number) ? 1 : 0;
  },
  ">=": (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = (out[i] as number) >= (b[i] as number) ? 1 : 0;
  },
  and: (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = out[i] === 0 ? 0 : (b[i] as number);
  },
  or: (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = out[i] === 0 ? (b[i] as number) : 1;
  },
};

/** Functions of one number. */
export const CALLS_OF_ONE: Readonly<Partial<Record<CellFunction, Unary>>> = {
  exp: (out, count) => {
    for (let i = 0; i < count; i++) out[i] = Math.exp(out[i] as number);
  },
  log: (out, count) => {
    for (let i = 0; i < count; i++) out[i] = Math.log(out[i] as number);
  },
  sqrt: (out, count) => {
    for (let i = 0; i < count; i++) out[i] = Math.sqrt(out[i] as number);
  },
  abs: (out, count) => {
    for (let i = 0; i < count; i++) out[i] = Math.abs(out[i] as number);
  },
  floor: (out, count) => {
    for (let i = 0; i < count; i++) out[i] = Math.floor(out[i] as number);
  },
  ceil: (out, count) => {
    for (let i = 0; i < count; i++) out[i] = Math.ceil(out[i] as number);
  },
  round: (out, count) => {
    for (let i = 0; i < count; i++) out[i] = roundHalfAway(out[i] as number);
  },
};

/** Functions of two numbers; `min` and `max` of more take them one after the other. */
export const CALLS_OF_TWO: Readonly<Partial<Record<CellFunction, Binary>>> = {
  min: (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = Math.min(out[i] as number, b[i] as number);
  },
  max: (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = Math.max(out[i] as number, b[i] as number);
  },
  ratio: (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = ratio(out[i] as number, b[i] as number);
  },
  round: (out, b, count) => {
    for (let i = 0; i < count; i++) out[i] = roundHalfAway(out[i] as number, b[i] as number);
  },
};

export function clampCells(out: Cells, low: Cells, high: Cells, count: number): void {
  for (let i = 0; i < count; i++) out[i] = clamp(out[i] as number, low[i] as number, high[i] as number);
}

/** `out` holds the answers to the test. */
export function chooseCells(out: Cells, yes: Cells, no: Cells, count: number): void {
  for (let i = 0; i < count; i++) out[i] = (out[i] === 0 ? no[i] : yes[i]) as number;
}
