/** Public entry of the scenarios layer: pure, and safe in a browser. Packs, which need Node, are in packs/index.ts. */
export { ScenarioError } from "./scenario-error.ts";
export { scenarioSchema } from "./schema.ts";
export type { Scenario } from "./schema.ts";
export { parseScenario } from "./parse.ts";
export { serialiseScenario } from "./serialise.ts";
export { emptyScenario } from "./empty-scenario.ts";
export { exampleScenario, exampleScenarios, exampleTitles } from "./worked-examples/example-scenarios.ts";

export { resolveCase } from "./resolve/resolve-case.ts";
export { resolveUncertain } from "./resolve/uncertain/resolve-uncertain.ts";
export { checkOwnTargets, resolveTargets, targetProblem, type Targets } from "./resolve/uncertain/targets.ts";
export { checkFormulas, formulaProblem, resolveExtensions } from "./resolve/extensions.ts";
export { specialtyHolds } from "./resolve/holds.ts";
export { programmeFromEvidence } from "./resolve/programme.ts";

export { assumptionRegister, type AssumptionRegister } from "./register/register.ts";
export { isIllustrative, type RegisterEntry } from "./register/entry.ts";
export { compareAssumptions, type AssumptionDifference } from "./register/compare.ts";
export { illustrativeReport } from "./register/illustrative.ts";
export { valueInWords } from "./register/words.ts";

export { evidenceEntry, evidenceLibrary } from "./evidence/library.ts";
export { namedParameters } from "./evidence/entry.ts";
export type { EffectEntry } from "./evidence/entry.ts";

export { marginsOf, type Margins } from "./board/margins.ts";
export { setProgramme, setSpecialty, type MoveOutcome } from "./board/move-money.ts";
export { lastingLimits } from "./board/lasting.ts";
export { lastingLimitInWords } from "./board/refusals.ts";
export type { BoardContext } from "./board/sliders.ts";
export { EVERY_PROGRAMME, mixedTerms, setPhase, setSplit, setStart, termsOf, type Terms } from "./board/terms.ts";

export { formatMillions, formatMoney, formatMoneyExact } from "./format/money.ts";
export {
  formatCount,
  formatPercent,
  formatPercentExact,
  formatShort,
  inWords,
  NARROW_SPACE,
  signed,
} from "./format/numbers.ts";
export { monthInWords, shortYear } from "./format/dates.ts";
export { parseMoney, parsePercent } from "./format/typed.ts";
export { roundedParts, wholePercentages } from "./format/rounding.ts";

export { checkResults } from "./results/checks.ts";
export type { Concern } from "./results/concerns/concern.ts";
export { concernsOf } from "./results/concerns/concerns.ts";
export { targetConcerns } from "./results/concerns/targets.ts";
export { breakEvenYear } from "./results/break-even.ts";
export { jsonReport, type JsonReport } from "./results/report.ts";
export { levelByYear } from "./results/report-benchmarks.ts";
export { SECTION_28 } from "./results/report-money.ts";
export { varianceRule } from "./results/variance-rule.ts";
export { addedRows, formatFigure } from "./results/own-formulas.ts";
export { programmeLabel, type ResultLabels, type Told } from "./results/labels.ts";
export { resultSentence } from "./results/result-sentence.ts";
export { textOf } from "./results/phrases.ts";
export {
  areasFinding,
  bedsFinding,
  causesFinding,
  moneyFinding,
  trajectoryFinding,
  type TrajectoryMeasure,
} from "./results/findings.ts";
export { wardClosures } from "./results/wards.ts";
