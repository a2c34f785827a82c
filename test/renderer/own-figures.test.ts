import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { OwnFiguresDialog } from "../../renderer/features/workbench/own-figures.tsx";
import { told } from "../scenarios/told.ts";

const figure = { id: "both", label: "Twice the areas", unit: "number", dims: ["year", "area"], formula: "2" };

test("figures that a scenario adds are a row for each member, a column for each year", () => {
  const plain = told({}, { variables: [figure] });
  // Two areas in three years: north 1, 3, 5 and south 2, 4, 6,000.
  const values = new Map([["both", { dims: ["year", "area"], values: Float64Array.of(1, 2, 3, 4, 5, 6000) }]]);
  const given = { ...plain, results: { ...plain.results, values } };
  const html = renderToStaticMarkup(createElement(OwnFiguresDialog, { told: given, onClose: () => {} }));
  const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) =>
    [...(row ?? "").matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => (cell ?? "").replace(/<[^>]*>/g, "")),
  );
  expect(rows).toEqual([
    ["Figure", "2024/25", "2025/26", "2026/27"],
    ["Twice the areas: North glen number", "1", "3", "5"],
    ["Twice the areas: South glen number", "2", "4", "6,000"],
  ]);
  expect(html).not.toContain("more rows");
});

test("rows beyond those shown are counted", () => {
  const plain = told({}, { variables: [{ ...figure, dims: ["area"] }] });
  const members = { ...plain.results.members, area: Array.from({ length: 65 }, (_, l) => `area-${l}`) };
  const values = new Map([["both", { dims: ["area"], values: new Float64Array(65) }]]);
  const given = { ...plain, results: { members, values } };
  const html = renderToStaticMarkup(createElement(OwnFiguresDialog, { told: given, onClose: () => {} }));
  expect(html).toContain("5 more rows are in the exported results.");
});
