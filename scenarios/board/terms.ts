/** When a programme's money starts, how it is phased and how it is split: one set of terms for each programme. */
import { listed, ScenarioError } from "../scenario-error.ts";
import { isOnBoard } from "./margins.ts";
import { scenarioShift, type Scenario, type ScenarioShift } from "../schema.ts";

export interface Terms {
  readonly start: string;
  readonly phase: readonly number[];
  readonly split: ScenarioShift["split"];
  readonly priceBase: string;
}

/** The programme's terms, from its first shift on the board (else its first of any kind); null when it has none. */
export function termsOf(scenario: Scenario, programme: string): Terms | null {
  const shifts = scenario.shifts.filter((each) => each.to === programme);
  const shift = shifts.find(isOnBoard) ?? shifts[0];
  if (shift === undefined) return null;
  const { start, phase, split, priceBase } = shift;
  return { start, phase, split, priceBase };
}

/** Which terms differ between the shifts of one programme on the board: "start", "phase", "split", "price year". */
export function mixedTerms(scenario: Scenario, programme: string): string[] {
  const shifts = scenario.shifts.filter((each) => each.to === programme && isOnBoard(each));
  const differ = (of: (shift: ScenarioShift) => unknown) =>
    new Set(shifts.map((each) => JSON.stringify(of(each)))).size > 1;
  return [
    ...(differ((each) => each.start) ? ["start"] : []),
    ...(differ((each) => each.phase) ? ["phase"] : []),
    ...(differ((each) => sortedSplit(each.split)) ? ["split"] : []),
    ...(differ((each) => each.priceBase) ? ["price year"] : []),
  ];
}

function sortedSplit(split: ScenarioShift["split"]): unknown {
  return typeof split === "string" ? split : Object.entries(split).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** First month of one programme's money, or of "every programme": "2026-10". A new scenario. */
export function setStart(scenario: Scenario, programme: string, start: string): Scenario {
  return withTerms(scenario, programme, { start: checked("start", start) });
}

/** Share of the annual amount in each twelve months from the start; the last one holds: `[0.25, 0.5, 1]`. */
export function setPhase(scenario: Scenario, programme: string, phase: readonly number[]): Scenario {
  return withTerms(scenario, programme, { phase: checked("phase", [...phase]) });
}

/** Over areas: "population", "need", or one share an area summing to 1. */
export function setSplit(scenario: Scenario, programme: string, split: ScenarioShift["split"]): Scenario {
  return withTerms(scenario, programme, { split: checked("split", split) });
}

export const EVERY_PROGRAMME = "every programme";

function withTerms(scenario: Scenario, programme: string, terms: Partial<ScenarioShift>): Scenario {
  const ids = scenario.programmes.map((each) => each.id);
  if (programme !== EVERY_PROGRAMME && !ids.includes(programme)) {
    throw new ScenarioError(
      "scenario.unknown-programme",
      `There is no programme "${programme}" in this scenario. It has ${listed(ids, 20)}.`,
      { value: programme, expected: listed(ids, 20) },
    );
  }
  if (programme !== EVERY_PROGRAMME && termsOf(scenario, programme) === null) {
    throw new ScenarioError(
      "scenario.no-shift",
      `No shift of this scenario goes to "${programme}" yet, so there is nothing to set this for. Give it money first.`,
      { value: programme, expected: "a programme with a shift" },
    );
  }
  return {
    ...scenario,
    shifts: scenario.shifts.map((shift) =>
      programme === EVERY_PROGRAMME || shift.to === programme ? { ...shift, ...terms } : shift,
    ),
  };
}

function checked<Field extends "start" | "phase" | "split">(
  field: Field,
  value: ScenarioShift[Field],
): ScenarioShift[Field] {
  const result = scenarioShift.shape[field].safeParse(value);
  if (result.success) return value;
  const message = result.error.issues[0]?.message ?? "another value";
  throw new ScenarioError(
    "scenario.bad-value",
    `The ${field} cannot be ${JSON.stringify(value)}: it must be ${message}.`,
    {
      path: field,
      value,
      expected: message,
    },
  );
}
