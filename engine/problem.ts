/** The engine's own errors, and how any error becomes the one that a person is shown. */
import type { EngineError } from "./contract/index.ts";

/** What went wrong outside the model and the tables: a file, a handle, a name, the engine itself. */
export class EngineProblem extends Error {
  readonly code: string;
  readonly path: string;
  readonly value: string;
  readonly expected: string;

  constructor(code: string, message: string, where: { path?: string; value?: string; expected?: string } = {}) {
    super(message);
    this.name = "EngineProblem";
    this.code = code;
    this.path = where.path ?? "";
    this.value = where.value ?? "";
    this.expected = where.expected ?? "";
  }
}

/** Errors that every layer throws on purpose: their code is in the form "scenario.shift.takes-more-than-held". */
const deliberate = /^[a-z]+([.-][a-zA-Z0-9-]+)*$/;

/** Names as people know them, by id: "general-medicine" is "General medicine". */
export type Names = ReadonlyMap<string, string>;

/**
 * The error with names in place of the ids that its path gives in brackets ("shifts.from[general-medicine][2034/35]").
 * Other words of the message that happen to be an id ("all") stay as they are.
 */
export function withNames(error: EngineError, names: Names): EngineError {
  const inBrackets = [...error.path.matchAll(/\[([^\]]*)\]/g)].map(([, inside]) => inside ?? "");
  // Either an id alone, or a cell in words: "year 2034/35, programme falls-exercise, area moray".
  const ids = inBrackets.flatMap((inside) => inside.split(",").map((part) => part.trim().split(" ").at(-1) ?? ""));
  const message = error.message.replace(
    /[a-z0-9][a-z0-9-]*/g,
    (word) => (ids.includes(word) && names.get(word)) || word,
  );
  return { ...error, message };
}

/**
 * The error to show. A deliberate error (one with a code of ours) keeps its words; an error of the operating system is
 * put in words; anything else is told as unexpected, without its stack, with what to do.
 */
export function describeProblem(thrown: unknown): EngineError {
  if (thrown instanceof Error && "code" in thrown && typeof thrown.code === "string") {
    if (deliberate.test(thrown.code)) {
      return {
        code: thrown.code,
        message: thrown.message,
        path: textOf(thrown, "path") || textOf(thrown, "entry") || whereInFile(thrown),
        value: textOf(thrown, "value"),
        expected: textOf(thrown, "expected"),
      };
    }
    const system =
      systemErrors[thrown.code] ?? ("syscall" in thrown ? `The system reported ${thrown.code}.` : undefined);
    if (system !== undefined) {
      const file = textOf(thrown, "path");
      return {
        code: "file.system",
        message: `${system}${file === "" ? "" : ` (${file})`}`,
        path: file,
        value: thrown.code,
        expected: "",
      };
    }
  }
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: "engine.unexpected",
    message:
      `Something unexpected happened in the engine${firstLine(reason)} Nothing that was open has changed. ` +
      "Try again; if it happens again, save your scenario and open Careshift anew.",
    path: "",
    value: "",
    expected: "",
  };
}

/** The same error as something to throw. */
export function problemOf(error: EngineError): EngineProblem {
  return new EngineProblem(error.code, error.message, error);
}

const systemErrors: Readonly<Record<string, string>> = {
  ENOENT:
    "The file or folder is not there any more. Check that it was not moved or renamed, and that its drive is connected.",
  ENOTDIR: "A part of the path is a file, not a folder.",
  EEXIST: "A file stands where a folder of that name is needed. Choose another folder.",
  EISDIR: "This is a folder, where a file was expected.",
  EACCES: "You may not read or write here. Choose another folder, or ask for access.",
  EPERM: "The system does not allow this here. Choose another folder, or ask for access.",
  EROFS: "This drive can only be read. Save to another folder.",
  ENOSPC: "The drive is full. Make room or save to another drive: nothing was lost, and the file there is as it was.",
  EDQUOT: "Your quota on this drive is used up. Make room or save to another drive: the file there is as it was.",
  EBUSY: "The file is in use by another program. Close it there and try again.",
  EMFILE: "Too many files are open. Close some programs and try again.",
  ENAMETOOLONG: "The name is too long for this drive. Choose a shorter one.",
  EIO: "The drive reported an error. Try another drive: the file there may be damaged.",
  ETIMEDOUT: "The drive did not answer. Check its connection and try again.",
};

function textOf(error: object, key: string): string {
  const value = (error as Readonly<Record<string, unknown>>)[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** "population.arrow, row 12, column people" for errors of tables. */
function whereInFile(error: object): string {
  const parts = [
    textOf(error, "file"),
    labelled("row", textOf(error, "row")),
    labelled("column", textOf(error, "column")),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function labelled(label: string, value: string): string {
  return value === "" ? "" : `${label} ${value}`;
}

/** ": the first line of the reason." without what follows it, which would be a stack; "." when there is no reason. */
function firstLine(text: string): string {
  const line = (text.split("\n")[0] ?? "").trim().slice(0, 300);
  if (line === "") return ".";
  return /[.!?]$/.test(line) ? `: ${line}` : `: ${line}.`;
}
