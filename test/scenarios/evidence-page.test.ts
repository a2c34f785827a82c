import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { evidenceLibrary, namedParameters, type EffectEntry } from "../../scenarios/index.ts";

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
    const parameters = namedParameters(entry);
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

  it("has every entry, with all that was found, and every level of a benchmark", () => {
    const unspaced = (text: string) => text.replace(/[*_\\]/g, "");
    const plain = unspaced(page);
    for (const entry of evidenceLibrary) {
      expect(page).toContain(`\n### ${entry.title}\n`);
      expect(plain).toContain(unspaced(entry.transferability));
      for (const { finding, source } of entry.findings) expect(plain).toContain(unspaced(`${finding} (${source}; `));
      if (entry.kind !== "benchmark") continue;
      const rows = rowsOf(entry.title).filter(([label]) => label !== "level");
      const percent = (x: number) => `${Number((x * 100).toPrecision(4))} %`;
      expect(rows.map((row) => row.slice(0, 5))).toEqual(
        entry.levels.map(({ label, low, central, high, measure }) => [
          label,
          ...[low, central, high].map(percent),
          measure,
        ]),
      );
    }
  });
});
