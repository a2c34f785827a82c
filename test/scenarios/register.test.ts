import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { useOfInputs } from "../../models/index.ts";
import {
  assumptionRegister,
  compareAssumptions,
  emptyScenario,
  illustrativeReport,
  parseScenario,
  ScenarioError,
  serialiseScenario,
  valueInWords,
  type Scenario,
} from "../../scenarios/index.ts";
import { fixtureDataset } from "./fixture.ts";

const dataset = fixtureDataset();
const plain: Scenario = { ...emptyScenario(dataset), title: "Plain" };

function entryOf(scenario: Scenario, key: string) {
  const found = assumptionRegister(dataset, scenario).entries.find((each) => each.key === key);
  if (found === undefined) throw new Error(`The register has no ${key}.`);
  return found;
}

/** The plain scenario with changes to its hospital at home. */
function withHome(parameters: NonNullable<Scenario["programmes"][number]["parameters"]>): Scenario {
  const programmes = plain.programmes.map((each) => (each.id === "hospital-at-home" ? { ...each, parameters } : each));
  return { ...plain, programmes };
}

describe("which formulas read an input", () => {
  it("says by whom it is read, and which results it can change by way of others", () => {
    const use = useOfInputs("projected").get("directCost");
    expect(use?.readBy).toContain("bedDayPrice");
    expect(use?.results).toContain("hospitalCost");
    expect(use?.results).toContain("fundingGap");
    expect(use?.results).not.toContain("emergencyAdmissions");
  });

  it("counts formulas that a scenario adds", () => {
    const dims = ["specialty"];
    const added = [
      { id: "dear", label: "Dear", unit: "£ of the base year a bed day", dims, formula: "directCost", docs: "" },
    ];
    const use = useOfInputs("projected", { added, overrides: [] }).get("directCost");
    expect(use?.readBy).toContain("dear");
    expect(use?.results).toContain("dear");
  });
});

describe("the assumption register", () => {
  it("has every number once, each with a source, and says where it is used", () => {
    const { entries } = assumptionRegister(dataset, plain);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    for (const { key } of dataset.assumptions) expect(entries.map((each) => each.key)).toContain(key);
    for (const { id } of dataset.specialties) expect(entries.map((each) => each.key)).toContain(`direct-cost:${id}`);
    expect(entryOf(plain, "occupancy:general-medicine").readBy.length).toBeGreaterThan(0);
    expect(entryOf(plain, "table:population")).toMatchObject({
      value: null,
      numbers: dataset.population.values.length,
    });
    expect(entryOf(plain, "budget:home-care")).toMatchObject({ value: 9_000_000, setBy: "dataset" });
  });

  it("says of a dataset's number that the dataset set it, and of one that the scenario changes what it was", () => {
    const key = "occupancy:general-medicine";
    expect(entryOf(plain, key)).toMatchObject({
      value: 0.85,
      setBy: "dataset",
      standing: "illustrative",
      inPlaceOf: null,
    });
    expect(entryOf({ ...plain, assumptions: { [key]: 0.9 } }, key)).toMatchObject({
      value: 0.9,
      setBy: "user",
      standing: "set here",
      inPlaceOf: 0.85,
      source: "This scenario",
    });
  });

  it("carries the source, grade and range of the evidence, and what the scenario sets in their place", () => {
    const key = "programme:rapid-response:effectOnAdmissions";
    const central = entryOf(plain, key);
    expect(central).toMatchObject({ setBy: "default", standing: "service-claim", confidence: "low" });
    expect(central.value).toBeCloseTo(0.165, 12);
    expect(central.source).toContain(
      "a partnership's own report 2017/18; starts at half of what is claimed (service claim)",
    );
    expect(central.range).toMatchObject({ setBy: "default" });
    const home = entryOf(withHome({ unitCost: 80_000 }), "programme:hospital-at-home:unitCost");
    expect(home).toMatchObject({ value: 80_000, setBy: "user", inPlaceOf: 90_000, range: null });
  });

  it("has the range that the scenario states, as the user's", () => {
    const key = "growth:general-medicine";
    const ranges = { [key]: { kind: "uniform", low: 0, high: 0.01 } } as const;
    expect(entryOf({ ...plain, uncertainty: { ranges } }, key).range).toEqual({
      kind: "uniform",
      numbers: { low: 0, high: 0.01 },
      setBy: "user",
    });
  });

  it("keeps owner, date, confidence, source and note with the scenario, and writes them back", () => {
    const key = "closure-step:general-medicine";
    const note = {
      source: "Ward plan of the hospital",
      owner: "Director of Nursing",
      date: "2026-05-31",
      confidence: "high" as const,
      note: "Two wards are smaller.",
    };
    const scenario: Scenario = { ...plain, register: { [key]: note } };
    expect(entryOf(scenario, key)).toMatchObject(note);
    expect(parseScenario(serialiseScenario(scenario))).toEqual(scenario);
    expect(entryOf(plain, key)).toMatchObject({ owner: null, date: null, confidence: "low" });
  });

  it("refuses a note of a number that there is not", () => {
    const scenario: Scenario = { ...plain, register: { "closure-step:dentistry": { owner: "Nobody" } } };
    expect(() => assumptionRegister(dataset, scenario)).toThrowError(
      expect.objectContaining({ name: "ScenarioError", code: "scenario.unknown-note" }) as ScenarioError,
    );
  });

  it("leaves the file of a scenario without notes or evidence as it was", () => {
    expect(Object.keys(JSON.parse(serialiseScenario(plain)) as object)).not.toEqual(
      expect.arrayContaining(["register"]),
    );
    expect(serialiseScenario(plain)).not.toContain('"reason"');
  });
});

describe("results that rest on illustrative values", () => {
  it("are all of them on invented data, and say so", () => {
    const { statement, keys, results } = illustrativeReport(assumptionRegister(dataset, plain));
    expect(keys).toContain("occupancy:general-medicine");
    expect(results).toContain("fundingGap");
    expect(statement).toMatch(
      /^Of the [\d,]+ numbers in the register [\d,]+ are illustrative or a placeholder, until replaced\. /,
    );
  });

  it("no longer count a value that the scenario has replaced", () => {
    const key = "occupancy:general-medicine";
    const replaced = illustrativeReport(assumptionRegister(dataset, { ...plain, assumptions: { [key]: 0.85 } }));
    expect(replaced.keys).not.toContain(key);
  });

  it("say nothing where nothing is illustrative", () => {
    const { title, dataset: on, entries } = assumptionRegister(dataset, plain);
    const real = entries.map((entry) => ({ ...entry, standing: "real" as const }));
    expect(illustrativeReport({ title, dataset: on, entries: real })).toEqual({ statement: "", keys: [], results: [] });
  });
});

describe("differences between two scenarios", () => {
  const differ = (a: Scenario, b: Scenario) =>
    compareAssumptions(assumptionRegister(dataset, a), assumptionRegister(dataset, b));

  it("are told in words, with who set each", () => {
    const fuller: Scenario = { ...plain, title: "Fuller", assumptions: { "occupancy:general-medicine": 0.9 } };
    expect(differ(plain, fuller).map(({ sentence }) => sentence.replaceAll("\u202F", " "))).toEqual([
      "occupancy:general-medicine is 0.85 share in “Plain” (from the dataset) and 0.9 share in “Fuller” (set in the scenario).",
    ]);
  });

  it("tell a range, a source and what only one has", () => {
    const key = "growth:general-medicine";
    const ranges = { [key]: { kind: "uniform", low: 0, high: 0.01 } } as const;
    const ranged: Scenario = { ...plain, title: "Ranged", uncertainty: { ranges } };
    expect(differ(plain, ranged)).toMatchObject([
      { what: "range", sentence: `${key} has no range in “Plain” and uniform (low 0, high 0.01) in “Ranged”.` },
    ]);
    const sourced: Scenario = { ...plain, title: "Sourced", register: { [key]: { source: "Our own count" } } };
    expect(differ(plain, sourced)).toMatchObject([{ key, what: "source" }]);
    const fewer: Scenario = { ...plain, title: "Fewer", programmes: plain.programmes.slice(1), shifts: [] };
    const only = differ(fewer, plain).filter(({ what }) => what === "only in the second");
    expect(only.map(({ key: each }) => each)).toContain("programme:hospital-at-home:unitCost");
    expect(only[0]?.sentence).toMatch(/; “Fewer” has no such number\.$/);
  });

  it("are none of a scenario from itself, and are as many either way round", () => {
    const keys = dataset.assumptions.map(({ key }) => key).filter((key) => key.startsWith("occupancy:"));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.double({ min: 0.5, max: 1, noNaN: true })), (set) => {
        const changed: Scenario = { ...plain, title: "Changed", assumptions: { ...set } };
        const there = differ(plain, changed);
        expect(differ(changed, changed)).toEqual([]);
        expect(differ(changed, plain)).toHaveLength(there.length);
        const moved = Object.entries(set).filter(([, value]) => value !== 0.85);
        expect(
          there
            .filter(({ what }) => what === "value")
            .map(({ key }) => key)
            .sort(),
        ).toEqual(moved.map(([key]) => key).sort());
      }),
      { numRuns: 20 },
    );
  });
});

describe("a number in words", () => {
  it.each([
    [0.85, "1", "85 %"],
    [0.005, "1 / year", "0.5 % a year"],
    [0.165, "share of referrals", "16.5 %"],
    [90_000, "£ / place / year", "£90,000 / place / year"],
    [24, "bed", "24 bed"],
  ])("%s in %s is %s", (value, unit, words) => {
    expect(valueInWords({ value, numbers: 1, unit }).replaceAll("\u202F", " ")).toBe(words);
  });

  it("counts those of a table", () => {
    expect(valueInWords({ value: null, numbers: 12_480, unit: "person" })).toBe("12,480 numbers");
  });
});
