import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evidenceLibrary, type EffectEntry } from "../../scenarios/index.ts";

const page = readFileSync(new URL("../../docs/method/evidence.md", import.meta.url), "utf8");

/** Rows of the entry's table: name, low, central, high, unit, "standing: source". */
function rowsOf(title: string): string[][] {
  const section = page.split(`\n### ${title}\n`)[1]?.split("\n### ")[0] ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (value|-)/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe("docs/method/evidence.md", () => {
  const effects = evidenceLibrary.filter((entry): entry is EffectEntry => entry.kind === "effect");

  it.each(effects.map((entry) => [entry.title, entry] as const))("has the values of %s as they are", (title, entry) => {
    const { lineSavings, ...named } = entry.parameters;
    const parameters = [
      ...Object.entries(named),
      ...lineSavings.map(({ line, saving }) => [`saving on ${line}`, saving] as const),
    ];
    const rows = rowsOf(title);
    expect(rows.map(([name]) => name)).toEqual(parameters.map(([name]) => name));
    parameters.forEach(([, value], i) => {
      const [, low, central, high, unit, standing] = rows[i] as string[];
      const short = (x: number) => String(Number(x.toPrecision(4)));
      expect([low, central, high, unit]).toEqual([
        short(value.low),
        short(value.central),
        short(value.high),
        value.unit,
      ]);
      expect(standing?.startsWith(value.standing)).toBe(true);
    });
  });
});
