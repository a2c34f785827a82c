/**
 * Fifth pass: the order of work. Statements that need each other in a circle are legal only through an earlier year
 * (`lag`): they are then worked out together, one year at a time. Any other circle is refused by name.
 */
import { FormulaError } from "./formula-error.ts";
import { YEAR } from "./model.ts";
import { readsOf } from "./plan.ts";
import type { Statement } from "./plan.ts";

/** Statements to work out together: `byYear` ones go through the years one by one, the others all at once. */
export interface Step {
  readonly statements: readonly Statement[];
  readonly byYear: boolean;
}

/** Statements in an order in which each comes after what it reads. Throws FormulaError naming a circle. */
export function orderStatements(statements: readonly Statement[]): readonly Step[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const all = new Map<string, readonly string[]>();
  const sameYear = new Map<string, readonly string[]>();
  for (const statement of statements) {
    const reads = readsOf(statement).filter((read) => byId.has(read.name));
    all.set(
      statement.id,
      reads.map((read) => read.name),
    );
    sameYear.set(
      statement.id,
      reads.filter((read) => !read.lagged).map((read) => read.name),
    );
  }
  return circles([...byId.keys()], all).map((ids) => {
    const first = ids[0] as string;
    const circular = ids.length > 1 || (all.get(first) ?? []).includes(first);
    const members = circular ? withinYear(ids, sameYear, byId) : ids;
    return { statements: members.map((id) => byId.get(id) as Statement), byYear: circular };
  });
}

/** Orders one circle by its same-year readings; what is left circular is an error. */
function withinYear(
  ids: readonly string[],
  sameYear: ReadonlyMap<string, readonly string[]>,
  byId: ReadonlyMap<string, Statement>,
): readonly string[] {
  const inside = new Set(ids);
  const edges = new Map(ids.map((id) => [id, (sameYear.get(id) ?? []).filter((name) => inside.has(name))]));
  const groups = circles(ids, edges);
  const stuck = groups.find(
    (group) => group.length > 1 || (edges.get(group[0] as string) ?? []).includes(group[0] as string),
  );
  if (stuck !== undefined) {
    throw circleError(path(stuck, edges).map((id) => byId.get(id)?.owner ?? id));
  }
  const timeless = ids.map((id) => byId.get(id)).find((statement) => !statement?.dims.includes(YEAR));
  if (timeless !== undefined) {
    throw circleError([...ids.map((id) => byId.get(id)?.owner ?? id), timeless.owner]);
  }
  return groups.map((group) => group[0] as string);
}

function circleError(owners: readonly string[]): FormulaError {
  const names = owners.filter((name, i) => i === 0 || name !== owners[i - 1]);
  const circle = names.length === 1 ? [names[0], names[0]] : names;
  return new FormulaError(
    "formula.cycle",
    `These variables need each other in the same year: ${circle.join(" → ")}. Break the circle with lag(…, 1), which reads the year before.`,
  );
}

/** One walk round a circle, ending where it began. */
function path(group: readonly string[], edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const inside = new Set(group);
  const walk: string[] = [group[0] as string];
  for (;;) {
    const next = (edges.get(walk[walk.length - 1] as string) ?? []).find((name) => inside.has(name)) as string;
    const seen = walk.indexOf(next);
    walk.push(next);
    if (seen >= 0) return walk.slice(seen);
  }
}

/**
 * Strongly connected groups, each after the groups it reads.
 * Source: Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972).
 */
function circles(
  ids: readonly string[],
  edges: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const groups: string[][] = [];

  function visit(id: string): void {
    index.set(id, index.size);
    low.set(id, index.get(id) as number);
    stack.push(id);
    onStack.add(id);
    for (const next of edges.get(id) ?? []) {
      if (!index.has(next)) {
        visit(next);
        low.set(id, Math.min(low.get(id) as number, low.get(next) as number));
      } else if (onStack.has(next)) {
        low.set(id, Math.min(low.get(id) as number, index.get(next) as number));
      }
    }
    if (low.get(id) !== index.get(id)) return;
    const group: string[] = [];
    for (;;) {
      const member = stack.pop() as string;
      onStack.delete(member);
      group.push(member);
      if (member === id) break;
    }
    groups.push(group.reverse());
  }

  for (const id of ids) if (!index.has(id)) visit(id);
  return groups;
}
