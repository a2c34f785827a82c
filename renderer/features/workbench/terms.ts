/** When the money starts, how it is phased and how it is split, in words; and what may be chosen. */
import {
  mixedTerms,
  monthInWords,
  NARROW_SPACE,
  type Scenario,
  termsOf,
  type Terms,
} from "../../../scenarios/index.ts";

export interface ProgrammeTerms {
  readonly id: string;
  readonly terms: Terms;
  /** Terms that differ between the shifts of this one programme: setting them makes them the same. */
  readonly mixed: readonly string[];
}

/** Of every programme that has terms, in the scenario's order. */
export function programmeTerms(scenario: Scenario): ProgrammeTerms[] {
  return scenario.programmes.flatMap(({ id }) => {
    const terms = termsOf(scenario, id);
    return terms === null ? [] : [{ id, terms, mixed: mixedTerms(scenario, id) }];
  });
}

/** Of the programmes that get money; of all when none does. */
export function termsInUse(scenario: Scenario): readonly ProgrammeTerms[] {
  const funded = new Set(scenario.shifts.filter(({ amount }) => amount !== 0).map(({ to }) => to));
  const all = programmeTerms(scenario);
  const used = all.filter(({ id }) => funded.has(id));
  return used.length > 0 ? used : all;
}

export function phaseInWords(phase: readonly number[]): string {
  return `${phase.map((share) => Number((share * 100).toFixed(1))).join(", ")}${NARROW_SPACE}%`;
}

/** "From April 2026 to October 2026; phasing differs by programme", "From October 2026; 25, 50, 80, 100 %". */
export function phasingInWords(used: readonly ProgrammeTerms[]): string {
  const starts = [...new Set(used.map(({ terms }) => terms.start))].sort();
  const first = starts[0];
  if (first === undefined) return "No programme yet";
  const last = starts.at(-1) ?? first;
  const when =
    first === last ? `From ${monthInWords(first)}` : `Starts ${monthInWords(first)} to ${monthInWords(last)}`;
  const phases = new Set(used.map(({ terms }) => phaseInWords(terms.phase)));
  const only = [...phases][0];
  return phases.size === 1 && only !== undefined
    ? `${when}; ${only} of the full amount`
    : `${when}; phasing differs by programme`;
}

const SPLITS = { population: "By weighted population", need: "By eligible admissions" } as const;

export function splitName(split: Terms["split"]): string {
  return typeof split === "string" ? SPLITS[split] : "By hand";
}

export function splitInWords(used: readonly ProgrammeTerms[]): string {
  const splits = [...new Set(used.map(({ terms }) => splitName(terms.split)))];
  return splits.length === 1 ? (splits[0] ?? "") : "Differs by programme";
}

/** Start months on offer: from April of the second year, since no shift starts in the base year. */
export function startMonths(years: readonly string[]): string[] {
  return years.slice(1).flatMap((label) => {
    const first = Number(label.slice(0, 4));
    return Array.from({ length: 12 }, (_, index) => {
      const month = index + 3;
      return `${first + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    });
  });
}

/** Shares from percentages as typed; null when one of them is not a number from 0 to 1,000. */
export function phaseFromText(texts: readonly string[]): number[] | null {
  const shares = texts.map((text) => {
    const value = Number(text.replace("%", "").trim());
    return text.trim() === "" || !(value >= 0 && value <= 1000) ? Number.NaN : Number((value / 100).toFixed(6));
  });
  return shares.length > 0 && shares.every(Number.isFinite) ? shares : null;
}
