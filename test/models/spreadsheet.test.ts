/**
 * An oracle that is not our code: a small case as a spreadsheet, every formula of sections 3 to 7 live, worked out by
 * LibreOffice. Where LibreOffice is installed it works the formulas out again here; elsewhere the figures that it wrote into
 * the committed workbook (`node scripts/spreadsheet.mjs`) stand.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareAll, passes } from "../../cli/reference/compare.ts";
import type { Line } from "../../cli/reference/compare.ts";
import { compute } from "../../cli/reference/computed.ts";
import { readCase } from "../../cli/reference/read-case.ts";
import { expectedResults } from "./spreadsheet/expected.ts";
import { libreOffice, recalculated } from "./spreadsheet/recalculate.ts";
import { readSmallCase } from "./spreadsheet/small-case.ts";
import type { SmallCase } from "./spreadsheet/small-case.ts";
import { WORKBOOK_FILE, workbookOf } from "./spreadsheet/two-areas.ts";
import { layOut } from "./spreadsheet/workbook/grid.ts";
import { formulaFigures, unzipped } from "./spreadsheet/workbook/read.ts";
import { workbookParts } from "./spreadsheet/workbook/write.ts";
import type { Figures } from "./spreadsheet/workbook/write.ts";

type Programme = SmallCase["programmes"][number];
type Shift = SmallCase["shifts"][number];
type Specialty = SmallCase["specialties"][number];

const given = readSmallCase();
const workbook = workbookOf(given);
const titles = workbook.sheets.map(({ title }) => title);
const committed = await unzipped(readFileSync(WORKBOOK_FILE));
const figures = formulaFigures(committed, titles);
const formulas = workbook.sheets.map(({ title, cells }) => ({
  title,
  at: cells.flat().flatMap((cell) => (cell.look === "formula" ? [cell.at] : [])),
}));

/** The same sheets with other inputs: a cut, a programme that does harm, no build-up, falling activity, older in health. */
function otherCase(): SmallCase {
  const [homeFirst, reablement] = given.programmes as [Programme, Programme];
  const [first, second, third] = given.shifts as [Shift, Shift, Shift];
  const [general, geriatric] = given.specialties as [Specialty, Specialty];
  return {
    ...given,
    growth: [-0.03, -0.02],
    healthAgeShift: [0, -1, 0.5],
    specialties: [
      { ...general, lagMonths: 0, closureStep: 3 },
      { ...geriatric, lagMonths: 12, closureStep: 2, premium: 0.9 },
    ],
    programmes: [
      { ...homeFirst, effectOnDelay: 0.2, rampShape: "s-curve" },
      { ...reablement, rampMonths: 0, effectOnStay: -0.1, presentCapacity: [20, 10] },
    ],
    shifts: [
      { ...first, priceBase: "cash", start: "2027-04", split: "population" },
      { ...second, amount: -300_000 },
      { ...third, priceBase: 2, split: "need" },
    ],
  };
}

function compared(worked: Figures, of: SmallCase = given): readonly Line[] {
  const model = readCase(of);
  const { lookup, breakEven } = compute(model);
  return compareAll(expectedResults(given, workbook, worked), lookup, breakEven, model.firstYear);
}

describe("the workbook of two areas", () => {
  it("is the one that its sheets describe, with a figure for every formula", () => {
    expect(Object.fromEntries(committed)).toEqual(Object.fromEntries(workbookParts(workbook, figures)));
    for (const { title, at } of formulas) {
      const values = at.map((address) => figures.get(title)?.get(address));
      expect(values.filter((value) => value === undefined || !Number.isFinite(value))).toEqual([]);
    }
    expect(formulas.flatMap(({ at }) => at).length).toBeGreaterThan(2000);
  });

  it("agrees with the model on all its results within 1e-9", () => {
    const lines = compared(figures);
    expect(lines.filter((line) => !passes(line))).toEqual([]);
    expect(lines).toHaveLength(115);
  });

  it("goes through what it is meant to go through", () => {
    const of = (name: string): readonly number[] => {
      const { sheet, cells } = workbook.find(name);
      return cells.map((at) => figures.get(sheet)?.get(at) ?? Number.NaN);
    };
    expect(of("days")).toEqual([365, 366, 365]);
    // General: one bed stands empty for both years, and a lag of 15 months leaves 9 months of the last: 0.75 beds.
    expect(of("beds closed, general, with the plan")).toEqual([0, 0, 0.75]);
    // Geriatric: 12 of the 14.96 beds that are empty in the last year are whole steps of 4, shut for its second half: 6.
    expect(of("beds closed, geriatric, with the plan")).toEqual([0, 0, 6]);
    expect(of("beds extra, general, doing nothing")[2]).toBeGreaterThan(0);
    expect(of("bridging")[1]).toBeGreaterThan(0);
    expect(of("reserves drawn, with the plan")[1]).toBeGreaterThan(0);
  });

  it("would show a model that is out by two parts in a thousand million", () => {
    const inflation = { ...given.inflation, hospital: [0, 0.04 + 2.5e-9, 0.03] };
    const wrong = compared(figures, { ...given, inflation }).filter((line) => !passes(line));
    expect(wrong.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["hospitalPrice", "hospital.cost", "books.trueUp"]),
    );
  });

  it.skipIf(libreOffice() === null)(
    "comes to the same figures when LibreOffice works it out again, and agrees on other inputs too",
    async () => {
      const other = otherCase();
      const [again, changed] = (await recalculated([workbook, workbookOf(other)])) as [Figures, Figures];
      for (const { title, at } of formulas) {
        for (const address of at) {
          const [now, then] = [again, figures].map((all) => all.get(title)?.get(address) ?? Number.NaN);
          const gap = Math.abs((now as number) - (then as number));
          expect(gap, `${title} ${address}`).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(then as number)));
        }
      }
      expect(compared(again).filter((line) => !passes(line))).toEqual([]);
      expect(compared(changed, other).filter((line) => !passes(line))).toEqual([]);
    },
    120_000,
  );
});

describe("laying out rows", () => {
  const block = { heading: "h", note: "n", unit: "£", axis: "year" } as const;
  const years = ["2026/27", "2027/28"];

  it("turns names into addresses: same year, base year, year before, all years, another sheet", () => {
    const { sheets } = layOut(
      [
        { title: "A", blocks: [{ ...block, rows: [["x", [1, 2]]] }] },
        {
          title: "B",
          blocks: [
            {
              ...block,
              rows: [
                ["y", { first: "={x}", later: "={y@-1}+{x}" }],
                ["z", "={x@0}+SUM({y@all})"],
              ],
            },
          ],
        },
      ],
      years,
    );
    const values = sheets[1]?.cells.map((row) => row.slice(2).map(({ value }) => value));
    expect(values?.slice(2, 4)).toEqual([
      ["='A'!C3", "=C3+'A'!D3"],
      ["='A'!$C$3+SUM($C$3:$D$3)", "='A'!$C$3+SUM($C$3:$D$3)"],
    ]);
  });

  it("refuses two rows of one name, a name that no row has, and a year that is not said", () => {
    const rows = (list: readonly (readonly [string, string])[], axis: "one" | "year" = "year"): unknown =>
      layOut(
        [
          {
            title: "A",
            blocks: [
              { ...block, rows: [["x", "=1"]] },
              { ...block, axis, rows: list },
            ],
          },
        ],
        years,
      );
    expect(() => rows([["x", "=2"]])).toThrow('Two rows are named "x".');
    expect(() => rows([["y", "={w}"]])).toThrow('There is no row named "w".');
    expect(() => rows([["y", "={x}"]], "one")).toThrow("{x} does not say which year is meant.");
  });
});
