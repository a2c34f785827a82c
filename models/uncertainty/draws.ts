/** The draws of all assumptions of a run: what the engine draws from, block by block. */
import { ModelInputError } from "../commissioning/input-error.ts";
import type { ColumnFiller, NormalColumn } from "./column-filler.ts";
import { correlate, correlatedGroups } from "./correlation/copula.ts";
import type { CorrelatedGroup, RequestedCorrelation } from "./correlation/copula.ts";
import type { Distribution } from "./distributions/distribution.ts";
import { fromNormals, normalColumnOf } from "./distributions/normal-column.ts";
import { normalBelow, normalQuantile } from "./functions/normal.ts";
import { LatinHypercube } from "./points/latin-hypercube.ts";
import type { Points, PointsKind } from "./points/points.ts";
import { ScrambledSobol, SOBOL_POINTS } from "./points/sobol.ts";
import { createStream, Stream } from "./random/streams.ts";

export interface DrawsPlan {
  readonly seed: number;
  readonly draws: number;
  readonly points: PointsKind;
  /** Each under its own name: `distribution.parameter`. */
  readonly assumptions: readonly Distribution[];
  readonly correlations: readonly RequestedCorrelation[];
  /** Columns of chance, after those of the assumptions. Absent means none. */
  readonly chance?: readonly ChanceColumn[] | undefined;
}

/** Numbers that stand for chance and for no assumption: uniform, or normal with mean 0 and standard deviation 1. */
export interface ChanceColumn {
  /** Names the stream. */
  readonly name: string;
  readonly form: "uniform" | "normal";
}

export interface Draws {
  readonly plan: DrawsPlan;
  /** Groups of correlated assumptions, with the rank correlations asked for and used. */
  readonly groups: readonly CorrelatedGroup[];
  /** Whether Monte Carlo standard errors belong to these points. */
  readonly standardErrors: boolean;
  /**
   * Writes draws `from` to `from + count - 1` of every assumption: `into[i]`, from place `at`, those of
   * `plan.assumptions[i]`; after the assumptions come the columns of chance. The numbers do not depend on how the draws are split into blocks. Throws RangeError for draws
   * outside the plan.
   */
  fill(into: readonly Float64Array[], at: number, from: number, count: number): void;
}

/** Numbers that a correlated uniform may round to, so that 0 and 1 never occur. */
const LEAST = 2 ** -54;
const MOST = 1 - 2 ** -53;
const STANDARD_NORMAL: NormalColumn = { form: "normal", mean: 0, sd: 1 };

/**
 * Opens the draws of a plan. With random and Latin hypercube points, draw d of an assumption that is not correlated
 * depends on the seed, its name, d (and, for Latin hypercube, the number of draws) alone. With Sobol points the
 * assumptions that are not fixed take the dimensions in the order of their names; scenarios that are to be compared must
 * then have the same assumptions. Chance is drawn from streams as they are, whatever the points: it takes none of their
 * dimensions, and moves no assumption. A `filler` draws what it can, with the same bits. Throws ModelInputError for a plan that
 * cannot be drawn.
 */
export function createDraws(plan: DrawsPlan, filler?: ColumnFiller): Draws {
  checkPlan(plan);
  const { assumptions, chance = [] } = plan;
  const place = new Map(assumptions.map((assumption, i) => [assumption.parameter, i]));
  const groups = correlatedGroups(plan.correlations);
  const places = groups.map((group) => group.names.map((name) => place.get(name) as number));
  const points = pointsOf(plan);
  const correlated = new Set(places.flat());
  const normals = assumptions.map(normalColumnOf);
  const chances = chance.map(({ name }) => createStream(plan.seed, name));
  const fillFast = (i: number, into: Float64Array, at: number, from: number, count: number): boolean => {
    const normal = normals[i];
    const source = points[i];
    if (filler === undefined || normal === undefined || correlated.has(i) || !(source instanceof Stream)) return false;
    return filler.fill(normal, source, into, at, from, count);
  };

  return {
    plan,
    groups,
    standardErrors: plan.points !== "sobol",
    fill(into, at, from, count) {
      if (from < 0 || count < 0 || from + count > plan.draws) {
        throw new RangeError(`Draws ${from} to ${from + count - 1} of ${plan.draws} were asked for.`);
      }
      const rest: number[] = [];
      for (let i = 0; i < assumptions.length; i++) {
        const column = into[i] as Float64Array;
        if (fillFast(i, column, at, from, count)) continue;
        rest.push(i);
        points[i]?.fill(column, at, from, count);
      }
      groups.forEach((group, g) => {
        const columns = (places[g] as number[]).map((i) => into[i] as Float64Array);
        for (const column of columns) toNormals(column, at, count);
        correlate(group.root, columns, at, count);
        // The first of a group is as it was; its own points give it back to the last bit.
        points[(places[g] as number[])[0] as number]?.fill(columns[0] as Float64Array, at, from, count);
        for (const column of columns.slice(1)) toUniforms(column, at, count);
      });
      for (const i of rest) {
        const normal = normals[i];
        if (normal === undefined) toValues(assumptions[i] as Distribution, into[i] as Float64Array, at, count);
        else {
          toNormals(into[i] as Float64Array, at, count);
          fromNormals(normal, into[i] as Float64Array, at, count);
        }
      }
      chances.forEach((stream, i) => {
        const column = into[assumptions.length + i] as Float64Array;
        const isNormal = chance[i]?.form === "normal";
        if (isNormal && filler?.fill(STANDARD_NORMAL, stream, column, at, from, count) === true) return;
        stream.fill(column, at, from, count);
        if (isNormal) toNormals(column, at, count);
      });
    },
  };
}

/** Points of each assumption; none of a fixed one. */
function pointsOf({ seed, draws, points, assumptions }: DrawsPlan): readonly (Points | undefined)[] {
  const uncertain = assumptions.filter(({ kind }) => kind !== "fixed").map(({ parameter }) => parameter);
  const dimensions = new Map(uncertain.sort().map((name, dimension) => [name, dimension]));
  return assumptions.map(({ kind, parameter }) => {
    if (kind === "fixed") return undefined;
    const stream = createStream(seed, parameter);
    if (points === "latin-hypercube") return new LatinHypercube(stream, draws);
    if (points === "sobol") return new ScrambledSobol(stream, dimensions.get(parameter) as number);
    return stream;
  });
}

function toNormals(column: Float64Array, at: number, count: number): void {
  for (let d = at; d < at + count; d++) column[d] = normalQuantile(column[d] as number);
}

function toUniforms(column: Float64Array, at: number, count: number): void {
  for (let d = at; d < at + count; d++) column[d] = Math.min(MOST, Math.max(LEAST, normalBelow(column[d] as number)));
}

function toValues(assumption: Distribution, column: Float64Array, at: number, count: number): void {
  if (assumption.kind === "fixed") {
    column.fill(assumption.central(), at, at + count);
    return;
  }
  for (let d = at; d < at + count; d++) column[d] = assumption.quantile(column[d] as number);
}

function checkPlan({ draws, points, assumptions, correlations, chance = [] }: DrawsPlan): void {
  if (!Number.isSafeInteger(draws) || draws < 1) {
    refuse("draws.count", `${draws} draws are asked for.`, "draws", draws, "a whole number, 1 or more");
  }
  if (points !== "random" && points !== "latin-hypercube" && points !== "sobol") {
    const expected = "random, latin-hypercube or sobol";
    refuse("draws.points", `The points are said to be ${String(points)}.`, "points", points, expected);
  }
  if (points === "sobol" && draws > SOBOL_POINTS) {
    refuse("draws.count", `${draws} Sobol points are asked for.`, "draws", draws, `at most ${SOBOL_POINTS} draws`);
  }
  const named = new Map<string, Distribution>();
  for (const assumption of assumptions) {
    const name = assumption.parameter;
    if (named.has(name)) refuse("draws.twice", `${name} is there twice.`, "assumptions", name, "each assumption once");
    named.set(name, assumption);
  }
  const streams = new Set(named.keys());
  for (const { name } of chance) {
    if (streams.has(name)) refuse("draws.twice", `${name} is there twice.`, "chance", name, "each stream once");
    streams.add(name);
  }
  for (const { first, second } of correlations) {
    for (const name of [first, second]) {
      const path = `correlations[${first}, ${second}]`;
      const assumption = named.get(name);
      const problem = `The rank correlation of ${first} and ${second} needs ${name}, which `;
      if (assumption === undefined) {
        refuse("correlation.unknown", `${problem}is not an assumption.`, path, name, "the name of an assumption");
      } else if (assumption.kind === "fixed") {
        refuse("correlation.fixed", `${problem}is fixed.`, path, name, `${name} a range, or take the correlation out`);
      }
    }
  }
}

function refuse(code: string, problem: string, path: string, value: unknown, expected: string): never {
  const message = `${problem} Give ${expected}.`;
  throw new ModelInputError({ code, message, path, value: String(value), expected });
}
