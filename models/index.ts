/** Public entry of the models layer: pure functions from numbers to numbers. */
export type { NamedArray, Members } from "./language/named-array.ts";
export { sizeOf, cellCount, stridesOf } from "./language/named-array.ts";
export type {
  Activity,
  AgeBand,
  BudgetLine,
  CommissioningCase,
  Payer,
  Programme,
  Shift,
  Specialty,
} from "./commissioning/case.ts";
export { DISCOUNT_RATE } from "./commissioning/inputs-books.ts";
export { financialYear, financialYears } from "./commissioning/case.ts";
export type { CommissioningResults, VariableInfo } from "./commissioning/results.ts";
export { ModelInputError } from "./commissioning/input-error.ts";
export { extensionsText } from "./commissioning/extensions.ts";
export type { Extensions, Mark } from "./commissioning/extensions.ts";
export { FormulaError } from "./language/formula-error.ts";
export { checkExtensions, commissioningVariables, modelText } from "./commissioning/model.ts";
export type { UncertainAssumption, UncertainCase, UncertainCell } from "./commissioning/uncertain-case.ts";
export type { Distribution } from "./uncertainty/distributions/distribution.ts";
export { distributionOf } from "./uncertainty/distributions/written.ts";
export type { WrittenDistribution } from "./uncertainty/distributions/written.ts";
export { reportCorrelations } from "./uncertainty/correlation/report.ts";
export type { RequestedCorrelation } from "./uncertainty/correlation/copula.ts";
export type { PointsKind } from "./uncertainty/points/points.ts";
export { RESULT_IDS } from "./commissioning/result-ids.ts";
export { createCommissioningRunner } from "./commissioning/run.ts";
export type { CommissioningRunner } from "./commissioning/run.ts";
export { useOfInputs } from "./commissioning/use-of-inputs.ts";
export type { UseOfInput } from "./commissioning/use-of-inputs.ts";
export { explainCommissioning } from "./commissioning/explain.ts";
export type { CommissioningPlan } from "./commissioning/explain.ts";
export type { ExplainedDraws } from "./commissioning/explain-draws.ts";
export type { ExplainedStatement } from "./language/explain.ts";
export { tryOnCase, tryOnNumbers, tryOnValues } from "./commissioning/try-formula.ts";
export type { Deadline } from "./commissioning/try-formula.ts";
export type { TriedFormula } from "./language/try-formula.ts";
export { bridge } from "./attribution/bridge.ts";
export { bridgeInputs } from "./attribution/causes.ts";
export { roundHalfAway } from "./language/cell-functions.ts";
export { poissonQuantile } from "./uncertainty/chance/poisson.ts";
export { checkLoad, checkRun, checkSize, noRoomFor } from "./language/draws/machine.ts";
export type { DrawMachine, LoadedProgram, ResultStore } from "./language/draws/machine.ts";
export { plainMachine } from "./language/draws/plain-machine.ts";
export type { DrawProgram } from "./language/draws/program.ts";
export { resolveCode } from "./language/draws/resolve-code.ts";
export type { ColumnFiller, NormalColumn } from "./uncertainty/column-filler.ts";
export { createDraws } from "./uncertainty/draws.ts";
export type { Draws, DrawsPlan } from "./uncertainty/draws.ts";
export type { Stream } from "./uncertainty/random/streams.ts";
export { createDrawJobs } from "./commissioning/draw-jobs.ts";
export { CHANCE_FIGURES } from "./commissioning/draw-chance.ts";
export type { ChanceFigures } from "./commissioning/draw-chance.ts";
export type { DrawJob, DrawnTarget } from "./commissioning/draw-jobs.ts";
export { checkTargets, targetOf } from "./commissioning/draw-targets.ts";
export { RANGE_IDS } from "./commissioning/range-ids.ts";
export type { DrawnResult, DrawnResults } from "./language/draws/results.ts";
export { distributionFrom, recordOf } from "./uncertainty/distributions/record.ts";
export type { DistributionRecord } from "./uncertainty/distributions/record.ts";
export { BoundedSummaries } from "./uncertainty/summaries/bounded/bounded-summaries.ts";
export type { Chunk } from "./uncertainty/summaries/bounded/chunk.ts";
export { Collector, mergeCollected } from "./uncertainty/summaries/bounded/collecting.ts";
export type { Collected } from "./uncertainty/summaries/bounded/collecting.ts";
export type { CollectingTask } from "./uncertainty/summaries/bounded/collecting-task.ts";
export { Counter, mergeCounts } from "./uncertainty/summaries/bounded/counting.ts";
export type { Counts, CountingTask } from "./uncertainty/summaries/bounded/counting.ts";
export type { SummaryRequest } from "./uncertainty/summaries/percentile-ranks.ts";
export { chanceOf } from "./uncertainty/summaries/targets.ts";
export { PERCENTILES, Summariser } from "./uncertainty/summaries/summaries.ts";
export { cellLabel } from "./language/runner.ts";
