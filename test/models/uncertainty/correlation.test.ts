/** Rank correlation: the repair of what cannot be, its root, and what the draws achieve. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelInputError } from "../../../models/index.ts";
import { choleskyOfCorrelation } from "../../../models/uncertainty/correlation/cholesky.ts";
import { correlatedGroups } from "../../../models/uncertainty/correlation/copula.ts";
import { nearestCorrelation } from "../../../models/uncertainty/correlation/nearest-correlation.ts";
import {
  achievedRankCorrelation,
  normalCorrelationOf,
  rankCorrelationOf,
} from "../../../models/uncertainty/correlation/rank-correlation.ts";
import { symmetricEigen } from "../../../models/uncertainty/correlation/symmetric-eigen.ts";

const largestGap = (a: Float64Array, b: ArrayLike<number>) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0);

/** A symmetric matrix of unit diagonal from its lower cells. */
function fromCells(n: number, cells: readonly number[]): Float64Array {
  const matrix = new Float64Array(n * n);
  let next = 0;
  for (let i = 0; i < n; i++) {
    matrix[i * n + i] = 1;
    for (let j = 0; j < i; j++) {
      matrix[i * n + j] = matrix[j * n + i] = cells[next++] as number;
    }
  }
  return matrix;
}

const size = fc.integer({ min: 2, max: 7 });
const anyMatrix = size.chain((n) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 21, maxLength: 21 })
    .map((cells) => ({ n, matrix: fromCells(n, cells) })),
);
/** Correlations of sums of independent quantities can always be: G Gᵀ, rows of length 1. */
const possibleMatrix = size.chain((n) =>
  fc
    .array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n, maxLength: n }), {
      minLength: n,
      maxLength: n,
    })
    .filter((rows) => rows.every((row) => Math.hypot(...row) > 0.1))
    .map((rows) => {
      const unit = rows.map((row) => row.map((value) => value / Math.hypot(...row)));
      const cells: number[] = [];
      unit.forEach((a, i) =>
        unit.slice(0, i).forEach((b) => cells.push(a.reduce((sum, x, k) => sum + x * (b[k] as number), 0))),
      );
      return { n, matrix: fromCells(n, cells) };
    }),
);

function product(root: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    let sum = 0;
    for (let k = 0; k < n; k++) sum += (root[i * n + k] as number) * (root[j * n + k] as number);
    return sum;
  });
}

describe("eigenvalues", () => {
  it("are those worked by hand", () => {
    // [[2, 1], [1, 2]]: 1 and 3, vectors along (1, -1) and (1, 1).
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expect([...values].sort()).toEqual([expect.closeTo(1, 14), expect.closeTo(3, 14)]);
    expect([...vectors].map(Math.abs)).toEqual([0, 1, 2, 3].map(() => expect.closeTo(Math.SQRT1_2, 14)));
  });

  it("with their vectors make the matrix again", () => {
    fc.assert(
      fc.property(anyMatrix, ({ n, matrix }) => {
        const { values, vectors } = symmetricEigen(matrix, n);
        const again = Float64Array.from({ length: n * n }, (_, at) => {
          const [i, j] = [Math.floor(at / n), at % n];
          let sum = 0;
          for (let k = 0; k < n; k++) {
            sum += (values[k] as number) * (vectors[i * n + k] as number) * (vectors[j * n + k] as number);
          }
          return sum;
        });
        expect(largestGap(again, matrix)).toBeLessThan(1e-13);
      }),
    );
  });
});

describe("the nearest correlation matrix", () => {
  it("is Higham's own example", () => {
    // Higham (2002), section 5: [[1, 1, 0], [1, 1, 1], [0, 1, 1]] has 0.7607 and 0.1573 as its nearest.
    const { matrix, repaired, lowest } = nearestCorrelation(Float64Array.of(1, 1, 0, 1, 1, 1, 0, 1, 1), 3);
    expect(repaired).toBe(true);
    expect(lowest).toBeCloseTo(1 - Math.SQRT2, 14);
    const [a, b] = [0.7607, 0.1573];
    expect(largestGap(matrix, [1, a, b, a, 1, a, b, a, 1])).toBeLessThan(5e-5);
  });

  it("can be, has 1 on its diagonal, and is never further than another that can be", () => {
    fc.assert(
      fc.property(anyMatrix, possibleMatrix, ({ n, matrix }, other) => {
        const { matrix: found } = nearestCorrelation(matrix, n);
        expect(Math.min(...symmetricEigen(found, n).values)).toBeGreaterThan(-1e-13);
        for (let i = 0; i < n; i++) {
          expect(found[i * n + i]).toBe(1);
          for (let j = 0; j < n; j++) {
            expect(found[i * n + j]).toBe(found[j * n + i]);
            expect(Math.abs(found[i * n + j] as number)).toBeLessThanOrEqual(1 + 1e-14);
          }
        }
        if (other.n !== n) return;
        const distance = (to: Float64Array) =>
          Math.sqrt(matrix.reduce((sum, x, i) => sum + (x - (to[i] as number)) ** 2, 0));
        expect(distance(found)).toBeLessThan(distance(other.matrix) + 1e-6);
      }),
    );
  });

  it("is the same matrix where it can be", () => {
    fc.assert(
      fc.property(possibleMatrix, ({ n, matrix }) => {
        const found = nearestCorrelation(matrix, n);
        expect(largestGap(found.matrix, matrix)).toBeLessThan(1e-12);
      }),
    );
  });
});

describe("the root of a correlation matrix", () => {
  it("is the one worked by hand", () => {
    // Rows (1, 0), (0.6, 0.8).
    expect(largestGap(choleskyOfCorrelation(Float64Array.of(1, 0.6, 0.6, 1), 2), [1, 0, 0.6, 0.8])).toBeLessThan(1e-15);
  });

  it("makes the matrix again, singular ones too, with rows of length 1", () => {
    fc.assert(
      fc.property(anyMatrix, ({ n, matrix }) => {
        const { matrix: possible } = nearestCorrelation(matrix, n);
        const root = choleskyOfCorrelation(possible, n);
        expect(largestGap(product(root, n), possible)).toBeLessThan(1e-5);
        for (let i = 0; i < n; i++) {
          expect(Math.hypot(...root.subarray(i * n, i * n + n))).toBeCloseTo(1, 14);
          for (let j = i + 1; j < n; j++) expect(root[i * n + j]).toBe(0);
        }
      }),
    );
    // Three quantities that are one and the same, and its opposite.
    const same = Float64Array.of(1, 1, -1, 1, 1, -1, -1, -1, 1);
    expect(largestGap(product(choleskyOfCorrelation(same, 3), 3), same)).toBe(0);
  });
});

describe("rank correlation", () => {
  it("of two normals is the arc sine law", () => {
    // 2 sin(π/12) = (√6 - √2)/2; -1, 0 and 1 stand for themselves.
    expect(normalCorrelationOf(0.5)).toBeCloseTo((Math.sqrt(6) - Math.sqrt(2)) / 2, 14);
    expect([-1, 0, 1].map(normalCorrelationOf)).toEqual([-1, 0, 1]);
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (rank) => {
        expect(rankCorrelationOf(normalCorrelationOf(rank))).toBeCloseTo(rank, 14);
      }),
    );
  });

  it("of draws is worked by hand", () => {
    // Ranks 1 2 3 4 5 against 2 1 4 3 5: 1 - 6 x 4 / (5 x 24) = 0.8.
    expect(achievedRankCorrelation(Float64Array.of(1, 2, 3, 4, 5), Float64Array.of(20, 10, 40, 30, 500))).toBeCloseTo(
      0.8,
      15,
    );
    expect(achievedRankCorrelation(Float64Array.of(1, 2, 3), Float64Array.of(-1, -8, -9))).toBe(-1);
    // Ties: ranks 1.5 1.5 3 against 1 2 3: covariance (-0.5)(-1) + 0 + (1)(1) = 1.5 over √(1.5 x 2).
    expect(achievedRankCorrelation(Float64Array.of(4, 4, 9), Float64Array.of(1, 2, 3))).toBeCloseTo(
      1.5 / Math.sqrt(3),
      15,
    );
    expect(achievedRankCorrelation(Float64Array.of(4, 4), Float64Array.of(1, 2))).toBeNaN();
  });
});

describe("groups", () => {
  it("hold what is joined by pairs, whatever the order of asking, and report every pair", () => {
    const pairs = [
      { first: "stay", second: "growth", rank: 0.5 },
      { first: "prices", second: "pay", rank: 0.9 },
      { first: "delay", second: "stay", rank: -0.2 },
    ];
    const groups = correlatedGroups(pairs);
    expect(groups.map(({ names }) => names)).toEqual([
      ["delay", "growth", "stay"],
      ["pay", "prices"],
    ]);
    expect(groups[0]?.pairs).toEqual([
      { first: "delay", second: "growth", rank: 0, used: 0 },
      { first: "delay", second: "stay", rank: -0.2, used: -0.2 },
      { first: "growth", second: "stay", rank: 0.5, used: 0.5 },
    ]);
    const turned = pairs.toReversed().map(({ first, second, rank }) => ({ first: second, second: first, rank }));
    expect(correlatedGroups(turned)).toEqual(groups);
  });

  it("say what pairs that contradict each other were moved to", () => {
    // a with b and b with c almost as one, a with c almost opposite: no three quantities are so.
    const [group] = correlatedGroups([
      { first: "a", second: "b", rank: 0.9 },
      { first: "b", second: "c", rank: 0.9 },
      { first: "a", second: "c", rank: -0.9 },
    ]);
    expect(group?.repaired).toBe(true);
    const used = group?.pairs.map((pair) => pair.used) as [number, number, number];
    expect(used[0]).toBeCloseTo(used[2], 8); // a-b and b-c, by symmetry
    expect(used[0]).toBeLessThan(0.9);
    expect(used[1]).toBeGreaterThan(-0.9);
    // By symmetry between (a, b), (b, c) and the sign-turned (a, c) the nearest is 1/2, 1/2, -1/2 for the normals.
    for (const rank of used) expect(Math.abs(rank)).toBeCloseTo(rankCorrelationOf(0.5), 8);
  });

  it("refuse what no one could mean", () => {
    const asking = (...pairs: (readonly [string, string, number])[]) => {
      try {
        correlatedGroups(pairs.map(([first, second, rank]) => ({ first, second, rank })));
      } catch (error) {
        return error instanceof ModelInputError ? error.code : error;
      }
      return "accepted";
    };
    expect(asking(["a", "b", 1.1])).toBe("correlation.rank");
    expect(asking(["a", "b", NaN])).toBe("correlation.rank");
    expect(asking(["a", "a", 0.1])).toBe("correlation.itself");
    expect(asking(["a", "b", 0.1], ["b", "a", 0.2])).toBe("correlation.twice");
  });
});
