/** Small phrases that sentences and titles share. */
import { formatCount, formatPercent } from "../format/numbers.ts";

export interface Segment {
  readonly text: string;
  /** Set in heavier type. */
  readonly strong: boolean;
}

export function plain(text: string): Segment {
  return { text, strong: false };
}

export function strong(text: string): Segment {
  return { text, strong: true };
}

/** The segments as one line of text. */
export function textOf(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join("");
}

/** The size of a relative change: "14 %", "3.5 %", "under 0.1 %". */
export function sizeOfChange(fraction: number): string {
  const size = Math.abs(fraction);
  if (size < 0.001) return `under ${formatPercent(0.001, 1)}`;
  return formatPercent(size, size < 0.0995 ? 1 : 0);
}

/** Two changes side by side, with as many decimals as it takes to tell them apart: "12.3 %" and "12.1 %". */
export function sizesApart(one: number, other: number): [string, string] {
  for (const decimals of [0, 1, 2]) {
    const pair = [one, other].map((each) => formatPercent(Math.abs(each), decimals)) as [string, string];
    if (pair[0] !== pair[1] && pair.every((text) => /[1-9]/.test(text))) return pair;
  }
  return [sizeOfChange(one), sizeOfChange(other)];
}

/** A count to three significant figures: 15,636 is "15,600". */
export function aboutCount(value: number): string {
  return formatCount(Number(Math.abs(value).toPrecision(3)));
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}

/** "a", "a and b", "a, b and c". */
export function joined(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}
