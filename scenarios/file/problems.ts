/** The schema's complaints, in words a person can act on. */
import type { z } from "zod";
import { listed, ScenarioError, shown } from "../scenario-error.ts";

/** One error for all that the schema found; the first is described, the rest counted. */
export function problemsInWords(error: z.ZodError, raw: unknown, fileName: string): ScenarioError {
  const issue = innermost(error.issues[0] as z.core.$ZodIssue, raw);
  const path = pathText(issue.path);
  const value = valueAt(raw, issue.path);
  const expected = expectation(issue);
  const more = error.issues.length - 1;
  const rest = more > 0 ? ` There ${more === 1 ? "is 1 more value" : `are ${more} more values`} to put right.` : "";
  if (issue.code === "unrecognized_keys") {
    const names = issue.keys.map((key) => `"${key}"`);
    return new ScenarioError(
      "scenario.unknown-name",
      `${fileName}: ${path === "" ? "the scenario" : path} has ${listed(names)}, which a scenario does not have. Check the spelling, or take it out.${rest}`,
      { path, value: issue.keys.join(", "), expected: "only the names in docs/scenario-format.md" },
    );
  }
  const found = value === undefined ? "is missing" : `is ${shown(value)}`;
  return new ScenarioError(
    "scenario.bad-value",
    `${fileName}: ${path === "" ? "the file" : path} ${found}; it must be ${expected}.${rest}`,
    { path, value, expected },
  );
}

/** A union fails on every member; the member that got furthest says what was meant. */
function innermost(issue: z.core.$ZodIssue, raw: unknown): z.core.$ZodIssue {
  if (issue.code !== "invalid_union") return issue;
  const value = valueAt(raw, issue.path);
  const inner = issue.errors
    .flat()
    .filter((each) => each.path.length > 0 || sameKind(each, value))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return inner === undefined ? issue : innermost({ ...inner, path: [...issue.path, ...inner.path] }, raw);
}

function sameKind(issue: z.core.$ZodIssue, value: unknown): boolean {
  return !(issue.code === "invalid_type" && issue.expected !== typeof value) && issue.code !== "invalid_value";
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`,
    "",
  );
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, part)
        ? (value as Record<PropertyKey, unknown>)[part]
        : undefined,
    raw,
  );
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "record" || issue.expected === "object"
        ? "a group of named values"
        : issue.expected === "array"
          ? "a list"
          : issue.expected === "string"
            ? "text"
            : `a ${issue.expected}`;
    case "too_big":
      return `${issue.inclusive === false ? "below" : "at most"} ${issue.maximum}${counted(issue.origin)}`;
    case "too_small":
      if (issue.minimum === 1 && ["string", "array"].includes(issue.origin)) return "more than nothing";
      return `${issue.inclusive === false ? "above" : "at least"} ${issue.minimum}${counted(issue.origin)}`;
    case "invalid_value":
      return `one of ${listed(issue.values.map((value) => shown(value)))}`;
    case "invalid_union":
      // One of several forms, told apart by a word that is none of those known.
      if ("options" in issue && Array.isArray(issue.options)) return `one of ${listed(issue.options.map(shown), 12)}`;
      return "one of the forms in docs/scenario-format.md";
    default:
      return issue.message;
  }
}

function counted(origin: string): string {
  return origin === "string" ? " characters" : origin === "array" ? " entries" : "";
}
