/** A dataset from its files: right values in the right cells, and each kind of mistake refused where it stands. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DatasetError, datasetFiles, loadDatasetFiles } from "../../datasets/index.ts";
import { errorOf } from "./columns-of.ts";
import { AREAS, BANDS, SPECIALTIES, YEARS, smallFiles, smallTables, withRow } from "./small-dataset.ts";
import type { Rows } from "./small-dataset.ts";

type Changes = Parameters<typeof smallFiles>[0];
const refusal = (changes: Changes, careshift: Parameters<typeof smallFiles>[1] = {}) =>
  errorOf(DatasetError, () => loadDatasetFiles(smallFiles(changes, careshift)));

describe("a right dataset", () => {
  const dataset = loadDatasetFiles(smallFiles());

  test("has its names", () => {
    expect(dataset.areas.map((area) => area.id)).toEqual(AREAS);
    expect(dataset.bands.map((band) => [band.id, band.lower, band.middle])).toEqual([
      ["18-74", 18, 46.5],
      ["75+", 75, 82],
    ]);
    expect(dataset.specialties[0]).toEqual({
      id: "general",
      label: "General",
      line: "set-aside",
      inScope: 0.9,
      directCost: 400,
    });
    expect(dataset.lines[1]).toEqual({
      id: "home-care",
      label: "Home care",
      payer: "council-delegated",
      budget0: 7000,
      costType: "care",
      needWeight: [0.5, 1.5],
    });
    expect(dataset.staffedBeds).toBeNull();
    expect(dataset.hash).toMatch(/^sha256-[0-9a-f]{64}$/);
  });

  test("has every number in its cell", () => {
    expect(dataset.population.dims).toEqual(["year", "area", "age", "sex"]);
    // 2025/26, south, 75+: 2000 + 200 + 20.
    expect(dataset.population.values[(1 * 2 + 1) * 2 + 1]).toBe(2220);
    expect(dataset.activity.kind).toBe("projected");
    if (dataset.activity.kind !== "projected") return;
    // North then south; 18-74 then 75+; general then geriatric.
    expect([...dataset.activity.admissions0.values]).toEqual([1, 2, 11, 12, 101, 102, 111, 112]);
    expect([...dataset.activity.bedDays0.values]).toEqual([10, 20, 110, 120, 1010, 1020, 1110, 1120]);
    expect(dataset.delayedBedDays0.dims).toEqual(["area", "age", "specialty"]);
    expect([...dataset.delayedBedDays0.values]).toEqual([1, 2, 11, 12, 101, 102, 111, 112]);
    expect([...dataset.useOf.values]).toEqual([1, 1, 1, 1]);
  });

  test("gives its files back, and they give the same dataset", () => {
    const files = datasetFiles(dataset);
    expect(files).toEqual(smallFiles());
    expect(loadDatasetFiles(files).hash).toBe(dataset.hash);
  });

  test("rows in any order give the same dataset but for its hash", () => {
    const { hash, ...content } = dataset;
    const large = ["population", "activity", "delayed", "use-of-hospitals", "need-weights", "age-bands"] as const;
    const shuffled = fc.record(
      Object.fromEntries(
        large.map((name) => {
          const rows = smallTables[name] as Rows;
          return [name, fc.shuffledSubarray([...rows], { minLength: rows.length })];
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, (changes) => {
        const { hash: other, ...same } = loadDatasetFiles(smallFiles(changes));
        expect(same).toEqual(content);
        expect(other === hash).toBe(JSON.stringify(changes) === JSON.stringify(pick(large)));
      }),
      { numRuns: 40 },
    );
  });

  test("members may be named by their labels", () => {
    const { hash: _, ...content } = dataset;
    const rows = (smallTables.activity as Rows).map((row) => ({
      ...row,
      area: row.area === "north" ? "North" : "South",
    }));
    const { hash: __, ...same } = loadDatasetFiles(smallFiles({ activity: rows }));
    expect(same).toEqual(content);
  });

  test("A&E attendances, a line that pays for them, and assumptions that may be left out", () => {
    const attendances = AREAS.flatMap((area, l) =>
      BANDS.map((age_band, a) => ({ area, age_band, sex: "all", attendances: 10 * l + a })),
    );
    const base = { label: "L", standing: "real", source: "S" };
    const optional = [
      { ...base, key: "attendance-cost:set-aside", value: 150, unit: "£ / attendance" },
      { ...base, key: "earmarked-reserves:winter", value: 50, unit: "£" },
      { ...base, key: "set-aside-share-over", value: 0.25, unit: "1" },
      { ...base, key: "discount-rate", value: 0.035, unit: "1 / year" },
    ];
    const assumptions = [...(smallTables.assumptions as Rows), ...optional];
    const other = loadDatasetFiles(smallFiles({ attendances, assumptions }));
    expect([...(other.attendances0?.values ?? [])]).toEqual([0, 1, 10, 11]);
    expect(other.assumptions.slice(-4).map(({ key }) => key)).toEqual(optional.map(({ key }) => key));
  });

  test("delay by area and specialty alone, activity of every year, staffed beds, hospitals by specialty", () => {
    const activity = YEARS.flatMap((financial_year) =>
      (smallTables.activity as Rows).map((row) => ({ financial_year, ...row })),
    );
    const delayed = AREAS.flatMap((area) => SPECIALTIES.map((specialty) => ({ area, specialty, bed_days: 5 })));
    const beds = SPECIALTIES.map((specialty, k) => ({ specialty, beds: 10 + k }));
    const use = [
      { area: "north", hospital: "royal", specialty: "all", share: 1 },
      { area: "north", hospital: "infirmary", specialty: "geriatric", share: 0.25 },
      { area: "north", hospital: "royal", specialty: "geriatric", share: 0.75 },
      { area: "south", hospital: "infirmary", specialty: "all", share: 1 },
    ];
    const hospitals = ["royal", "infirmary"].map((id) => ({ id, label: id.toUpperCase() }));
    const other = loadDatasetFiles(
      smallFiles({ activity, delayed, "staffed-beds": beds, hospitals, "use-of-hospitals": use }),
    );
    expect(other.activity.kind).toBe("given");
    expect(other.delayedBedDays0).toEqual({ dims: ["area", "specialty"], values: new Float64Array([5, 5, 5, 5]) });
    expect([...(other.staffedBeds?.values ?? [])]).toEqual([10, 11]);
    // [area][hospital][specialty]: north royal, north infirmary, south royal, south infirmary.
    expect([...other.useOf.values]).toEqual([1, 0.75, 0, 0.25, 0, 0, 1, 1]);
  });
});

function pick(names: readonly string[]): Record<string, Rows | undefined> {
  return Object.fromEntries(names.map((name) => [name, smallTables[name]]));
}

const population = smallTables.population as Rows;

describe("a cell that is not right is refused where it stands", () => {
  test.each([
    ["negative", { people: -3 }, "table.out-of-domain", "0 or more (person)", "-3"],
    ["not a number", { people: Number.NaN }, "table.out-of-domain", "not a number", "NaN"],
    ["infinite", { people: Infinity }, "table.out-of-domain", "infinite", "Infinity"],
    ["empty", { people: null }, "table.empty-cell", "must be filled", undefined],
  ])("%s", (_, change, code, words, value) => {
    const error = refusal({ population: withRow("population", 4, change) });
    expect(error).toMatchObject({ code, file: "population.arrow", column: "people", row: 5 });
    expect(error.value).toBe(value);
    expect(error.message).toContain(words);
    expect(error.message).toContain(error.remedy);
  });

  test("an unknown member, with those that there are", () => {
    const error = refusal({ population: withRow("population", 2, { area: "Nort" }) });
    expect(error).toMatchObject({ code: "table.unknown-member", column: "area", row: 3, value: "Nort" });
    expect(error.message).toContain("north, south");
  });

  test("a share beyond 1", () => {
    const error = refusal({ specialties: withRow("specialties", 1, { in_scope: 1.2 }) });
    expect(error).toMatchObject({ code: "table.out-of-domain", column: "in_scope", row: 2, value: "1.2" });
    expect(error.message).toContain("from 0 to 1");
  });

  test("a blank or hidden character in a name", () => {
    expect(refusal({ areas: withRow("areas", 0, { label: "North " }) }).code).toBe("table.bad-text");
    expect(refusal({ areas: withRow("areas", 0, { label: "No\u202erth" }) }).code).toBe("table.bad-text");
    expect(refusal({ areas: withRow("areas", 0, { id: "a/b" }) }).code).toBe("table.bad-id");
  });
});

describe("every combination stands exactly once", () => {
  test("a double row", () => {
    const error = refusal({ population: [...population, population[3] as Rows[number]] });
    expect(error).toMatchObject({ code: "table.duplicate-row", row: population.length + 1 });
    expect(error.message).toContain("row 4");
  });

  test("missing rows, with the first of them and how many more", () => {
    const error = refusal({
      population: population.filter((row) => row.financial_year !== "2026/27" || row.area !== "south"),
    });
    expect(error).toMatchObject({ code: "table.missing-rows", value: "2026/27, south, 18-74, all" });
    expect(error.message).toContain("1 other combination");
  });

  test("any one row left out of any large table is missed", () => {
    const names = ["population", "activity", "delayed", "need-weights"];
    for (const name of names) {
      const rows = smallTables[name] as Rows;
      rows.forEach((_, index) => {
        const error = refusal({ [name]: rows.filter((__, i) => i !== index) });
        expect(error.code).toBe("table.missing-rows");
        expect(error.file).toBe(`${name}.arrow`);
      });
    }
  });

  test("two members of one name", () => {
    expect(refusal({ areas: withRow("areas", 1, { label: "North" }) }).code).toBe("table.duplicate");
  });
});

describe("tables fit each other", () => {
  test("more delay than bed days", () => {
    const error = refusal({ delayed: withRow("delayed", 3, { bed_days: 121 }) });
    expect(error).toMatchObject({ code: "delayed.beyond-bed-days", value: "north, 75+, geriatric" });
    // Exactly all of them is allowed.
    expect(loadDatasetFiles(smallFiles({ delayed: withRow("delayed", 3, { bed_days: 120 }) })).name).toBe("small");
  });

  test("hospital shares that do not sum to 1", () => {
    const error = refusal({ "use-of-hospitals": withRow("use-of-hospitals", 1, { share: 0.9 }) });
    expect(error).toMatchObject({ code: "use-of-hospitals.sum", value: "south, general" });
  });

  test("a specialty of a line that is not the set-aside's, or of none", () => {
    expect(refusal({ specialties: withRow("specialties", 0, { line: "home-care" }) }).code).toBe(
      "specialties.wrong-line",
    );
    expect(refusal({ specialties: withRow("specialties", 0, { line: "nowhere" }) }).code).toBe("table.unknown-member");
    expect(refusal({ specialties: withRow("specialties", 1, { line: null }) }).code).toBe("specialties.wrong-line");
  });

  test("bands that start at one age, or have their middle elsewhere", () => {
    expect(refusal({ "age-bands": withRow("age-bands", 1, { lower: 18 }) }).code).toBe("bands.wrong");
    expect(refusal({ "age-bands": withRow("age-bands", 0, { middle: 80 }) }).code).toBe("bands.wrong");
  });

  test("an unknown payer, cost type, or hospital cost type", () => {
    expect(refusal({ "budget-lines": withRow("budget-lines", 0, { payer: "council" }) }).column).toBe("payer");
    expect(refusal({ "budget-lines": withRow("budget-lines", 0, { cost_type: "gold" }) }).column).toBe("cost_type");
    expect(refusal({}, { hospitalCostType: "gold" }).file).toBe("datapackage.json");
  });

  test("need weights that are all 0", () => {
    const weights = (smallTables["need-weights"] as Rows).map((row) => ({ ...row, weight: 0 }));
    expect(refusal({ "need-weights": weights }).code).toBe("need-weights.all-zero");
  });

  test("a table that is missing", () => {
    for (const name of Object.keys(smallTables).filter((one) => one !== "need-weights")) {
      const error = refusal({ [name]: null });
      expect([name, error.code, error.value]).toEqual([name, "package.missing-table", name]);
    }
  });
});

describe("assumptions", () => {
  const rows = smallTables.assumptions as Rows;
  const at = (key: string) => rows.findIndex((row) => row.key === key);
  const changed = (key: string, change: Rows[number]) =>
    refusal({ assumptions: withRow("assumptions", at(key), change) });

  test("any one left out is missed, by its key", () => {
    rows.forEach((row, index) => {
      const error = refusal({ assumptions: rows.filter((_, i) => i !== index) });
      expect([error.code, error.value]).toEqual(["assumption.missing", row.key]);
    });
  });

  test("an unknown key, a double, a wrong unit, a value outside its domain, a wrong standing", () => {
    expect(changed("opening-reserves", { key: "reserves" })).toMatchObject({ column: "key", value: "reserves" });
    expect(refusal({ assumptions: [...rows, rows[0] as Rows[number]] }).row).toBe(rows.length + 1);
    expect(changed("release-lag-months:general", { unit: "year" })).toMatchObject({ column: "unit", value: "year" });
    expect(changed("occupancy:general", { value: 0 })).toMatchObject({ column: "value", value: "0" });
    expect(changed("occupancy:general", { value: 85 })).toMatchObject({ column: "value", value: "85" });
    expect(changed("occupancy:general", { standing: "guessed" })).toMatchObject({ column: "standing" });
  });

  test("cost shares sum to 1", () => {
    expect(changed("fixed-share:geriatric", { value: 0.4 }).message).toContain("geriatric");
  });
});

test("years that the description leaves out are not read by chance", () => {
  // Four years stated, three there.
  expect(refusal({}, { yearCount: 4 }).code).toBe("table.missing-rows");
  expect(refusal({}, { yearCount: 2 })).toMatchObject({ code: "table.unknown-member", value: "2026/27" });
});
