/** A case with uncertain assumptions, planned: the draw program, its columns, and which series each result is. */
import { createDrawPlanner } from "../language/draws/plan-draws.ts";
import type { DrawnCase, DrawnCell, DrawPlanner } from "../language/draws/plan-draws.ts";
import type { DrawProgram } from "../language/draws/program.ts";
import { NOTHING_MADE } from "../language/draws/results.ts";
import type { DrawnResults, MetResult } from "../language/draws/results.ts";
import type { Model } from "../language/model.ts";
import { stridesOf } from "../language/named-array.ts";
import type { Members } from "../language/named-array.ts";
import type { ChanceColumn, DrawsPlan } from "../uncertainty/draws.ts";
import { checkCase } from "./check-case.ts";
import { planChance } from "./draw-chance.ts";
import type { ChanceFigures, PlannedChance } from "./draw-chance.ts";
import { metBy, withTargets } from "./draw-targets.ts";
import type { DrawTarget, PlannedTarget } from "./draw-targets.ts";
import { extensionsText, NO_EXTENSIONS } from "./extensions.ts";
import type { Extensions } from "./extensions.ts";
import { ModelInputError } from "./input-error.ts";
import { commissioningInputs } from "./inputs.ts";
import { commissioningMembers } from "./members.ts";
import { commissioningModel } from "./model.ts";
import { RANGE_IDS } from "./range-ids.ts";
import type { UncertainAssumption, UncertainCase } from "./uncertain-case.ts";

export interface DrawJob {
  readonly members: Members;
  readonly program: DrawProgram;
  readonly results: DrawnResults;
  /** Where each target is met, in the order asked: 1 in the draws in which it is, else 0. The mean is its chance. */
  readonly targets: readonly DrawnTarget[];
  /** Column i of the program is assumption i of the plan; the columns of chance come after them. */
  readonly plan: DrawsPlan;
  /** Which of the results have chance variation; null in a run without. */
  readonly chance: ChanceFigures | null;
}

/** Two scenarios in the same draws; `difference` is the second less the first. */
export interface PairJob {
  readonly program: DrawProgram;
  readonly plan: DrawsPlan;
  /** The second's own. */
  readonly members: Members;
  readonly results: DrawnResults;
  readonly difference: DrawnResults;
  /** Where each target is met in the second: as those of a job. */
  readonly targets: readonly DrawnTarget[];
  readonly chance: ChanceFigures | null;
}

export interface DrawnTarget extends MetResult {
  /** Of the formula, and so of the target's value. */
  readonly unit: string;
}

/** What is asked of a run with draws. */
export interface DrawRequest {
  /** Ids of results; absent means `RANGE_IDS`. All figures that the extensions add come with them. */
  readonly outputs?: readonly string[] | undefined;
  readonly extensions?: Extensions | undefined;
  readonly targets?: readonly DrawTarget[] | undefined;
  /** Whether admissions and bed days come with chance variation too. Absent means: if the case says something of it. */
  readonly chance?: boolean | undefined;
}

export interface DrawJobs {
  /** Throws as a run without draws does, and FormulaError for a target that is refused. */
  plan(given: UncertainCase, request?: DrawRequest): DrawJob;
  /** Both must have the same seed, draws, points and chance, and the same model. Targets are of the second. */
  planPair(first: UncertainCase, second: UncertainCase, request?: DrawRequest): PairJob;
}

/** Plans for one stream of cases that resemble each other: what an edit does not reach is kept. */
export function createDrawJobs(): DrawJobs {
  let kept: { key: string; model: Model; planner: DrawPlanner } | null = null;
  const planner = (
    given: UncertainCase,
    { extensions = NO_EXTENSIONS, targets = [] }: DrawRequest,
  ): { model: Model; planner: DrawPlanner } => {
    checkCase(given.case);
    const formulas = targets.map(({ formula }) => formula);
    const key = JSON.stringify([given.case.activity.kind, extensionsText(extensions), formulas]);
    if (kept?.key !== key) {
      const model = withTargets(commissioningModel(given.case.activity.kind, extensions), targets);
      kept = { key, model, planner: createDrawPlanner(model) };
    }
    return kept;
  };
  const asked = ({ outputs = RANGE_IDS, extensions = NO_EXTENSIONS }: DrawRequest): readonly string[] => [
    ...new Set([...outputs, ...extensions.added.map(({ id }) => id)]),
  ];
  return {
    plan(given, request = {}) {
      const own = planner(given, request);
      const drawn = drawnCase(own.model, given, given.assumptions);
      const targets = metBy(own.model, request.targets ?? [], drawn.members);
      const chance = chanceIn(request, given, given.assumptions, [drawn.members]);
      const columns = given.assumptions.length + chance.columns.length;
      const planned = own.planner.plan(drawn, columns, asked(request), targets, chance.made);
      return {
        members: drawn.members,
        program: planned.program,
        results: planned.results,
        targets: withUnits(planned.met, targets),
        plan: drawsPlan(given, given.assumptions, chance.columns),
        chance: chance.figures,
      };
    },
    planPair(first, second, request = {}) {
      const assumptions = together(first, second);
      const own = planner(first, request);
      planner(second, request);
      const [a, b] = [drawnCase(own.model, first, assumptions), drawnCase(own.model, second, assumptions)];
      const targets = metBy(own.model, request.targets ?? [], b.members);
      const chance = chanceIn(request, first, assumptions, [a.members, b.members]);
      const columns = assumptions.length + chance.columns.length;
      const planned = own.planner.planPair(a, b, columns, asked(request), targets, chance.made);
      return {
        members: b.members,
        program: planned.program,
        results: planned.second,
        difference: planned.difference,
        targets: withUnits(planned.met, targets),
        plan: drawsPlan(first, assumptions, chance.columns),
        chance: chance.figures,
      };
    },
  };
}

/** Chance in cases with these members, or none. */
function chanceIn(
  { chance: asked }: DrawRequest,
  { chance }: UncertainCase,
  assumptions: readonly UncertainAssumption[],
  members: readonly Members[],
): Omit<PlannedChance, "figures"> & { readonly figures: ChanceFigures | null } {
  if (!(asked ?? chance !== undefined)) return { columns: [], made: NOTHING_MADE, figures: null };
  return planChance(assumptions.length, members, chance ?? {});
}

function withUnits(met: readonly MetResult[], targets: readonly PlannedTarget[]): readonly DrawnTarget[] {
  return met.map((result, i) => ({ ...result, unit: targets[i]?.unit ?? "" }));
}

function drawsPlan(
  { seed, draws, points, correlations }: UncertainCase,
  assumptions: readonly UncertainAssumption[],
  chance: readonly ChanceColumn[],
): DrawsPlan {
  const distributions = assumptions.map(({ distribution }) => distribution);
  return { seed, draws, points, correlations, assumptions: distributions, chance };
}

/** The case as the planner takes it: its inputs at central values, and the cells that are drawn; `columns` in their order. */
export function drawnCase(model: Model, given: UncertainCase, columns: readonly UncertainAssumption[]): DrawnCase {
  const members = commissioningMembers(given.case);
  const dims = new Map(model.inputs.map((input) => [input.id, input.dims]));
  const place = new Map(columns.map(({ name }, i) => [name, i]));
  const drawn = given.assumptions.flatMap(({ name, cells }) =>
    cells.map(({ input, at, scale = 1, offset = 0 }): DrawnCell => {
      const cell = cellOf(members, dims.get(input), input, at);
      return { input, cell, column: place.get(name) as number, scale, offset };
    }),
  );
  return { inputs: commissioningInputs(given.case, members), members, drawn };
}

function cellOf(
  members: Members,
  dims: readonly string[] | undefined,
  input: string,
  at: Readonly<Record<string, string>>,
): number {
  if (dims === undefined) throw new Error(`The model has no input called "${input}".`);
  const strides = stridesOf(members, dims);
  return dims.reduce((cell, dim) => {
    const position = (members[dim] ?? []).indexOf(at[dim] ?? "");
    if (position < 0) throw new Error(`The input ${input} has no ${dim} called "${at[dim] ?? ""}".`);
    return cell + position * (strides[dim] ?? 0);
  }, 0);
}

/** The assumptions of both. One that both have is one column, so it must be the same in both. */
function together(first: UncertainCase, second: UncertainCase): readonly UncertainAssumption[] {
  for (const key of ["seed", "draws", "points"] as const) {
    if (first[key] !== second[key]) differs(key, String(first[key]), String(second[key]));
  }
  for (const key of ["correlations", "chance"] as const) {
    const [own, its] = [first, second].map((given) => JSON.stringify(given[key] ?? null));
    if (own !== its) differs(key, own ?? "", its ?? "");
  }
  const all = new Map(first.assumptions.map((assumption) => [assumption.name, assumption]));
  for (const assumption of second.assumptions) {
    const other = all.get(assumption.name);
    const [own, its] = [assumption, other ?? assumption].map(({ distribution: { kind, parameters } }) =>
      JSON.stringify([kind, parameters]),
    );
    if (own !== its) differs(`range of ${assumption.name}`, its ?? "", own ?? "");
    all.set(assumption.name, assumption);
  }
  return [...all.values()];
}

function differs(what: string, first: string, second: string): never {
  throw new ModelInputError({
    code: "pair.differs",
    message: `Two scenarios are compared draw by draw, and their ${what} is ${first} in the first and ${second} in the second. Give both the same.`,
    path: what,
    value: second,
    expected: first,
  });
}
