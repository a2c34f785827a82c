/** Reads a JSON object field by field and refuses what nobody asked for: an unknown field is an error, never ignored. */

/** The case or the expected results cannot be read; the message names the field. */
export class ReferenceFileError extends Error {
  override readonly name = "ReferenceFileError";
}

/** Fields that are for readers only. */
const REMARKS = new Set(["title", "notes", "note", "comment", "comments", "description", "source"]);

export class Fields {
  readonly #path: string;
  readonly #object: Readonly<Record<string, unknown>>;
  readonly #read = new Set<string>();

  constructor(path: string, value: unknown) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new ReferenceFileError(`${path || "The file"} must be an object.`);
    }
    this.#path = path;
    this.#object = value as Readonly<Record<string, unknown>>;
  }

  /** Where a field is, for messages. */
  at(name: string): string {
    return this.#path === "" ? name : `${this.#path}.${name}`;
  }

  /** The first of these names that is there and not null; undefined when none is. */
  optional(...names: readonly string[]): unknown {
    const present = names.filter((name) => Object.hasOwn(this.#object, name));
    for (const name of present) this.#read.add(name);
    const given = present.filter((name) => this.#object[name] !== null);
    if (given.length > 1)
      throw new ReferenceFileError(`${given.map((name) => this.at(name)).join(" and ")} mean the same: give one.`);
    return given[0] === undefined ? undefined : this.#object[given[0]];
  }

  required(...names: readonly string[]): unknown {
    const value = this.optional(...names);
    if (value === undefined) throw new ReferenceFileError(`The field ${this.at(names[0] ?? "")} is missing.`);
    return value;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#object, name);
  }

  number(...names: readonly string[]): number {
    return asNumber(this.at(names[0] ?? ""), this.required(...names));
  }

  numberOr(fallback: number, ...names: readonly string[]): number {
    const value = this.optional(...names);
    return value === undefined ? fallback : asNumber(this.at(names[0] ?? ""), value);
  }

  text(...names: readonly string[]): string {
    return asText(this.at(names[0] ?? ""), this.required(...names));
  }

  texts(...names: readonly string[]): readonly string[] {
    const path = this.at(names[0] ?? "");
    return asList(path, this.required(...names)).map((item, i) => asText(`${path}[${i}]`, item));
  }

  numbers(...names: readonly string[]): readonly number[] {
    return asNumbers(this.at(names[0] ?? ""), this.required(...names));
  }

  objects(...names: readonly string[]): readonly Fields[] {
    const path = this.at(names[0] ?? "");
    return asList(path, this.required(...names)).map((item, i) => new Fields(`${path}[${i}]`, item));
  }

  /** Throws when a field was never read. Call it last. */
  done(): void {
    const unknown = Object.keys(this.#object).filter((name) => !this.#read.has(name) && !REMARKS.has(name));
    if (unknown.length === 0) return;
    throw new ReferenceFileError(
      `Unknown field${unknown.length === 1 ? "" : "s"} ${unknown.map((name) => this.at(name)).join(", ")}: nothing here reads ${unknown.length === 1 ? "it" : "them"}.`,
    );
  }
}

export function asNumber(path: string, value: unknown): number {
  if (typeof value === "number") return value;
  throw new ReferenceFileError(`${path} must be a number; it is ${JSON.stringify(value)}.`);
}

export function asText(path: string, value: unknown): string {
  if (typeof value === "string") return value;
  throw new ReferenceFileError(`${path} must be text; it is ${JSON.stringify(value)}.`);
}

export function asList(path: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  throw new ReferenceFileError(`${path} must be a list; it is ${JSON.stringify(value)}.`);
}

export function asNumbers(path: string, value: unknown): readonly number[] {
  return asList(path, value).map((item, i) => asNumber(`${path}[${i}]`, item));
}

/** How deep a list of lists is: 2 for [[1, 2], [3, 4]]. */
export function depthOf(value: unknown): number {
  return Array.isArray(value) ? 1 + depthOf(value[0]) : 0;
}

/** Numbers of nested lists in order, each level of the size given. */
export function flatten(path: string, value: unknown, sizes: readonly number[]): number[] {
  const [size, ...rest] = sizes;
  if (size === undefined) return [asNumber(path, value)];
  const list = asList(path, value);
  if (list.length !== size) throw new ReferenceFileError(`${path} has ${list.length} entries; it needs ${size}.`);
  return list.flatMap((item, i) => flatten(`${path}[${i}]`, item, rest));
}
