/**
 * The bridge: why activity changes, cause by cause (section 5). Two links, each split exactly in every cell: base year
 * to doing nothing (demography, health-age, growth, drift; or one part "projection" where every year is given), and
 * doing nothing to the scenario (each programme's effect on admissions, stay and delay).
 */
import type { CommissioningCase } from "../commissioning/case.ts";
import type { CommissioningResults } from "../commissioning/results.ts";
import type { NamedArray } from "../language/named-array.ts";
import { bridgeCauses, bridgeInputs } from "./causes.ts";
import { programmeFactors, underlyingFactors } from "./factors.ts";
import { addParts } from "./log-mean.ts";
import { fillRemainders, REPLACED_FORMULAS } from "./remainder.ts";

/**
 * `bridgeAdmissions` and `bridgeBedDays`, dims [cause, year, area, specialty], in admissions and bed days a year: over
 * causes they sum to scenario less base year. `results` must hold the blocks of `bridgeInputs(given)`; throws if not. Where
 * one of those rests on a replaced formula, what no cause explains stands in two causes more, `REPLACED_FORMULAS`.
 */
export function bridge(given: CommissioningCase, results: CommissioningResults): CommissioningResults {
  const blocks = readBlocks(given, results);
  const { areas, specialties, bands, sexes, yearCount } = given;
  const ownCauses = bridgeCauses(given);
  const replaced = bridgeInputs(given).some((id) => results.marks?.has(id) === true);
  const causes = replaced ? [...ownCauses, ...REPLACED_FORMULAS] : ownCauses;
  const stride = yearCount * areas.length * specialties.length;
  const admissions = new Float64Array(causes.length * stride);
  const bedDays = new Float64Array(causes.length * stride);
  const ageSexCells = bands.length * sexes.length * specialties.length;
  const cells = areas.length * ageSexCells;
  const underlying = given.activity.kind === "given" ? null : underlyingFactors(given, blocks, cells);
  const effects = programmeFactors(given, blocks);
  const underlyingCount = ownCauses.length - 3 * given.programmes.length;
  const firstEffect = underlyingCount * stride;
  const changes = () => ({ underlying: new Float64Array(stride), effects: new Float64Array(stride) });
  const [ofAdmissions, ofBedDays] = [changes(), changes()];
  const flows = [
    { parts: admissions, block: blocks["admissions"] as Float64Array, flow: "admissions" },
    { parts: bedDays, block: blocks["notDelayedBedDays"] as Float64Array, flow: "notDelayed" },
    { parts: bedDays, block: blocks["standardDelayCells"] as Float64Array, flow: "standardDelay" },
    { parts: bedDays, block: blocks["code9DelayCells"] as Float64Array, flow: "code9" },
  ] as const;
  // What is to be explained; delay as one figure, in case its formula is replaced.
  const totals = [
    { change: ofAdmissions, block: blocks["admissions"] as Float64Array },
    { change: ofBedDays, block: blocks["notDelayedBedDays"] as Float64Array },
    { change: ofBedDays, block: blocks["delayedBedDayCells"] as Float64Array },
  ];
  for (let t = 0; t < yearCount; t++) {
    for (let cell = 0; cell < cells; cell++) {
      const l = Math.floor(cell / ageSexCells);
      const offset = (t * areas.length + l) * specialties.length + (cell % specialties.length);
      for (const { parts, block, flow } of flows) {
        const base = block[cell] as number;
        const before = block[t * cells + cell] as number;
        const after = block[(yearCount + t) * cells + cell] as number;
        if (underlying === null) parts[offset] = (parts[offset] as number) + before - base;
        else addParts(parts, offset, stride, base, before, underlying(t, cell, flow));
        addParts(parts, offset + firstEffect, stride, before, after, effects(t, cell, flow));
      }
      for (const { change, block } of totals) {
        const before = block[t * cells + cell] as number;
        const after = block[(yearCount + t) * cells + cell] as number;
        change.underlying[offset] = (change.underlying[offset] as number) + before - (block[cell] as number);
        change.effects[offset] = (change.effects[offset] as number) + after - before;
      }
    }
  }
  if (replaced) {
    fillRemainders(admissions, ofAdmissions, stride, causes.length, underlyingCount);
    fillRemainders(bedDays, ofBedDays, stride, causes.length, underlyingCount);
  }
  const dims = ["cause", "year", "area", "specialty"];
  return {
    members: { ...results.members, cause: causes },
    values: new Map<string, NamedArray>([
      ["bridgeAdmissions", { dims, values: admissions }],
      ["bridgeBedDays", { dims, values: bedDays }],
    ]),
  };
}

function readBlocks(given: CommissioningCase, results: CommissioningResults): Readonly<Record<string, Float64Array>> {
  return Object.fromEntries(
    bridgeInputs(given).map((id) => {
      const block = results.values.get(id);
      if (block === undefined) throw new Error(`The bridge needs ${id}: ask the run for bridgeInputs(case) as well.`);
      return [id, block.values];
    }),
  );
}
