/** The model's results under the names and in the order of axes that expected-results files use. */
import { bridge, bridgeInputs, createCommissioningRunner, RESULT_IDS, sizeOf, stridesOf } from "../../models/index.ts";
import type { CommissioningCase, CommissioningResults } from "../../models/index.ts";
import { breakEvenYear } from "./break-even.ts";

/** One result: its figures in order and the sizes of its axes. */
export interface Figures {
  readonly values: readonly number[];
  readonly sizes: readonly number[];
  /** An absolute difference up to this counts as none: the figure is a difference of large ones. */
  readonly absolute: number;
}

/** Looks up a result by its path in the expected file ("books.budget"); undefined when it is not computed. */
export type Lookup = (path: string) => Figures | undefined;

const CELLS = ["year", "area", "age", "sex", "specialty"];
const HOSPITAL = ["year", "hospital", "specialty"];
const BY_AREA = ["year", "area", "specialty"];
const PROGRAMME = ["year", "area"];
const MONEY = 1e-6;

interface Source {
  readonly id: string;
  readonly axes: readonly string[];
  readonly at?: Readonly<Record<string, string>>;
  readonly absolute?: number;
}

const DOING_NOTHING = { world: "doing-nothing" };
const SCENARIO = { world: "scenario" };

/** Runs the case and gives a look-up of everything computed. */
export function compute(given: CommissioningCase): { lookup: Lookup; breakEven: number | null } {
  const cells = ["admissions", "notDelayedBedDays", "delayedBedDayCells", "bedDays"];
  const run = createCommissioningRunner().run(given, [...RESULT_IDS, "placesAdded", ...cells, ...bridgeInputs(given)]);
  const parts = bridge(given, run);
  const results: CommissioningResults = { members: parts.members, values: new Map([...run.values, ...parts.values]) };
  const sources = sourcesOf(given, results);
  return {
    lookup: (path) => {
      if (path === "booksBaseline.shiftedOut") return shiftedWhenDoingNothing(given, results);
      const source = sources.get(path);
      return source === undefined ? undefined : figures(results, source);
    },
    breakEven: breakEvenYear(results),
  };
}

function sourcesOf(given: CommissioningCase, results: CommissioningResults): ReadonlyMap<string, Source> {
  const year = ["year"];
  const sources: [string, Source][] = [
    ["days", { id: "days", axes: year }],
    ["hospitalPrice", { id: "hospitalPriceIndex", axes: year }],
    ["deflator", { id: "deflatorIndex", axes: year }],
    ["hospital.open0", { id: "bedsOpenBase", axes: ["hospital", "specialty"] }],
    ["hospital.releasedByArea", { id: "releasedByArea", axes: BY_AREA, absolute: MONEY }],
    ["hospital.avoidedByArea", { id: "avoidedByArea", axes: BY_AREA, absolute: MONEY }],
    ["hospital.closedAlone", { id: "bedsClosedAlone", axes: BY_AREA, absolute: MONEY }],
    ["books.bridging", { id: "bridging", axes: year, absolute: MONEY }],
    ["real.bridgingReal", { id: "bridgingReal", axes: year, absolute: MONEY }],
    ["real.releasedReal", { id: "releasedTotalReal", axes: year, absolute: MONEY }],
    ["real.avoidedReal", { id: "avoidedTotalReal", axes: year, absolute: MONEY }],
    ["real.strandedReal", { id: "strandedTotalReal", axes: year, absolute: MONEY }],
    ["real.programmeSpendReal", { id: "investmentTotalReal", axes: year, absolute: MONEY }],
    ["totals.released", { id: "releasedTotal", axes: year, absolute: MONEY }],
    ["totals.avoided", { id: "avoidedTotal", axes: year, absolute: MONEY }],
    ["totals.stranded", { id: "strandedTotal", axes: year, absolute: MONEY }],
    ["totals.programmeSpend", { id: "investmentTotal", axes: year, absolute: MONEY }],
    ["books.shiftedOut", { id: "shiftedOut", axes: year, absolute: MONEY }],
    ...cellSources("baseline", DOING_NOTHING),
    ...cellSources("scenario", SCENARIO),
    ...hospitalSources("", SCENARIO),
    ...hospitalSources("Baseline", DOING_NOTHING),
    ...bookSources(given, "books", SCENARIO),
    ...bookSources(given, "booksBaseline", DOING_NOTHING),
    ...realSources("real", SCENARIO),
    ...realSources("realBaseline", DOING_NOTHING),
    ...programmeSources(given),
  ];
  for (const id of [
    "released",
    "avoided",
    "stranded",
    "strandedFixed",
    "notionalReduction",
    "releasedVariable",
    "releasedBeds",
  ]) {
    sources.push([`hospital.${id}`, { id, axes: HOSPITAL, absolute: MONEY }]);
  }
  for (const cause of results.members["cause"] ?? []) {
    for (const [name, id] of [
      ["admissions", "bridgeAdmissions"],
      ["bedDays", "bridgeBedDays"],
    ] as const) {
      sources.push([`bridge.${name}.${cause}`, { id, axes: BY_AREA, at: { cause }, absolute: MONEY }]);
    }
  }
  return new Map(sources);
}

type Sources = readonly [string, Source][];

function cellSources(prefix: string, at: Readonly<Record<string, string>>): Sources {
  const names = {
    admissions: "admissions",
    notDelayed: "notDelayedBedDays",
    delayed: "delayedBedDayCells",
    bedDays: "bedDays",
  };
  return Object.entries(names).map(([name, id]) => [`${prefix}.${name}`, { id, axes: CELLS, at }]);
}

function hospitalSources(suffix: string, at: Readonly<Record<string, string>>): Sources {
  const source = (id: string, absolute = 0): Source => ({ id, axes: HOSPITAL, at, absolute });
  return [
    [`hospital.needed${suffix}`, source("bedsNeeded")],
    [`hospital.closed${suffix}`, source("bedsClosed", MONEY)],
    [`hospital.extra${suffix}`, source("bedsExtra", MONEY)],
    [`hospital.open${suffix}`, source("bedsOpen")],
    [`hospital.cost${suffix}`, source("hospitalCost")],
    [`hospital.notional${suffix}`, source("notionalCost")],
    [`hospital.costByArea${suffix}`, { id: "hospitalCostByArea", axes: BY_AREA, at }],
  ];
}

function bookSources(given: CommissioningCase, prefix: string, at: Readonly<Record<string, string>>): Sources {
  const line = ["line", "year"];
  const yearly = ["directedSetAside", "trueUp", "position", "reserves", "reservesDrawn", "fundingGap"];
  const payers = [...new Set(given.lines.map(({ payer }) => payer))];
  return [
    [`${prefix}.budget`, { id: "budget", axes: line, at, absolute: MONEY }],
    [`${prefix}.budgetBeforeShifts`, { id: "budgetBeforeShifts", axes: line }],
    [`${prefix}.cost`, { id: "lineCost", axes: line, at }],
    ...yearly.map((id): [string, Source] => [`${prefix}.${id}`, { id, axes: ["year"], at, absolute: MONEY }]),
    ...payers.flatMap((payer): Sources => [
      [
        `${prefix}.budgetByPayer.${payer}`,
        { id: "budgetByPayer", axes: ["year"], at: { ...at, payer }, absolute: MONEY },
      ],
      [`${prefix}.costByPayer.${payer}`, { id: "costByPayer", axes: ["year"], at: { ...at, payer } }],
    ]),
  ];
}

function realSources(prefix: string, at: Readonly<Record<string, string>>): Sources {
  const line = ["line", "year"];
  return [
    [`${prefix}.budgetReal`, { id: "budgetReal", axes: line, at, absolute: MONEY }],
    [`${prefix}.costReal`, { id: "lineCostReal", axes: line, at }],
    ...["positionReal", "fundingGapReal", "reservesReal", "trueUpReal"].map((id): [string, Source] => [
      `${prefix}.${id}`,
      { id, axes: ["year"], at, absolute: MONEY },
    ]),
  ];
}

function programmeSources(given: CommissioningCase): Sources {
  return given.programmes.flatMap(({ id: programme }): Sources => {
    const at = { programme };
    const path = `programmes.${programme}`;
    return [
      [`${path}.spend`, { id: "investment", axes: PROGRAMME, at, absolute: MONEY }],
      [`${path}.capacity`, { id: "placesAdded", axes: PROGRAMME, at, absolute: 1e-12 }],
      [`${path}.eligible`, { id: "eligible", axes: PROGRAMME, at }],
      [`${path}.reach`, { id: "reach", axes: PROGRAMME, at, absolute: 1e-12 }],
      [`${path}.served`, { id: "served", axes: PROGRAMME, at, absolute: MONEY }],
    ];
  });
}

/** Set-aside budgets before shifts less set-aside budgets, doing nothing: what its books show as moved, which is nothing. */
function shiftedWhenDoingNothing(given: CommissioningCase, results: CommissioningResults): Figures | undefined {
  const before = figures(results, { id: "budgetBeforeShifts", axes: ["year", "line"] });
  const directed = figures(results, { id: "directedSetAside", axes: ["year"], at: DOING_NOTHING });
  if (before === undefined || directed === undefined) return undefined;
  const values = directed.values.map((left, t) => {
    const lines = given.lines.map((line, b) =>
      line.payer === "set-aside" ? (before.values[t * given.lines.length + b] ?? 0) : 0,
    );
    return lines.reduce((sum, budget) => sum + budget, 0) - left;
  });
  return { values, sizes: directed.sizes, absolute: MONEY };
}

/** The figures of a block along `axes`, its other dimensions held at the members `at`. */
function figures(results: CommissioningResults, source: Source): Figures | undefined {
  const block = results.values.get(source.id);
  if (block === undefined) return undefined;
  const strides = stridesOf(results.members, block.dims);
  let start = 0;
  for (const [dim, member] of Object.entries(source.at ?? {})) {
    start += (results.members[dim] ?? []).indexOf(member) * (strides[dim] ?? 0);
  }
  const sizes = source.axes.map((dim) => sizeOf(results.members, dim));
  let offsets = [start];
  source.axes.forEach((dim, i) => {
    const stride = strides[dim] ?? 0;
    offsets = offsets.flatMap((offset) => Array.from({ length: sizes[i] ?? 0 }, (_, n) => offset + n * stride));
  });
  return { values: offsets.map((offset) => block.values[offset] ?? Number.NaN), sizes, absolute: source.absolute ?? 0 };
}
