/** Files as other programs write them: the right values, or refused in words. */
import { describe, expect, test } from "vitest";
import { readArrowTable } from "../../datasets/arrow/read.ts";
import { DatasetError } from "../../datasets/dataset-error.ts";
import { columnOf, errorOf } from "./columns-of.ts";
import { arrowFile } from "./files.ts";

const read = (name: string) => readArrowTable(arrowFile(name), name);
const refusal = (name: string) => errorOf(DatasetError, () => read(name));

describe("compressed files", () => {
  test.each(["c16_beds_plain.arrow", "c16_beds_lz4.arrow", "c16_beds_zstd.arrow", "c16_beds_default.feather"])(
    "%s: 150 rows, 75,000 bed days, the missing ones missing",
    (name) => {
      const table = read(name);
      expect(table.rowCount).toBe(150);
      const days = columnOf(table, "bed_days").filter((value) => value !== null) as number[];
      // 50 x (1200 + 300), 50 missing.
      expect(days.length).toBe(100);
      expect(days.reduce((sum, value) => sum + value, 0)).toBe(75_000);
      expect(columnOf(table, "locality").slice(0, 3)).toEqual(["Northmuir", "Southglen", "Eastwick"]);
      expect(columnOf(table, "admissions").slice(0, 3)).toEqual([150, null, 40]);
    },
  );

  test.each(["polars_lz4.arrow", "polars_zstd.arrow"])("%s: 60,000 rows by another writer, in many blocks", (name) => {
    const table = read(name);
    expect(table.rowCount).toBe(60_000);
    const days = columnOf(table, "bed_days") as number[];
    // 60,000 = 618 x 97 + 54: 1.5 x (618 x (0 + ... + 96) + (0 + ... + 53)) = 1.5 x (618 x 4,656 + 1,431).
    expect(days.reduce((sum, value) => sum + value, 0)).toBe(4_318_258.5);
    const admissions = columnOf(table, "admissions");
    expect(admissions.filter((value) => value === null).length).toBe(8572);
    expect(admissions.every((value, row) => value === (row % 7 === 0 ? null : row % 13))).toBe(true);
    const names = ["Northmuir", "Southglen", "Eastwick"];
    expect(columnOf(table, "area").every((value, row) => value === names[row % 3])).toBe(true);
  });
});

describe("dictionaries", () => {
  test("replaced between batches", () => {
    const table = read("c17_dict_replace.arrows");
    expect(columnOf(table, "locality")).toEqual(["Northmuir", "Southglen", "Eastwick", "Westbank"]);
    expect(columnOf(table, "bed_days")).toEqual([100, 200, 300, 400]);
  });

  test("added to between batches", () => {
    const table = read("c17_dict_delta.arrows");
    expect(columnOf(table, "locality")).toEqual(["Northmuir", "Southglen", "Eastwick", "Northmuir"]);
  });
});

describe("values", () => {
  test("a null is missing, never 0", () => {
    expect(columnOf(read("c18_nulls.arrow"), "bed_days")).toEqual([1200, null, 300]);
  });

  test("decimal money is scaled and adds up to the penny", () => {
    const budget = columnOf(read("c19_decimal.arrow"), "budget") as number[];
    expect(budget).toEqual([20_500_000.75, 81_250.05, -1_500_000.25]);
    expect(budget.reduce((sum, value) => sum + value, 0)).toBeCloseTo(19_081_250.55, 6);
  });

  test("not a number, infinite and missing are told apart", () => {
    expect(columnOf(read("c26_nan_inf.arrow"), "rate")).toEqual([0.5, Number.NaN, Infinity, null]);
  });

  test("a slice of a larger table keeps its own nulls", () => {
    const table = read("c27_sliced.arrow");
    expect(columnOf(table, "bed_days")).toEqual([300, 1200, null, 300, 1200, null, 300]);
    expect(columnOf(table, "locality")[2]).toBe("Southglen");
  });

  test("large text and text views read as text", () => {
    for (const name of ["c25_large_utf8.arrow", "c25_utf8_view.arrow"]) {
      expect(columnOf(read(name), "locality")).toEqual(["Northmuir", "Southglen", "Eastwick"]);
    }
  });

  test("half floats are right, an all-null column is empty, 2^63 is refused with its row", () => {
    const table = read("c25_mixed.arrow");
    expect(columnOf(table, "f16")).toEqual([0.5, 1.5]);
    expect(columnOf(table, "nul")).toEqual([null, null]);
    expect(table.columns.find((column) => column.name === "u64")).toMatchObject({
      kind: "unreadable",
      row: 1,
      value: "9223372036854775808",
    });
    expect(() => columnOf(table, "boolnull")).toThrow("true/false");
  });

  test("dates and nested columns are refused by kind, beside columns that are read", () => {
    const dates = read("c21_dates.arrow");
    expect(columnOf(dates, "what")[1]).toBe("leap day");
    for (const name of ["d32", "d64", "ts_s", "ts_us", "ts_ns", "ts_lon"]) {
      expect(() => columnOf(dates, name)).toThrow("dates or times");
    }
    const nested = read("c25_nested.arrow");
    expect(columnOf(nested, "locality")).toEqual(["Northmuir", "Southglen"]);
    expect(() => columnOf(nested, "demand")).toThrow("nested values");
  });
});

describe("no rows", () => {
  test.each(["c24_empty_schema_only.arrow", "c24_empty_stream.arrows"])("%s: four named columns", (name) => {
    const table = read(name);
    expect(table.rowCount).toBe(0);
    expect(table.columns.map((column) => column.name)).toEqual(["locality", "year", "bed_days", "admissions"]);
  });

  test("an empty first batch hides nothing", () => {
    expect(columnOf(read("c24_empty_first_batch.arrows"), "bed_days")).toEqual([1200, null, 300]);
  });
});

describe("files that are not whole", () => {
  test.each([
    ["c28_trunc_half.arrow", "arrow.incomplete", "incomplete"],
    ["c28_trunc_footer.arrow", "arrow.incomplete", "incomplete"],
    ["c28_trunc_stream.arrows", "arrow.incomplete", "incomplete"],
    ["c28_trailing_garbage.arrow", "arrow.padded", "17 more bytes"],
    ["c28_zero.arrow", "arrow.empty", "empty (0 bytes)"],
    ["c28_csv_renamed.arrow", "arrow.not-arrow", "this is a CSV (text) file"],
  ])("%s is refused: %s", (name, code, words) => {
    const error = refusal(name);
    expect(error.code).toBe(code);
    expect(error.message).toContain(words);
    expect(error.file).toBe(name);
  });
});
