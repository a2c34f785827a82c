/** A run's results as text for a terminal: activity and money by year, doing nothing against the scenario. */
import type { DecodedResults } from "../engine/index.ts";
import { byYear } from "./sums.ts";

/** Two tables of one line a year; money in £ million to two places, bed days and admissions whole. */
export function resultTable(results: DecodedResults): string {
  const years = results.members["year"] ?? [];
  const both = (id: string): string[][] =>
    ["doing-nothing", "scenario"].map((world) => byYear(results, id, { world }).map(whole));
  const money = (id: string): string[] => byYear(results, id).map(millions);

  const activity = table(
    ["", "Admissions", "", "Bed days", "", "Delayed bed days", ""],
    ["Year", "nothing", "scenario", "nothing", "scenario", "nothing", "scenario"],
    [[...years], ...both("emergencyAdmissions"), ...both("emergencyBedDays"), ...both("delayedBedDays")],
  );
  const parts = table(
    [],
    ["Year", "Released", "Avoided", "Stranded", "Invested", "Bridging"],
    [
      [...years],
      money("releasedTotal"),
      money("avoidedTotal"),
      money("strandedTotal"),
      money("investmentTotal"),
      money("bridging"),
    ],
  );
  return `Doing nothing against the scenario, all emergencies\n${activity}\nMoney, £ million of each year's prices\n${parts}`;
}

/** Columns under their heads; the first column to the left, numbers to the right. A group's head stands over its first column. */
function table(groups: readonly string[], heads: readonly string[], columns: readonly (readonly string[])[]): string {
  const widths = columns.map(
    (column, i) => Math.max(heads[i]?.length ?? 0, ...column.map((cell) => cell.length)) + (i === 0 ? 0 : 2),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("")
      .trimEnd();
  const rows = (columns[0] ?? []).map((_, row) => line(columns.map((column) => column[row] ?? "")));
  const over = groups.length === 0 ? [] : [groupLine(groups, widths)];
  return `${[...over, line(heads), ...rows].join("\n")}\n`;
}

function groupLine(groups: readonly string[], widths: readonly number[]): string {
  let text = "";
  let at = 0;
  groups.forEach((group, i) => {
    const width = widths[i] ?? 0;
    if (group !== "") text = text.padEnd(at + (i === 0 ? 0 : 2)) + group;
    at += width;
  });
  return text;
}

/** `whole(12345.6)` is "12,346"; a minus is U+2212. */
function whole(value: number): string {
  return signed(value, Math.abs(value).toLocaleString("en-GB", { maximumFractionDigits: 0 }));
}

/** `millions(-1234567)` is "−1.23". */
function millions(value: number): string {
  return signed(
    value,
    (Math.abs(value) / 1e6).toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  );
}

function signed(value: number, text: string): string {
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
