/** Numbers of the register in words. */
import { formatMoneyExact } from "../format/money.ts";
import { formatPercentExact } from "../format/numbers.ts";
import { formatFigure } from "../results/own-formulas.ts";
import type { RegisterEntry, RegisterRange, SetBy } from "./entry.ts";

/** "85 %", "0.5 % a year", "£90,000 / place / year", "24 bed"; "12,480 numbers" for a table. */
export function valueInWords({ value, numbers, unit }: Pick<RegisterEntry, "value" | "numbers" | "unit">): string {
  if (value === null) return `${formatFigure(numbers)} numbers`;
  if (unit === "1" || unit.startsWith("share ")) return formatPercentExact(value);
  if (unit === "1 / year") return `${formatPercentExact(value)} a year`;
  if (unit.startsWith("£")) return `${formatMoneyExact(value)}${unit.slice(1)}`;
  return `${formatFigure(value)} ${unit}`;
}

/** "no range", or "pert (high 0.3, low 0.1, mode 0.2)". */
export function rangeInWords(range: RegisterRange | null): string {
  if (range === null) return "no range";
  const numbers = Object.entries(range.numbers).map(([name, value]) => `${name} ${formatFigure(value)}`);
  return `${range.kind} (${numbers.join(", ")})`;
}

export function setByInWords(setBy: SetBy): string {
  return { default: "by default", dataset: "from the dataset", user: "set in the scenario" }[setBy];
}
