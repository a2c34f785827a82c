/** One Arrow file with the demand table: usable at once, and honest about what it rests on. */
import { RecordBatchStreamWriter, tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { writeArrowTable } from "../../datasets/arrow/write.ts";
import { DatasetError, datasetFiles, loadDataset, loadDatasetFiles } from "../../datasets/index.ts";
import type { Dataset } from "../../datasets/index.ts";
import { columnsOf } from "./small-dataset.ts";
import type { Rows } from "./small-dataset.ts";

type Row = Rows[number];
const YEARS = ["2024/25", "2025/26"];
const AREAS = ["Àrd na Mara", "South"];
const BANDS = ["18-64", "65 to 84", "85 and over"];
const SPECIALTIES = ["General Medicine", "Geriatric Medicine"];

/** people = 1000 year + 100 area + 10 band; admissions = that / 10 + specialty; bed days 8 and delayed 1 for each. */
const rows: Rows = YEARS.flatMap((financial_year, t) =>
  AREAS.flatMap((area, l) =>
    BANDS.flatMap((age_band, a) =>
      SPECIALTIES.map((specialty, k): Row => {
        const population = 1000 * (t + 1) + 100 * l + 10 * a;
        const admissions = population / 10 + k;
        const days = { admissions, bed_days: 8 * admissions, delayed_bed_days: admissions };
        return { financial_year, area, age_band, sex: "all", specialty, population, ...days };
      }),
    ),
  ),
);
const baseYearOnly = rows.map((row) =>
  row.financial_year === YEARS[0] ? row : { ...row, admissions: null, bed_days: null, delayed_bed_days: null },
);
const fileOf = (table: Rows): Uint8Array => writeArrowTable(columnsOf(table));
const load = (table: Rows, name = "north-east.arrow"): Promise<Dataset> =>
  loadDataset({ kind: "arrow", name, bytes: fileOf(table) });
async function refusal(table: Rows): Promise<DatasetError> {
  const error = await load(table).then(
    () => new Error("It was not refused."),
    (reason: unknown) => reason,
  );
  if (error instanceof DatasetError) return error;
  throw error;
}
const without = (column: string): Rows =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== column)));
const withRow = (index: number, change: Row): Rows => rows.map((row, i) => (i === index ? { ...row, ...change } : row));

describe("a demand table", () => {
  test("filled in every year is given activity", async () => {
    const dataset = await load(rows);
    expect(dataset.activity.kind).toBe("given");
    if (dataset.activity.kind !== "given") return;
    expect(dataset.activity.bedDays.dims).toEqual(["year", "area", "age", "sex", "specialty"]);
    // 2025/26, South, 85 and over, geriatric: (2000 + 100 + 20) / 10 + 1 = 213 admissions.
    const cell = ((1 * 2 + 1) * 3 + 2) * 2 + 1;
    expect(dataset.activity.admissions.values[cell]).toBe(213);
    expect(dataset.activity.bedDays.values[cell]).toBe(8 * 213);
    expect(dataset.population.values[(1 * 2 + 1) * 3 + 2]).toBe(2120);
    // Delay is the first year's: South, 85 and over, geriatric: (1000 + 100 + 20) / 10 + 1.
    expect(dataset.delayedBedDays0.dims).toEqual(["area", "age", "specialty"]);
    expect(dataset.delayedBedDays0.values[(1 * 3 + 2) * 2 + 1]).toBe(113);
  });

  test("filled in the first year alone is projected", async () => {
    const dataset = await load(baseYearOnly);
    expect(dataset.activity.kind).toBe("projected");
    if (dataset.activity.kind !== "projected") return;
    expect(dataset.activity.admissions0.dims).toEqual(["area", "age", "sex", "specialty"]);
    expect(dataset.activity.admissions0.values[(1 * 3 + 2) * 2 + 1]).toBe(113);
    expect([dataset.firstYear, dataset.yearCount]).toEqual([2024, 2]);
  });

  test("names its members, with ids that scenarios can use", async () => {
    const dataset = await load(rows);
    expect(dataset.areas).toEqual([
      { id: "ard-na-mara", label: "Àrd na Mara" },
      { id: "south", label: "South" },
    ]);
    expect(dataset.specialties.map((specialty) => specialty.id)).toEqual(["general-medicine", "geriatric-medicine"]);
    expect(dataset.bands.map(({ id, lower, middle }) => [id, lower, middle])).toEqual([
      ["18-64", 18, 41.5],
      ["65-84", 65, 75],
      // 20 years before it: half of that above its first age.
      ["85+", 85, 95],
    ]);
  });

  test("rests on assumptions, all of them listed as such with a reason", async () => {
    const dataset = await load(rows);
    expect(dataset.specialties.every((one) => one.directCost === 672 && one.inScope === 1)).toBe(true);
    expect(dataset.lines.map((line) => line.payer)).toEqual(["set-aside", "nhs-delegated", "council-delegated"]);
    // Bed days of 2024/25: 8 x 2 specialties' sums. Areas 0 and 1, bands 0, 1, 2: people / 10 = 100, 101, 102, 110, 111,
    // 112 = 636 for each specialty, and 6 more for the second: 8 x (636 + 642) = 10,224 days at £672.
    expect(dataset.lines[0]?.budget0).toBe(10_224 * 672);
    expect(dataset.hospitals.length).toBe(1);
    expect(dataset.staffedBeds).toBeNull();
    expect(dataset.assumptions.every((one) => one.standing === "assumed" && one.source !== "")).toBe(true);
    const said = dataset.provenance.filter((one) => one.standing === "assumed").map((one) => one.what);
    expect(said).toEqual(["Cost per bed day", "Share in the set-aside", "Budget lines", "Hospitals", "Assumptions"]);
    expect(dataset.definitions.priceBase).toContain("2018/19");
    expect(dataset.warnings.join(" ")).toContain("does not state its definitions");
  });

  test("without delay says that there is none", async () => {
    const dataset = await load(without("delayed_bed_days"));
    expect([...new Set(dataset.delayedBedDays0.values)]).toEqual([0]);
    expect(dataset.warnings.join(" ")).toContain("taken as none");
  });

  test("is one dataset under any name, as a stream, and kept byte for byte with what was assumed", async () => {
    const dataset = await load(rows);
    expect((await load(rows, "renamed.feather")).hash).toBe(dataset.hash);
    expect(datasetFiles(dataset).get("demand.arrow")).toEqual(fileOf(rows));
    expect(loadDatasetFiles(datasetFiles(dataset))).toEqual(dataset);
    const stream = new RecordBatchStreamWriter().writeAll(tableFromIPC(fileOf(rows))).toUint8Array(true);
    const streamed = await loadDataset({ kind: "arrow", name: "a.arrows", bytes: stream });
    expect(streamed.population).toEqual(dataset.population);
  });

  test("has the same numbers with its rows in any order", async () => {
    const { population, activity, delayedBedDays0 } = await load(rows);
    // Areas and specialties stand in the order of their first rows, so one row of each combination stays in front.
    const [front, rest] = [rows.slice(0, 12), rows.slice(12)];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rest, { minLength: rest.length }), async (mixed) => {
        const same = await load([...front, ...mixed]);
        expect({ ...same.population }).toEqual({ ...population });
        expect(same.activity).toEqual(activity);
        expect(same.delayedBedDays0).toEqual(delayedBedDays0);
      }),
      { numRuns: 20 },
    );
  });

  test("may carry notes of its own", async () => {
    const notes = { title: "North East", source: "Board extract", standing: "real", definitions: { bedDay: "nights" } };
    const table = tableFromIPC(fileOf(rows));
    table.schema.metadata.set("careshift", JSON.stringify(notes));
    const bytes = new RecordBatchStreamWriter().writeAll(table).toUint8Array(true);
    const dataset = await loadDataset({ kind: "arrow", name: "a.arrows", bytes });
    expect([dataset.title, dataset.definitions.bedDay]).toEqual(["North East", "nights"]);
    expect(dataset.provenance[0]).toMatchObject({ what: "Population", standing: "real", source: "Board extract" });
    table.schema.metadata.set("careshift", JSON.stringify({ ...notes, titel: "x" }));
    const wrong = new RecordBatchStreamWriter().writeAll(table).toUint8Array(true);
    await expect(loadDataset({ kind: "arrow", name: "a.arrows", bytes: wrong })).rejects.toMatchObject({
      code: "demand.notes",
    });
  });
});

describe("mistakes are refused under the file's own name", () => {
  test("a population that differs between specialties", async () => {
    const error = await refusal(withRow(5, { population: 1 }));
    expect(error).toMatchObject({ code: "demand.population-differs", file: "north-east.arrow", row: 6, value: "1" });
  });

  test("activity that is empty in some later rows alone, or in the first year", async () => {
    expect(await refusal(withRow(20, { bed_days: null }))).toMatchObject({ code: "table.empty-cell", row: 21 });
    const mixed = baseYearOnly.map((row, i) => (i === 3 ? { ...row, admissions: null } : row));
    expect(await refusal(mixed)).toMatchObject({ code: "table.empty-cell", column: "admissions", row: 4 });
  });

  test("a double or missing row, a negative", async () => {
    expect((await refusal([...rows, rows[0] as Row])).code).toBe("table.duplicate-row");
    expect((await refusal(rows.slice(0, -1))).code).toBe("table.missing-rows");
    expect((await refusal(withRow(0, { bed_days: -1 }))).row).toBe(1);
    expect((await refusal(withRow(0, { delayed_bed_days: 801 }))).code).toBe("delayed.beyond-bed-days");
  });

  test("years and age bands that are spelt otherwise, leave a gap or overlap", async () => {
    const years = (from: string, to: string) =>
      refusal(
        rows.map((row) => ({
          ...row,
          financial_year: row.financial_year === from ? to : (row.financial_year as string),
        })),
      );
    expect(await years("2025/26", "2025/27")).toMatchObject({ code: "demand.year", value: "2025/27" });
    expect(await years("2025/26", "2026/27")).toMatchObject({ code: "demand.year", value: "2025/26" });
    expect(await years("2025/26", "2024/25")).toMatchObject({ code: "demand.year", value: "2024/25" });
    const bands = (from: string, to: string) =>
      refusal(rows.map((row) => ({ ...row, age_band: row.age_band === from ? to : (row.age_band as string) })));
    expect(await bands("18-64", "adult")).toMatchObject({ code: "demand.age-band", value: "adult" });
    expect((await bands("18-64", "18-60")).problem).toContain("does not reach to");
    expect((await bands("18-64", "18-69")).problem).toContain("overlaps");
    expect((await bands("85 and over", "85-89")).problem).toContain("must be open");
  });

  test("a column that is missing, of another kind, or not one of the table's", async () => {
    expect(await refusal(without("area"))).toMatchObject({ code: "table.missing-column", column: "area" });
    const numbers = rows.map((row) => ({ ...row, financial_year: 2024 }));
    expect(await refusal(numbers)).toMatchObject({ code: "table.wrong-type", column: "financial_year" });
    const more = rows.map((row) => ({ ...row, notes: "x" }));
    expect(await refusal(more)).toMatchObject({ code: "demand.unknown-column", column: "notes" });
  });

  test("names too alike", async () => {
    const alike = rows.map((row) => ({ ...row, area: row.area === "South" ? "Ard na-Mara" : (row.area as string) }));
    expect(await refusal(alike)).toMatchObject({ code: "demand.name", column: "area" });
  });

  test("no rows", async () => {
    const columns = columnsOf(rows).map((one) => ("texts" in one ? { ...one, texts: [] } : { ...one, numbers: [] }));
    const bytes = writeArrowTable(columns);
    await expect(loadDataset({ kind: "arrow", name: "a.arrow", bytes })).rejects.toMatchObject({
      code: "table.no-rows",
    });
  });
});
