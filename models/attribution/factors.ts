/** The factors of the two links of the bridge, cell by cell, with their logarithms worked out once. */
import type { CommissioningCase } from "../commissioning/case.ts";
import { UNDERLYING_CAUSES } from "./causes.ts";
import type { Factors } from "./log-mean.ts";

/** The flows that are products of their own: bed days are the last three together. */
export type Flow = "admissions" | "notDelayed" | "standardDelay" | "code9";
/** Gives the factors of one flow in a year and cell. The same object every time: read it before the next call. */
export type FactorsAt = (t: number, cell: number, flow: Flow) => Factors;
export type Blocks = Readonly<Record<string, Float64Array>>;

function room(count: number): Factors {
  return { factors: new Float64Array(count).fill(1), logs: new Float64Array(count) };
}

function put(into: Factors, i: number, factor: number, log: number): void {
  into.factors[i] = factor;
  into.logs[i] = log;
}

/** Base year to doing nothing, projected activity: one factor for each of UNDERLYING_CAUSES. */
export function underlyingFactors(given: CommissioningCase, blocks: Blocks, cells: number): FactorsAt {
  const { specialties, areas, bands, sexes, population, growth, stayDrift } = given;
  const people = areas.length * bands.length * sexes.length;
  const into = room(UNDERLYING_CAUSES.length);
  const demography = population.values.map((now, i) => quotient(now, population.values[i % people]));
  const demographyLogs = demography.map(Math.log);
  const longStay = blocks["longStay"] as Float64Array;
  const rate = blocks["rate"] as Float64Array;
  const baseRate = blocks["baseRate"] as Float64Array;
  return (t, cell, flow) => {
    const k = cell % specialties.length;
    const person = t * people + Math.floor(cell / specialties.length);
    put(into, 0, demography[person] as number, demographyLogs[person] as number);
    const follows = longStay[cell] === 1 ? 0 : 1;
    const healthAge = follows === 1 ? quotient(rate[t * cells + cell], baseRate[cell]) : 1;
    put(into, 1, healthAge, healthAge === 1 ? 0 : Math.log(healthAge));
    const grown = 1 + follows * (growth[k] ?? 0);
    put(into, 2, grown ** t, t * Math.log(grown));
    const drifted = 1 + (flow === "admissions" ? 0 : follows) * (stayDrift[k] ?? 0);
    put(into, 3, drifted ** t, t * Math.log(drifted));
    return into;
  };
}

/** Doing nothing to the scenario: three factors for each programme, 1 where it does not act. */
export function programmeFactors(given: CommissioningCase, blocks: Blocks): FactorsAt {
  const { areas, bands, sexes, specialties, programmes, yearCount } = given;
  const ageSexCells = bands.length * sexes.length * specialties.length;
  const into = room(3 * programmes.length);
  const longStay = blocks["longStay"] as Float64Array;
  const longStayYear = given.activity.kind === "given" ? areas.length * ageSexCells : 0;
  const table = (id: string): Factors => {
    const factors = blocks[id] as Float64Array;
    return { factors, logs: factors.map(Math.log) };
  };
  const avoidedDelay = table("programmeAvoidedDelayFactor");
  const avoided: Readonly<Record<Flow, Factors>> = {
    admissions: table("programmeAdmissionFactor"),
    notDelayed: table("programmeAvoidedStayFactor"),
    standardDelay: avoidedDelay,
    code9: avoidedDelay,
  };
  const stay = table("programmeStayFactor");
  const delay = table("programmeDelayFactor");
  const copy = (i: number, from: Factors, at: number): void =>
    put(into, i, from.factors[at] as number, from.logs[at] as number);
  return (t, cell, flow) => {
    const area = Math.floor(cell / ageSexCells);
    const stays = longStay[t * longStayYear + cell] === 1;
    into.factors.fill(1);
    into.logs.fill(0);
    for (let p = 0; p < programmes.length; p++) {
      if (programmes[p]?.targets.values[cell % ageSexCells] !== 1) continue;
      const at = ((yearCount + t) * areas.length + area) * programmes.length + p;
      if (!stays) copy(3 * p, avoided[flow], at);
      if (flow === "notDelayed") copy(3 * p + 1, stay, at);
      if (flow === "standardDelay") copy(3 * p + 2, delay, at);
    }
    return into;
  };
}

/** What `now` is of `before`: 1 where both are 0, infinite where it rose from 0. */
function quotient(now: number | undefined, before: number | undefined): number {
  const [a, b] = [now ?? 0, before ?? 0];
  return a === b ? 1 : a / b;
}
