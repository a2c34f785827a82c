/** Results made by hand, to see what is said of them: two areas, one hospital, two specialties, three years. */
import { cellCount, type CommissioningResults, type Members, type NamedArray } from "../../models/index.ts";
import { emptyScenario, type ResultLabels, type Scenario, type Told } from "../../scenarios/index.ts";
import { fixtureDataset } from "./fixture.ts";

export const YEARS = ["2024/25", "2025/26", "2026/27"];
const MEMBERS: Members = {
  world: ["doing-nothing", "scenario"],
  year: YEARS,
  area: ["north", "south"],
  hospital: ["royal", "county"],
  specialty: ["general-medicine", "geriatric-medicine"],
  cause: ["demography", "hospital-at-home:admissions", "reablement:delay", "reablement:admissions"],
};

export const LABELS: ResultLabels = {
  areas: [
    { id: "north", label: "North glen" },
    { id: "south", label: "South glen" },
  ],
  hospitals: [
    { id: "royal", label: "Royal" },
    { id: "county", label: "County" },
  ],
  specialties: [
    { id: "general-medicine", label: "General medicine", closureStep: 24 },
    { id: "geriatric-medicine", label: "Geriatric medicine", closureStep: 12 },
  ],
  provenance: [],
  warnings: [],
};

/** Both worlds by year; the whole stands in the first cell of every other dimension. */
type Series = { readonly nothing: readonly number[]; readonly scenario: readonly number[] };

export interface Figures {
  readonly bedDays?: Series;
  readonly south?: Series;
  readonly delayed?: Series;
  /** By year, £. */
  readonly money?: Readonly<Record<string, readonly number[]>>;
  /** Closed beds by "hospital specialty". */
  readonly closed?: Readonly<Record<string, Series>>;
  readonly needed?: Readonly<Record<string, Series>>;
  readonly openBase?: Readonly<Record<string, number>>;
  readonly saved?: Readonly<Record<string, number>>;
}

export function told(figures: Figures, scenario: Partial<Scenario> = {}, labels: Partial<ResultLabels> = {}): Told {
  return {
    results: handMade(figures),
    scenario: { ...emptyScenario(fixtureDataset()), ...scenario },
    labels: { ...LABELS, ...labels },
  };
}

function handMade(figures: Figures): CommissioningResults {
  const values = new Map<string, NamedArray>();
  const flat = { nothing: [100_000, 100_000, 100_000], scenario: [100_000, 100_000, 100_000] };
  const none = { nothing: [0, 0, 0], scenario: [0, 0, 0] };
  const put = (id: string, dims: readonly string[], of: (at: Record<string, string>) => number) =>
    values.set(id, { dims, values: Float64Array.from(cells(dims), of) });
  const from = (series: Series, at: Record<string, string>) =>
    series[at["world"] === "scenario" ? "scenario" : "nothing"][YEARS.indexOf(at["year"] as string)] as number;
  const activity = ["world", "year", "area", "specialty"];
  const first = (at: Record<string, string>) => at["specialty"] === "general-medicine";
  for (const [id, whole] of [
    ["emergencyBedDays", figures.bedDays ?? flat],
    ["emergencyAdmissions", flat],
    ["delayedBedDays", figures.delayed ?? flat],
  ] as const) {
    put(id, activity, (at) => {
      if (!first(at)) return 0;
      const south = id === "emergencyBedDays" && figures.south !== undefined ? from(figures.south, at) : 0;
      return at["area"] === "south" ? south : from(whole, at) - south;
    });
  }
  const atHospital = ["world", "year", "hospital", "specialty"];
  const place = (at: Record<string, string>) => `${at["hospital"]} ${at["specialty"]}`;
  put("bedsClosed", atHospital, (at) => from(figures.closed?.[place(at)] ?? none, at));
  put("bedsNeeded", atHospital, (at) => from(figures.needed?.[place(at)] ?? none, at));
  put("bedsOpenBase", ["hospital", "specialty"], (at) => figures.openBase?.[place(at)] ?? 0);
  // What £1.25 of 2026/27 bought in 2024/25 cost £1.
  put("deflatorIndex", ["year"], (at) => [1, 1.1, 1.25][YEARS.indexOf(at["year"] as string)] as number);
  put("hospitalCost", atHospital, (at) => (first(at) && at["hospital"] === "royal" ? 1_000_000 : 0));
  for (const id of ["released", "avoided", "stranded", "investment"]) {
    for (const suffix of ["Total", "TotalReal"]) {
      put(id + suffix, ["year"], (at) => figures.money?.[id]?.[YEARS.indexOf(at["year"] as string)] ?? 0);
    }
  }
  // All of what is released is held, unless said otherwise.
  for (const suffix of ["Total", "TotalReal"]) {
    put(`releasedIfHeld${suffix}`, ["year"], (at) => {
      const series = figures.money?.["releasedIfHeld"] ?? figures.money?.["released"];
      return series?.[YEARS.indexOf(at["year"] as string)] ?? 0;
    });
  }
  for (const id of ["shiftedOut", "bridging", "bridgingReal"]) {
    put(id, ["year"], (at) => figures.money?.[id.replace("Real", "")]?.[YEARS.indexOf(at["year"] as string)] ?? 0);
  }
  put("bridgeBedDays", ["cause", "year", "area", "specialty"], (at) =>
    first(at) && at["area"] === "north" && at["year"] === YEARS[2] ? -(figures.saved?.[at["cause"] as string] ?? 0) : 0,
  );
  return { members: MEMBERS, values };
}

/** Coordinates of every cell, row by row. */
function cells(dims: readonly string[]): Record<string, string>[] {
  const count = cellCount(MEMBERS, dims);
  return Array.from({ length: count }, (_, cell) => {
    const at: Record<string, string> = {};
    let rest = cell;
    for (const dim of [...dims].reverse()) {
      const members = MEMBERS[dim] as readonly string[];
      at[dim] = members[rest % members.length] as string;
      rest = Math.floor(rest / members.length);
    }
    return at;
  });
}

type Amounts = Readonly<Record<string, number>>;

/** A scenario that gives these amounts to programmes, from general medicine unless said otherwise. */
export function moving(amounts: Amounts, from: string | null = "general-medicine"): Partial<Scenario> {
  const empty = emptyScenario(fixtureDataset());
  const [model] = empty.shifts;
  if (model === undefined) throw new Error("The empty scenario has shifts.");
  return {
    shifts: Object.entries(amounts).map(([to, amount]) => ({
      ...model,
      id: `${from ?? "new"}-${to}`,
      from,
      to,
      amount,
    })),
  };
}
