/** Each sanity check speaks for a figure just beyond its limit, and is silent for one at it. */
import { describe, expect, it } from "vitest";
import {
  cellCount,
  createCommissioningRunner,
  RESULT_IDS,
  stridesOf,
  type CommissioningResults,
  type Members,
  type NamedArray,
} from "../../models/index.ts";
import {
  concernsOf,
  emptyScenario,
  exampleScenario,
  jsonReport,
  resolveCase,
  targetConcerns,
  type Scenario,
} from "../../scenarios/index.ts";
import { fixtureDataset } from "./fixture.ts";

const SPACE = "\u202F";
const dataset = fixtureDataset();
const MEMBERS: Members = {
  world: ["doing-nothing", "scenario"],
  year: ["2024/25", "2025/26", "2026/27"],
  area: ["north", "south"],
  hospital: ["royal"],
  specialty: ["general-medicine", "geriatric-medicine"],
  line: ["set-aside", "home-care"],
  programme: ["hospital-at-home", "reablement"],
};
const WARD = ["hospital", "specialty"];
const AT_WARD = ["world", "year", ...WARD];
const DIMS: Readonly<Record<string, readonly string[]>> = {
  reach: ["year", "programme", "area"],
  reachLimit: ["year", "programme", "area"],
  specialtyHolds: ["year", "specialty"],
  specialtyTaken: ["year", "specialty"],
  budget: ["world", "year", "line"],
  bridging: ["year"],
  refilledTotal: ["year"],
  bedsOpenBase: WARD,
  bedsCounted: WARD,
  bedsOpen: AT_WARD,
  bedsNeeded: AT_WARD,
  bedsClosed: AT_WARD,
};
const scenarioOf = (evidence: string): Scenario["programmes"][number] => ({ id: evidence, evidence });
const empty: Scenario = {
  ...emptyScenario(dataset),
  programmes: [scenarioOf("hospital-at-home"), scenarioOf("reablement")],
  shifts: [],
};

type Put = readonly [id: string, at: Readonly<Record<string, string>>, value: number];

/** Results of 0 everywhere but where something is put. */
function resultsWith(puts: readonly Put[]): CommissioningResults {
  const values = new Map<string, NamedArray>(
    Object.entries(DIMS).map(([id, dims]) => [id, { dims, values: new Float64Array(cellCount(MEMBERS, dims)) }]),
  );
  for (const [id, at, value] of puts) {
    const block = values.get(id);
    if (block === undefined) throw new Error(`${id} is not here.`);
    const strides = stridesOf(MEMBERS, block.dims);
    const cell = block.dims.reduce(
      (sum, dim) => sum + (strides[dim] ?? 0) * (MEMBERS[dim] ?? []).indexOf(at[dim] ?? ""),
      0,
    );
    block.values[cell] = value;
  }
  return { members: MEMBERS, values };
}

const said = (puts: readonly Put[], scenario: Scenario = empty) =>
  concernsOf({ results: resultsWith(puts), scenario, names: dataset });
const year = "2026/27";
const world = "scenario";

describe("a concern", () => {
  it("is not there where nothing stands out", () => expect(said([])).toEqual([]));

  it("says that reach is at its cap, where it is nearest, and not below 95 % of it", () => {
    const at = { programme: "reablement", area: "south", year };
    const other = { ...at, area: "north" };
    // 0.57 of 0.6 is 95 %; 0.58 is more, and 0.565 in north less.
    const limits: Put[] = [
      ["reachLimit", at, 0.6],
      ["reachLimit", other, 0.6],
    ];
    expect(said([...limits, ["reach", at, 0.58], ["reach", other, 0.575]])).toEqual([
      {
        id: "reach-at-cap",
        sentence: `Reablement reaches 58.0${SPACE}% of the eligible in South glen in 2026/27, of 60.0${SPACE}% that it can reach at all: more money there buys hardly anything.`,
        place: "Reablement, largest reach",
        path: "programmes[1].parameters.maxReach",
      },
    ]);
    expect(said([...limits, ["reach", at, 0.565]])).toEqual([]);
  });

  it("says that most of a specialty is taken, from more than half", () => {
    const at = { specialty: "geriatric-medicine", year };
    const [concern] = said([
      ["specialtyHolds", at, 7_000_000],
      ["specialtyTaken", at, 6_100_000],
    ]);
    // 6.1 / 7 is 87.1 %.
    expect(concern?.sentence).toBe(
      `Shifts take £6.10m of the £7.00m that Geriatric medicine holds in 2026/27: 87${SPACE}%.`,
    );
    expect(
      said([
        ["specialtyHolds", at, 7_000_000],
        ["specialtyTaken", at, 3_500_000],
      ]),
    ).toEqual([]);
  });

  it("says that a shift is larger than the line it cuts", () => {
    const at = { world, year, line: "home-care" };
    expect(said([["budget", at, -250_000]])[0]).toMatchObject({
      id: "shift-larger-than-line",
      sentence: "Shifts take more from Home care than it has: its budget in 2026/27 would be −£250k.",
    });
    expect(said([["budget", { ...at, world: "doing-nothing" }, -250_000]])).toEqual([]);
  });

  it("says what bridging nobody pays, in its dearest year", () => {
    const concerns = said([
      ["bridging", { year: "2025/26" }, 4_200_000],
      ["bridging", { year }, 1_000_000],
    ]);
    expect(concerns.map(({ id }) => id)).toEqual(["bridging-unfunded"]);
    expect(concerns[0]?.sentence).toContain("£4.20m of bridging in 2025/26, the dearest year");
    expect(said([["bridging", { year }, -5]])).toEqual([]);
  });

  it("says what is not released because nobody holds the beds shut, or holds only part of them", () => {
    const put: Put = ["refilledTotal", { year }, 3_200_000];
    expect(said([put])[0]?.sentence).toBe(
      "£3.20m that could be released in 2026/27 is not: nobody has agreed to hold the closed beds shut.",
    );
    const partly = { ...empty, assumptions: { "held-closed:general-medicine": 0.5 } };
    expect(said([put], partly)[0]?.sentence).toContain("only part of the closed beds are held shut");
  });

  const ward = { hospital: "royal", specialty: "general-medicine" };
  const counted: Put[] = [
    ["bedsOpenBase", ward, 100],
    ["bedsCounted", ward, 1],
  ];

  it("says that a ward is fuller than full: 85 % of 120 beds needed are 102 in 100 open", () => {
    const at = { world, year, ...ward };
    const full = (needed: number): Put[] => [...counted, ["bedsOpen", at, 100], ["bedsNeeded", at, needed]];
    expect(said(full(120))).toMatchObject([
      {
        id: "occupancy-above-100",
        sentence: `General medicine at Royal is 102.0${SPACE}% full in 2026/27: more people than its 100 open beds hold.`,
      },
    ]);
    // 85 % of 117.6 are 99.96.
    expect(said(full(117.6))).toEqual([]);
  });

  it("says that more beds are closed than open", () => {
    const at = { world, year, ...ward };
    const beds = (closed: number): Put[] => [...counted, ["bedsOpen", at, 48], ["bedsClosed", at, closed]];
    expect(said(beds(52))).toMatchObject([
      { sentence: "General medicine at Royal has 52 beds closed and 48 open in 2026/27: more closed than open." },
    ]);
    expect(said(beds(48))).toEqual([]);
  });

  it("says how many beds are assumed, not counted", () => {
    const other: Put = ["bedsOpenBase", { ...ward, specialty: "geriatric-medicine" }, 50];
    expect(said([...counted, other])).toMatchObject([
      {
        id: "beds-assumed",
        sentence:
          "50 of the 150 beds open in 2024/25 are assumed, not counted: those that bed days fill at target occupancy (Geriatric medicine at Royal).",
      },
    ]);
    expect(said(counted)).toEqual([]);
  });

  it("says that an effect is beyond its evidence, where money goes to the programme", () => {
    const [model] = emptyScenario(dataset).shifts;
    if (model === undefined) throw new Error("The empty scenario has shifts.");
    const set = (effectOnAdmissions: number, amount: number): Scenario => ({
      ...empty,
      programmes: [{ ...scenarioOf("hospital-at-home"), parameters: { effectOnAdmissions } }, scenarioOf("reablement")],
      shifts: [{ ...model, to: "hospital-at-home", amount }],
    });
    // The library has 30 to 80 %.
    expect(said([], set(0.9, 1000))).toEqual([
      {
        id: "effect-beyond-evidence",
        sentence: `The effect on admissions of Hospital at home is set to 90${SPACE}%; the evidence runs from 30${SPACE}% to 80${SPACE}%.`,
        place: "Hospital at home, effect on admissions",
        path: "programmes[0].parameters.effectOnAdmissions",
      },
    ]);
    expect(said([], set(0.8, 1000))).toEqual([]);
    expect(said([], set(0.9, 0))).toEqual([]);
  });
});

describe("a target that no draw meets", () => {
  it("is out of reach, whole or in part", () => {
    const sentences = (chance: readonly number[]) =>
      targetConcerns([{ label: "Fewer stays", chance }], 5000).map(({ sentence }) => sentence);
    expect(sentences([0])).toEqual([
      'The target "Fewer stays" is met in none of 5,000 draws: it is out of reach of this plan.',
    ]);
    expect(sentences([0.2, 0, 0])[0]).toContain("is met by 2 of its 3 values in none of");
    expect(sentences([0.0002])).toEqual([]);
  });
});

describe("the report", () => {
  it("has the concerns of its run, each with a figure, a year and a place to go", () => {
    const scenario = exampleScenario(dataset);
    const results = createCommissioningRunner().run(resolveCase(dataset, scenario), RESULT_IDS);
    const hashes = { model: "sha256-m", data: "sha256-d", scenario: "sha256-s" };
    const { concerns } = jsonReport({ dataset, scenario, results, hashes, programVersion: "0.1.0" });
    expect(concerns.map(({ id }) => id)).toContain("beds-assumed");
    expect(concerns.map(({ id }) => id)).toContain("bridging-unfunded");
    for (const { sentence, place } of concerns) {
      expect(sentence).toMatch(/\d/);
      expect(place).not.toBe("");
    }
  });
});
