/**
 * What is wrong with a scenario, for the person who opened or edited it: what happened, where, and what to do.
 * `code` is stable ("scenario.unknown-key"); `path` is a place in the scenario file ("shifts[2].start").
 */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  readonly code: string;
  readonly path: string;
  readonly value: string;
  readonly expected: string;

  constructor(code: string, message: string, where: { path?: string; value?: unknown; expected?: string } = {}) {
    super(message);
    this.code = code;
    this.path = where.path ?? "";
    this.value = where.value === undefined ? "" : shown(where.value);
    this.expected = where.expected ?? "";
  }
}

/** A value as it is quoted in a message: short, and never a whole nested object. */
export function shown(value: unknown): string {
  if (typeof value === "string") return value.length > 80 ? `"${value.slice(0, 77)}..."` : `"${value}"`;
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "a group of values";
  return String(value);
}

/** "a, b and c", or "a, b, c and 4 more" beyond eight. */
export function listed(names: readonly string[], most = 8): string {
  if (names.length === 0) return "none";
  const first = names.slice(0, most);
  const rest = names.length - first.length;
  if (rest > 0) return `${first.join(", ")} and ${rest} more`;
  if (first.length === 1) return first[0] as string;
  return `${first.slice(0, -1).join(", ")} and ${first[first.length - 1]}`;
}
