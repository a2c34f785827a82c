/** Public entry of the scenarios layer: pure, and safe in a browser. Packs, which need Node, are in packs/index.ts. */
export { ScenarioError } from "./scenario-error.ts";
export { scenarioSchema } from "./schema.ts";
export type { ProgrammeParameters, Scenario, ScenarioProgramme, ScenarioShift } from "./schema.ts";
export { parseScenario } from "./parse.ts";
export { serialiseScenario } from "./serialise.ts";
export { emptyScenario } from "./empty-scenario.ts";
export { exampleScenario, exampleScenarios, exampleTitles } from "./worked-examples/example-scenarios.ts";

export { resolveCase, type ResolveOptions } from "./resolve/resolve-case.ts";
export { specialtyHolds } from "./resolve/holds.ts";
export { defaultParameters, programmeFromEvidence } from "./resolve/programme.ts";

export { evidenceEntry, evidenceLibrary } from "./evidence/library.ts";
export type {
  EffectEntry,
  EffectParameters,
  EvidenceEntry,
  EvidenceFinding,
  EvidenceParameter,
} from "./evidence/entry.ts";

export { marginsOf, type Margins } from "./board/margins.ts";
export { setProgramme, setSpecialty, type MoveOutcome } from "./board/move-money.ts";
export type { BoardContext, BoardSide, BoardSpecialty } from "./board/sliders.ts";
export { EVERY_PROGRAMME, mixedTerms, setPhase, setSplit, setStart, termsOf, type Terms } from "./board/terms.ts";

export { formatMillions, formatMoney, formatMoneyExact } from "./format/money.ts";
export { formatCount, formatPercent, formatPercentExact, formatShort, NARROW_SPACE, signed } from "./format/numbers.ts";
export { monthInWords, shortYear } from "./format/dates.ts";
export { parseMoney, parsePercent, type Typed } from "./format/typed.ts";
export { roundedParts, wholePercentages, type RoundedParts } from "./format/rounding.ts";

export { headlineVariables, reportVariables } from "./results/variables.ts";
export { checkResults, type Check } from "./results/checks.ts";
export { breakEvenYear } from "./results/break-even.ts";
export { jsonReport, type JsonReport, type ReportInput, type RunHashes } from "./results/report.ts";
export { programmeLabel, type ResultLabels, type Told } from "./results/labels.ts";
export { resultSentence, type ResultSentence } from "./results/result-sentence.ts";
export { textOf, type Segment } from "./results/phrases.ts";
export {
  areasFinding,
  bedsFinding,
  causesFinding,
  moneyFinding,
  trajectoryFinding,
  type Finding,
  type TrajectoryMeasure,
} from "./results/findings.ts";
export { wardClosures, type WardClosure } from "./results/wards.ts";
