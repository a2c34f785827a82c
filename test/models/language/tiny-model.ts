/** A model small enough to run thousands of formulas on, with units and a figure that rests on another. */
import type { Model } from "../../../models/language/model.ts";
import type { Members, NamedArray } from "../../../models/language/named-array.ts";

const TEXT = { label: "", docs: "" };

export const MEMBERS: Members = { year: ["2026/27", "2027/28", "2028/29"], area: ["north", "south"] };

export const MODEL: Model = {
  dimensions: [
    { id: "year", label: "Year" },
    { id: "area", label: "Area" },
  ],
  inputs: [
    { id: "a", dims: [], unit: "", ...TEXT },
    { id: "b", dims: ["area"], unit: "", ...TEXT },
    { id: "x", dims: ["year", "area"], unit: "", ...TEXT },
    { id: "stay", dims: ["year"], unit: "bed days an admission", ...TEXT },
    { id: "price", dims: ["year"], unit: "£ a bed day", ...TEXT },
  ],
  variables: [{ id: "stock", dims: ["year"], unit: "", formula: "lag(stock, 1, a) / 2 + sum(x, area)", ...TEXT }],
};

export const INPUTS: ReadonlyMap<string, NamedArray> = new Map([
  ["a", { dims: [], values: Float64Array.of(3) }],
  ["b", { dims: ["area"], values: Float64Array.of(0.5, -2) }],
  ["x", { dims: ["year", "area"], values: Float64Array.of(1, 2, 3, 4, 5, 6) }],
  ["stay", { dims: ["year"], values: Float64Array.of(7, 6.5, 6) }],
  ["price", { dims: ["year"], values: Float64Array.of(400, 410, 420) }],
]);
