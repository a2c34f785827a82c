/** What an .xlsx file holds: its parts, and the figures of its cells. */
import yauzl from "yauzl";
import type { Figures } from "./write.ts";

/** The files inside a zip, by name. */
export async function unzipped(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks).toString("utf8"));
  }
  return parts;
}

/** The figures of cells with a formula, of sheets in the order of `titles`. An error value (`#DIV/0!`) is NaN; one not worked out is absent. */
export function formulaFigures(parts: ReadonlyMap<string, string>, titles: readonly string[]): Figures {
  return new Map(
    titles.map((title, n) => {
      const xml = parts.get(`xl/worksheets/sheet${n + 1}.xml`) ?? "";
      const figures = new Map<string, number>();
      for (const [, at = "", inside = ""] of xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(<f.*?)<\/c>/gs)) {
        const value = /<v>(.*?)<\/v>/s.exec(inside)?.[1];
        if (value !== undefined) figures.set(at, Number(value));
      }
      return [title, figures];
    }),
  );
}
