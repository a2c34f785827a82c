/** A shift of a case file as a shift of the model. */
import type { Shift, Specialty } from "../../models/index.ts";
import { asNumber, asNumbers, asText, Fields, ReferenceFileError } from "./fields.ts";

/** Ways in which a case file says that money comes from no specialty. */
const NEW_MONEY = new Set(["none", "new", "new-money", "new money", "nowhere"]);

export function readShift(
  fields: Fields,
  firstYear: number,
  years: readonly string[],
  areas: readonly string[],
  specialties: readonly Specialty[],
): Shift {
  const phase = fields.optional("phase");
  const shift: Shift = {
    id: fields.text("id"),
    from: readSource(fields, specialties),
    to: fields.text("to"),
    amount: fields.number("amount"),
    priceBase: readPriceBase(fields, years),
    startMonth: readStart(fields, firstYear),
    phase: phase === undefined ? [1] : asNumbers(fields.at("phase"), phase),
    split: readSplit(fields, areas),
  };
  fields.done();
  return shift;
}

function readSource(fields: Fields, specialties: readonly Specialty[]): string | null {
  if (!fields.has("from")) throw new ReferenceFileError(`The field ${fields.at("from")} is missing.`);
  const from = fields.optional("from");
  if (from === undefined) return null;
  const id = asText(fields.at("from"), from);
  return NEW_MONEY.has(id) && !specialties.some((specialty) => specialty.id === id) ? null : id;
}

/** "cash", the position of a year, or its label. */
function readPriceBase(fields: Fields, years: readonly string[]): number | "cash" {
  const base = fields.required("priceBase");
  if (base === "cash") return base;
  if (typeof base === "string" && years.includes(base)) return years.indexOf(base);
  return asNumber(fields.at("priceBase"), base);
}

/** "2026-04" as months from April of the first year. */
function readStart(fields: Fields, firstYear: number): number {
  const start = fields.text("start");
  const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(start);
  if (found === null)
    throw new ReferenceFileError(`${fields.at("start")} is "${start}"; it must be a month such as 2026-04.`);
  return (Number(found[1]) - firstYear) * 12 + Number(found[2]) - 4;
}

/** "population", "need", a list by area, or an object by area. */
function readSplit(fields: Fields, areas: readonly string[]): Shift["split"] {
  const split = fields.required("split");
  if (split === "population" || split === "need") return split;
  if (typeof split !== "object" || Array.isArray(split)) return asNumbers(fields.at("split"), split);
  const inner = new Fields(fields.at("split"), split);
  const shares = areas.map((area) => inner.numberOr(0, area));
  inner.done();
  return shares;
}
