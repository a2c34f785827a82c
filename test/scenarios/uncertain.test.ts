import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commissioningInputs } from "../../models/commissioning/inputs.ts";
import { commissioningMembers } from "../../models/commissioning/members.ts";
import { commissioningModel } from "../../models/commissioning/model.ts";
import { stridesOf, type Members, type UncertainCase } from "../../models/index.ts";
import { createDraws } from "../../models/uncertainty/draws.ts";
import {
  emptyScenario,
  evidenceLibrary,
  resolveCase,
  resolveUncertain,
  type EffectEntry,
  type Scenario,
} from "../../scenarios/index.ts";
import { fixtureDataset } from "./fixture.ts";

const dataset = fixtureDataset();
const empty = emptyScenario(dataset);
type Ranges = NonNullable<NonNullable<Scenario["uncertainty"]>["ranges"]>;

function withRanges(ranges: Ranges, more: Partial<Scenario> = {}): Scenario {
  return { ...empty, ...more, uncertainty: { ranges } };
}

function named(given: UncertainCase, name: string) {
  const found = given.assumptions.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is certain.`);
  return found;
}

/** All draws of one assumption. */
function drawsOf(given: UncertainCase, name: string): Float64Array {
  const { seed, draws, points, correlations, assumptions } = given;
  const plan = { seed, draws, points, correlations, assumptions: assumptions.map((each) => each.distribution) };
  const into = assumptions.map(() => new Float64Array(draws));
  createDraws(plan).fill(into, 0, 0, draws);
  return (into[assumptions.findIndex((each) => each.name === name)] as Float64Array).slice();
}

/** Place of a member; NaN when there is none of that name. */
function indexOf(members: Members, dim: string, member: string | undefined): number {
  const place = (members[dim] ?? []).indexOf(member ?? "");
  return place < 0 ? NaN : place;
}

const GROWTH: Ranges = {
  "growth:general-medicine": { kind: "elicited", low: -0.01, high: 0.03, sure: 80, quantity: "unbounded" },
};

describe("an interval typed in a scenario", () => {
  it("comes back out of the draws, at the percentiles it was typed for", () => {
    const given = resolveUncertain(dataset, withRanges(GROWTH), { draws: 4096, points: "latin-hypercube" });
    const values = drawsOf(given, "growth:general-medicine").sort();
    // One draw in each 4096th: the 10 % point lies within a slice of rank 409.6.
    const share = (limit: number) => values.filter((value) => value < limit).length / 4096;
    expect(share(-0.01)).toBeCloseTo(0.1, 3);
    expect(share(0.03)).toBeCloseTo(0.9, 3);
  });

  it("leaves the run without draws as it was", () => {
    expect(resolveCase(dataset, withRanges(GROWTH))).toEqual(resolveCase(dataset, empty));
    expect(named(resolveUncertain(dataset, withRanges(GROWTH)), "growth:general-medicine").distribution.central()).toBe(
      0.005,
    );
  });

  it("lies about the value that the scenario sets", () => {
    const scenario = withRanges(GROWTH, { assumptions: { "growth:general-medicine": 0.02 } });
    expect(named(resolveUncertain(dataset, scenario), "growth:general-medicine").distribution.central()).toBe(0.02);
  });
});

describe("which assumptions are uncertain", () => {
  it("are the library's ranges alone where the scenario says nothing", () => {
    const { assumptions, correlations, seed, draws, points } = resolveUncertain(dataset, empty);
    expect({ correlations, seed, draws, points }).toEqual({ correlations: [], seed: 1, draws: 5000, points: "random" });
    expect(assumptions.length).toBeGreaterThan(40);
    expect(assumptions.filter(({ name }) => !name.startsWith("programme:"))).toEqual([]);
    const names = assumptions.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    // The trials of admission avoidance count the stay with the admission: no effect, so nothing uncertain.
    expect(names).not.toContain("programme:hospital-at-home:effectOnStay");
  });

  it("leave out a parameter that the scenario sets, unless it gives it a range", () => {
    const set = {
      programmes: [{ id: "hah", evidence: "hospital-at-home", parameters: { maxReach: 0.5 } }],
      shifts: [],
    };
    const key = "programme:hah:maxReach";
    expect(resolveUncertain(dataset, { ...empty, ...set }).assumptions.map(({ name }) => name)).not.toContain(key);
    const ranged = resolveUncertain(dataset, withRanges({ [key]: { kind: "uniform", low: 0.4, high: 0.7 } }, set));
    expect(named(ranged, key).distribution.kind).toBe("uniform");
    expect(named(ranged, key).distribution.central()).toBe(0.5);
  });

  it("leave out what is fixed", () => {
    const key = "programme:hospital-at-home:maxReach";
    expect(named(resolveUncertain(dataset, empty), key).distribution.kind).toBe("logit-normal");
    const names = resolveUncertain(dataset, withRanges({ [key]: { kind: "fixed" } })).assumptions.map(
      ({ name }) => name,
    );
    expect(names).not.toContain(key);
  });

  it("take seed, draws and points from the run, else from the scenario", () => {
    const scenario = { ...empty, uncertainty: { seed: 7, draws: 100, points: "sobol" as const } };
    expect(resolveUncertain(dataset, scenario)).toMatchObject({ seed: 7, draws: 100, points: "sobol" });
    expect(resolveUncertain(dataset, scenario, { draws: 9, seed: 3 })).toMatchObject({ seed: 3, draws: 9 });
  });

  it("meet chance if the scenario says something of it, or if the run asks for it, and not if the run does without", () => {
    const scenario = { ...empty, uncertainty: { chance: { squaredStayRatio: 3 } } };
    expect(resolveUncertain(dataset, scenario).chance).toEqual({ squaredStayRatio: 3 });
    expect(resolveUncertain(dataset, scenario, { chance: true }).chance).toEqual({ squaredStayRatio: 3 });
    expect(resolveUncertain(dataset, scenario, { chance: false }).chance).toBeUndefined();
    expect(resolveUncertain(dataset, empty).chance).toBeUndefined();
    expect(resolveUncertain(dataset, empty, { chance: true }).chance).toEqual({});
  });

  it("keep their draws when another is added", () => {
    const key = "programme:telecare:unitCost";
    const few = drawsOf(resolveUncertain(dataset, empty, { draws: 50 }), key);
    expect(drawsOf(resolveUncertain(dataset, withRanges(GROWTH), { draws: 50 }), key)).toEqual(few);
  });
});

describe("ranges of the evidence library", () => {
  const effects = evidenceLibrary.filter((entry): entry is EffectEntry => entry.kind === "effect");
  const programmes = effects.map(({ id }) => ({ id, evidence: id }));
  const all = resolveUncertain(dataset, { ...empty, programmes });
  const shares = ["maxReach", "eligibleShare", "effectOnAdmissions", "effectOnStay", "effectOnDelay"] as const;
  const amounts = ["unitCost", "rampMonths"] as const;
  const rows = effects.flatMap((entry) =>
    [...shares, ...amounts].map((name) => ({ entry, name, parameter: entry.parameters[name] })),
  );

  it.each(rows.filter(({ parameter }) => parameter.low < parameter.high))(
    "$entry.id, $name: an interval inside its limits, else ends",
    ({ entry, name, parameter: { low, central, high } }) => {
      const { distribution } = named(all, `programme:${entry.id}:${name}`);
      expect(distribution.central()).toBe(central);
      const inside = low > 0 && (high < 1 || !shares.some((each) => each === name));
      if (inside) {
        expect(distribution.quantile(0.1) / low).toBeCloseTo(1, 9);
        expect(distribution.quantile(0.9) / high).toBeCloseTo(1, 9);
      } else {
        expect(distribution.kind).toBe("pert");
        expect(distribution.support).toEqual([low, high]);
      }
    },
  );

  it("draws the people whom a prevention is for as a share", () => {
    // 6 % to 15 % of people aged 75 and over, 80 % sure: the ends are the P10 and P90.
    const { distribution } = named(all, "programme:anticipatory-care:prevalence");
    expect(distribution.quantile(0.1)).toBeCloseTo(0.06, 12);
    expect(distribution.quantile(0.9)).toBeCloseTo(0.15, 12);
    expect(distribution.central()).toBe(0.1);
    // One person a place for sure: nothing is drawn.
    expect(all.assumptions.map(({ name }) => name)).not.toContain("programme:telecare:throughput");
  });

  it("draws how light avoided cases are between their ends", () => {
    const ratio = named(all, "programme:hospital-at-home:stayRatio").distribution;
    expect([ratio.kind, ratio.support, ratio.central()]).toEqual(["pert", [0.3, 1], 0.5]);
    const delay = named(all, "programme:hospital-at-home:delayRatio").distribution;
    expect([delay.kind, delay.support, delay.central()]).toEqual(["pert", [0, 1], 0.2]);
  });

  it("never gives a draw that the model refuses", () => {
    const limits = (name: string): readonly [number, number] => {
      if (/lineSaving/.test(name)) return [-Infinity, Infinity];
      if (/unitCost|throughput|rampMonths|readmissionRatio/.test(name)) return [0, Infinity];
      return /effectOn/.test(name) ? [-Infinity, 1] : [0, 1];
    };
    const outside = all.assumptions.filter(({ name, distribution }) => {
      const [least, most] = limits(name);
      return !(distribution.quantile(2 ** -54) > least) || !(distribution.quantile(1 - 2 ** -53) <= most);
    });
    expect(outside.map(({ name }) => name)).toEqual([]);
  });
});

describe("the numbers that an assumption sets", () => {
  const key = (stem: string) => `${stem}:general-medicine`;
  const about = (value: number) => ({ kind: "uniform" as const, low: value * 0.9, high: value * 1.1 });
  const programmes = [
    {
      id: "hah",
      evidence: "hospital-at-home",
      parameters: { presentCapacity: { south: 4 }, lineSaving: { "home-care": 50 }, eligibleShareOfDelay: 0.2 },
    },
    { id: "telecare", evidence: "telecare" },
  ];
  const scenario = withRanges(
    {
      ...Object.fromEntries(
        [
          [key("growth"), 0.005],
          [key("occupancy"), 0.85],
          [key("variable-share"), 0.25],
          [key("closure-step"), 6],
          [key("release-lag-months"), 9],
          [key("escalation-premium"), 1.4],
          ["inflation:care:2026/27", 0.03],
          ["deflator:2027/28", 0.02],
          ["uplift:home-care:2025/26", 0.03],
          ["demand-growth:reablement", 0.01],
          ["opening-reserves", 1_000_000],
          ["reserves-floor", 200_000],
          ["programme:hah:presentCapacity:south", 4],
          ["programme:hah:lineSaving:home-care", 50],
        ].map(([name, value]) => [name, about(value as number)]),
      ),
      [key("stay-drift")]: { kind: "normal", mean: 0, sd: 0.01 },
      "health-age-shift:2028/29": { kind: "normal", mean: 0, sd: 1 },
    },
    { programmes, shifts: [] },
  );
  const given = resolveUncertain(dataset, scenario);

  it("exist, and hold the central value in the run without draws", () => {
    const members = commissioningMembers(given.case);
    const inputs = commissioningInputs(given.case, members);
    const declared = new Map(commissioningModel("projected").inputs.map((input) => [input.id, input.dims]));
    const found = given.assumptions.flatMap(({ name, distribution, cells }) =>
      cells.map(({ input, at, scale = 1, offset = 0 }) => {
        const dims = declared.get(input) ?? [];
        const values = inputs.get(input)?.values ?? [];
        const strides = stridesOf(members, dims);
        const cell = dims.reduce((sum, dim) => sum + indexOf(members, dim, at[dim]) * (strides[dim] as number), 0);
        const drawn = offset + scale * distribution.central();
        const right = Object.keys(at).length === dims.length && Math.abs((values[cell] ?? NaN) - drawn) <= 1e-12;
        return right ? "right" : `${name}: ${input}`;
      }),
    );
    expect([...new Set(found)]).toEqual(["right"]);
    expect(given.assumptions.length).toBeGreaterThan(25);
  });

  it("of the eligible share are those of bed days and delay too, where they are not known", () => {
    const inputs = (name: string) => named(given, name).cells.map(({ input }) => input);
    expect(inputs("programme:telecare:eligibleShare")).toEqual([
      "eligibleShare",
      "eligibleShareOfBedDays",
      "eligibleShareOfDelay",
      "eligibleShareOfAttendances",
    ]);
    expect(inputs("programme:hah:eligibleShare")).toEqual([
      "eligibleShare",
      "eligibleShareOfBedDays",
      "eligibleShareOfAttendances",
    ]);
  });

  it("of the variable share keep the three cost shares at 1, and the other two in proportion", () => {
    const { cells } = named(given, key("variable-share"));
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (draw) => {
        const [variable, semiFixed, fixed] = cells.map(({ scale = 1, offset = 0 }) => offset + scale * draw);
        expect(variable).toBe(draw);
        expect(draw + (semiFixed as number) + (fixed as number)).toBeCloseTo(1, 12);
        // 0.45 to 0.3, as in the dataset.
        expect((semiFixed as number) * 2).toBeCloseTo((fixed as number) * 3, 12);
        expect(Math.min(semiFixed as number, fixed as number)).toBeGreaterThanOrEqual(-1e-15);
      }),
    );
  });
});
