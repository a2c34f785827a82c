/** The one error that loading a dataset ends in: what is wrong, where, and what to do about it. */

export interface DatasetErrorDetails {
  /** Stable code: "arrow.incomplete", "table.missing-rows", "zip.unlisted-file". */
  readonly code: string;
  /** What is wrong, in a sentence without the place. */
  readonly problem: string;
  /** File inside the dataset, or the file's own name. */
  readonly file: string;
  readonly column?: string | undefined;
  /** Row of the table, the first being 1. */
  readonly row?: number | undefined;
  /** The offending value as it stands in the file. */
  readonly value?: string | undefined;
  /** What a person can do. */
  readonly remedy: string;
}

/**
 * Thrown by everything in this layer. `message` is the whole text for a person: place, problem, value and remedy.
 * Example: `population.arrow, column "people", row 12: a number of people cannot be negative (-3). Correct the value.`
 */
export class DatasetError extends Error {
  override readonly name = "DatasetError";
  readonly code: string;
  readonly problem: string;
  readonly file: string;
  readonly column: string | undefined;
  readonly row: number | undefined;
  readonly value: string | undefined;
  readonly remedy: string;

  constructor(details: DatasetErrorDetails) {
    super(messageOf(details));
    this.code = details.code;
    this.problem = details.problem;
    this.file = details.file;
    this.column = details.column;
    this.row = details.row;
    this.value = details.value === undefined ? undefined : shorten(details.value);
    this.remedy = details.remedy;
  }
}

function messageOf(details: DatasetErrorDetails): string {
  const place = [shorten(details.file)];
  if (details.column !== undefined) place.push(`column "${shorten(details.column)}"`);
  if (details.row !== undefined) place.push(`row ${details.row}`);
  const value = details.value === undefined ? "" : ` (${shorten(details.value)})`;
  return `${place.join(", ")}: ${details.problem}${value}. ${details.remedy}`;
}

/** Long values are cut, and characters that hide or turn text round are spelt out, so that a message can be trusted. */
function shorten(value: string): string {
  const visible = value.replaceAll(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (mark) => `\\u{${(mark.codePointAt(0) as number).toString(16)}}`,
  );
  return visible.length > 120 ? `${visible.slice(0, 117)}...` : visible;
}
