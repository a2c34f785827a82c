/**
 * Rank correlation between assumptions through a Gaussian copula: each assumption keeps its own distribution, and only
 * the order in which its values meet those of the others changes. Source: Iman and Conover (1982) for the aim; Nelsen,
 * "An introduction to copulas" (2nd edition, 2006) for the means.
 */
import { ModelInputError } from "../../commissioning/input-error.ts";
import { choleskyOfCorrelation } from "./cholesky.ts";
import { nearestCorrelation } from "./nearest-correlation.ts";
import { normalCorrelationOf, rankCorrelationOf } from "./rank-correlation.ts";

/** Rank correlation asked of two assumptions, -1 to 1. Pairs that nobody mentions are asked to have none. */
export interface RequestedCorrelation {
  readonly first: string;
  readonly second: string;
  readonly rank: number;
}

/** A pair of assumptions of one group: rank correlation asked for, and that of the copula after repair. */
export interface CopulaPair extends RequestedCorrelation {
  readonly used: number;
}

/** Assumptions that hang together through the pairs asked for. */
export interface CorrelatedGroup {
  /** In the order of their letters, so that the order of asking changes nothing. */
  readonly names: readonly string[];
  /** Lower triangular root of the correlation of normals, rows end to end. */
  readonly root: Float64Array;
  /** Whether the pairs asked for contradicted each other and were moved to the nearest that do not. */
  readonly repaired: boolean;
  /** Every pair of the group, those that nobody mentioned with rank 0. */
  readonly pairs: readonly CopulaPair[];
}

/**
 * Sorts the pairs into groups without a pair between them, and works out each group's copula. A group's numbers depend
 * on nothing outside it. Throws ModelInputError for a rank correlation outside -1 to 1, an assumption paired with
 * itself, or a pair asked for twice.
 */
export function correlatedGroups(requested: readonly RequestedCorrelation[]): readonly CorrelatedGroup[] {
  const asked = new Map<string, RequestedCorrelation>();
  for (const pair of requested) {
    check(pair);
    const key = pairKey(pair.first, pair.second);
    if (asked.has(key)) refuse(pair, "twice", "is asked for twice.", "each pair once");
    asked.set(key, pair);
  }
  return namesOfGroups(requested).map((names) => groupOf(names, asked));
}

function check(pair: RequestedCorrelation): void {
  if (!(pair.rank >= -1 && pair.rank <= 1)) refuse(pair, "rank", `is ${pair.rank}.`, "a number from -1 to 1");
  if (pair.first === pair.second)
    refuse(pair, "itself", "is of an assumption with itself.", "two different assumptions");
}

function refuse({ first, second, rank }: RequestedCorrelation, code: string, problem: string, expected: string): never {
  throw new ModelInputError({
    code: `correlation.${code}`,
    message: `The rank correlation of ${first} and ${second} ${problem} Give ${expected}.`,
    path: `correlations[${first}, ${second}]`,
    value: String(rank),
    expected,
  });
}

function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

/** Names that are joined by pairs, group by group; groups and names in the order of their letters. */
function namesOfGroups(requested: readonly RequestedCorrelation[]): string[][] {
  const groupOfName = new Map<string, Set<string>>();
  for (const { first, second } of requested) {
    const a = groupOfName.get(first) ?? new Set([first]);
    const b = groupOfName.get(second) ?? new Set([second]);
    const joined = new Set([...a, ...b]);
    for (const name of joined) groupOfName.set(name, joined);
  }
  return [...new Set(groupOfName.values())]
    .map((names) => [...names].sort())
    .sort((a, b) => (at0(a) < at0(b) ? -1 : 1));
}

function at0(names: readonly string[]): string {
  return names[0] as string;
}

function groupOf(names: readonly string[], asked: ReadonlyMap<string, RequestedCorrelation>): CorrelatedGroup {
  const n = names.length;
  const matrix = new Float64Array(n * n);
  names.forEach((first, i) =>
    names.forEach((second, j) => {
      matrix[i * n + j] = i === j ? 1 : normalCorrelationOf(asked.get(pairKey(first, second))?.rank ?? 0);
    }),
  );
  const { matrix: possible, repaired } = nearestCorrelation(matrix, n);
  const pairs = names.flatMap((first, i) =>
    names.slice(i + 1).map((second, k): CopulaPair => {
      const rank = asked.get(pairKey(first, second))?.rank ?? 0;
      const used = repaired ? rankCorrelationOf(possible[i * n + i + 1 + k] as number) : rank;
      return { first, second, rank, used };
    }),
  );
  return { names, root: choleskyOfCorrelation(possible, n), repaired, pairs };
}

/**
 * Turns independent normals into correlated ones, in place: `columns[i]` holds those of `names[i]` at places `at` to
 * `at + count - 1`. The last goes first, so that those it is made of are still as they were.
 */
export function correlate(root: Float64Array, columns: readonly Float64Array[], at: number, count: number): void {
  const n = columns.length;
  for (let i = n - 1; i > 0; i--) {
    const column = columns[i] as Float64Array;
    const own = root[i * n + i] as number;
    for (let d = at; d < at + count; d++) column[d] = own * (column[d] as number);
    for (let j = 0; j < i; j++) {
      const weight = root[i * n + j] as number;
      if (weight === 0) continue;
      const other = columns[j] as Float64Array;
      for (let d = at; d < at + count; d++) column[d] = (column[d] as number) + weight * (other[d] as number);
    }
  }
}
