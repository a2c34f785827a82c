/**
 * The bridge: why activity changes, cause by cause (section 5). Two links, each split exactly in every cell: base year
 * to doing nothing (demography, health-age, growth, drift; or one part "projection" where every year is given), and
 * doing nothing to the scenario (each programme's effect on admissions, stay and delay).
 */
import type { CommissioningCase } from "../commissioning/case.ts";
import type { CommissioningResults } from "../commissioning/results.ts";
import type { NamedArray } from "../language/named-array.ts";
import { bridgeCauses, bridgeInputs, UNDERLYING_CAUSES } from "./causes.ts";
import { addParts, addTo } from "./log-mean.ts";
import type { Parts } from "./log-mean.ts";

/**
 * `bridgeAdmissions` and `bridgeBedDays`, dims [cause, year, area, specialty], in admissions and bed days a year: over
 * causes they sum to scenario less base year. `results` must hold the blocks of `bridgeInputs(given)`; throws if not.
 */
export function bridge(given: CommissioningCase, results: CommissioningResults): CommissioningResults {
  const blocks: Record<string, Float64Array> = {};
  for (const id of bridgeInputs(given)) {
    const block = results.values.get(id);
    if (block === undefined) throw new Error(`The bridge needs ${id}: ask the run for bridgeInputs(case) as well.`);
    blocks[id] = block.values;
  }
  const { areas, specialties, bands, sexes, yearCount } = given;
  const causes = bridgeCauses(given);
  const stride = yearCount * areas.length * specialties.length;
  const admissions = new Float64Array(causes.length * stride);
  const bedDays = new Float64Array(causes.length * stride);
  const ageSexCells = bands.length * sexes.length * specialties.length;
  const cells = areas.length * ageSexCells;
  const underlying = underlyingFactors(given, blocks, cells);
  const effects = programmeFactors(given, blocks);
  const first = causes.length - 3 * given.programmes.length;
  const flows = [
    { values: admissions, block: blocks["admissions"], kind: "admissions" },
    { values: bedDays, block: blocks["notDelayedBedDays"], kind: "notDelayed" },
    { values: bedDays, block: blocks["delayedBedDayCells"], kind: "delayed" },
  ] as const;
  for (let t = 0; t < yearCount; t++) {
    for (let cell = 0; cell < cells; cell++) {
      const l = Math.floor(cell / ageSexCells);
      const offset = (t * areas.length + l) * specialties.length + (cell % specialties.length);
      for (const { values, block, kind } of flows) {
        const base = block?.[cell] ?? 0;
        const before = block?.[t * cells + cell] ?? 0;
        const after = block?.[(yearCount + t) * cells + cell] ?? 0;
        if (base === 0 && before === 0) continue;
        const parts: Parts = { values, offset, stride };
        if (underlying === null) addTo(parts, 0, before - base);
        else addParts(parts, base, before, underlying(t, cell, kind === "admissions"));
        addParts({ ...parts, offset: offset + first * stride }, before, after, effects(t, cell, kind));
      }
    }
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

type Blocks = Readonly<Record<string, Float64Array>>;

/** Factors of the first link in a cell, in the order of UNDERLYING_CAUSES; null where activity is given. */
function underlyingFactors(
  given: CommissioningCase,
  blocks: Blocks,
  cells: number,
): ((t: number, cell: number, admissions: boolean) => readonly number[]) | null {
  if (given.activity.kind === "given") return null;
  const { specialties, areas, bands, sexes, population, growth, stayDrift } = given;
  const people = areas.length * bands.length * sexes.length;
  return (t, cell, admissions) => {
    const k = cell % specialties.length;
    const person = Math.floor(cell / specialties.length);
    const demography = quotient(population.values[t * people + person], population.values[person]);
    if ((blocks["longStay"]?.[cell] ?? 0) === 1) return [demography, ...UNDERLYING_CAUSES.slice(1).map(() => 1)];
    const healthAge = quotient(blocks["rate"]?.[t * cells + cell], blocks["baseRate"]?.[cell]);
    const grown = (1 + (growth[k] ?? 0)) ** t;
    return [demography, healthAge, grown, admissions ? 1 : (1 + (stayDrift[k] ?? 0)) ** t];
  };
}

/** Factors of the second link in a cell: three for each programme, 1 where it does not act. */
function programmeFactors(
  given: CommissioningCase,
  blocks: Blocks,
): (t: number, cell: number, kind: "admissions" | "notDelayed" | "delayed") => readonly number[] {
  const { areas, bands, sexes, specialties, programmes, yearCount } = given;
  const ageSexCells = bands.length * sexes.length * specialties.length;
  const longStay = blocks["longStay"];
  const longStayByYear = given.activity.kind === "given";
  return (t, cell, kind) => {
    const area = Math.floor(cell / ageSexCells);
    const stays = longStay?.[longStayByYear ? t * areas.length * ageSexCells + cell : cell] === 1;
    return programmes.flatMap((programme, p) => {
      if (programme.targets.values[cell % ageSexCells] !== 1) return [1, 1, 1];
      const at = ((yearCount + t) * areas.length + area) * programmes.length + p;
      return [
        stays ? 1 : (blocks["programmeAdmissionFactor"]?.[at] ?? 1),
        kind === "notDelayed" ? (blocks["programmeStayFactor"]?.[at] ?? 1) : 1,
        kind === "delayed" ? (blocks["programmeDelayFactor"]?.[at] ?? 1) : 1,
      ];
    });
  };
}

/** What `now` is of `before`: 1 where both are 0, infinite where it rose from 0. */
function quotient(now: number | undefined, before: number | undefined): number {
  const [a, b] = [now ?? 0, before ?? 0];
  return a === b ? 1 : a / b;
}
