/** Figures that a scenario adds and formulas that it replaces: in the file, and refused with their place in it. */
import { describe, expect, it } from "vitest";
import {
  checkFormulas,
  emptyScenario,
  formulaProblem,
  parseScenario,
  ScenarioError,
  serialiseScenario,
  type Scenario,
} from "../../scenarios/index.ts";
import { hashScenario } from "../../scenarios/packs/index.ts";
import { ModelInputError } from "../../models/index.ts";
import { fixtureDataset } from "./fixture.ts";

const dataset = fixtureDataset();
const empty = emptyScenario(dataset);
type Variable = NonNullable<Scenario["variables"]>[number];
type Override = NonNullable<Scenario["overrides"]>[number];

const figure = (change: Partial<Variable> = {}): Variable => ({
  id: "bedDaysTwice",
  label: "Bed days, twice",
  unit: "bed days a year",
  dims: ["world", "year"],
  formula: "2 * sum(emergencyBedDays, area, specialty)",
  ...change,
});
const replaced = (change: Partial<Override> = {}): Override => ({
  variable: "bedsNeeded",
  formula: "inScopeBedDays / (activityDays * occupancy) * 1.1",
  reason: "A tenth more, for the winter.",
  ...change,
});

function refusal(act: () => unknown): ScenarioError {
  try {
    act();
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error("The scenario was accepted.");
}

describe("in a scenario file", () => {
  const scenario: Scenario = { ...empty, variables: [figure({ docs: "Why." })], overrides: [replaced()] };
  const text = serialiseScenario(scenario);

  it("they come back as they were", () => {
    expect(parseScenario(text)).toEqual(scenario);
    expect(serialiseScenario(parseScenario(text))).toBe(text);
  });

  it("they are not there when there are none, and the hash is of a scenario without such keys", () => {
    const plain = parseScenario(serialiseScenario(empty));
    expect(Object.keys(plain)).toEqual([
      "format",
      "version",
      "title",
      "notes",
      "dataset",
      "programmes",
      "shifts",
      "assumptions",
    ]);
    expect(hashScenario(plain)).toBe(hashScenario(empty));
    expect(hashScenario(scenario)).not.toBe(hashScenario(empty));
  });

  it.each<[Partial<Scenario>, string, string]>([
    [{ variables: [figure({ id: "bed days" })] }, "variables[0].id", "a letter followed by letters, digits or _"],
    [{ variables: [figure({ id: "2beds" })] }, "variables[0].id", "a letter followed by letters, digits or _"],
    [{ variables: [figure({ formula: "" })] }, "variables[0].formula", "more than nothing"],
    [{ variables: [figure({ formula: "1+".repeat(2000) })] }, "variables[0].formula", "at most 2000 characters"],
    [{ variables: Array.from({ length: 101 }, (_, i) => figure({ id: `f${i}` })) }, "variables", "at most 100 entries"],
    [{ overrides: [replaced({ reason: "" })] }, "overrides[0].reason", "more than nothing"],
    [{ variables: [figure(), figure()] }, "variables[1].id", "an id used once"],
  ])("%# is refused with its place", (change, path, expected) => {
    const error = refusal(() => parseScenario(serialiseScenario({ ...empty, ...change })));
    expect(error.path).toBe(path);
    expect(error.expected).toContain(expected);
  });
});

describe("a formula that the language refuses", () => {
  it.each<[string, Partial<Scenario>, string]>([
    ["an unknown name", { variables: [figure(), figure({ id: "b", formula: "bedz" })] }, "variables[1].formula"],
    ["a dimension left over", { variables: [figure({ formula: "emergencyBedDays" })] }, "variables[0].formula"],
    ["another unit", { variables: [figure({ unit: "£ a year" })] }, "variables[0].formula"],
    ["an id of the model", { variables: [figure({ id: "bedsNeeded" })] }, "variables[0].formula"],
    ["an override of nothing", { overrides: [replaced(), replaced({ variable: "nil" })] }, "overrides[1].formula"],
    ["a circle", { overrides: [replaced({ formula: "bedsOpen" })] }, "overrides[0].formula"],
    ["a circle of added ones", { variables: [figure({ formula: "bedDaysTwice" })] }, "variables[0].formula"],
  ])("(%s) is told with its place in the file", (_, change, path) => {
    const error = refusal(() => checkFormulas(dataset, { ...empty, ...change }));
    expect(error).toMatchObject({ code: "scenario.formula", path });
    expect(error.message).toContain(`"${empty.title}" has a `);
  });

  // What an attacker would write; none of it may be anything but text.
  it.each([
    'import("fs")',
    "constructor.constructor('return process')()",
    "__proto__.polluted = 1",
    'cos.constructor("return globalThis")()',
    "f(x) = x^x",
    "bedsNeeded = 1",
    '{"a": 1}.a',
    "`${process.exit(1)}`",
    "sum(1:1e9)",
    "toString()",
    "createUnit('x')",
    "parse('1+1')",
    "(".repeat(900) + "1" + ")".repeat(900),
  ])("is refused before it is worked out: %s", (formula) => {
    const error = refusal(() => checkFormulas(dataset, { ...empty, variables: [figure({ formula })] }));
    expect(error).toMatchObject({ code: "scenario.formula", path: "variables[0].formula" });
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it("is none when there are no formulas, or good ones", () => {
    expect(() => checkFormulas(dataset, empty)).not.toThrow();
    expect(() => checkFormulas(dataset, { ...empty, variables: [figure()], overrides: [replaced()] })).not.toThrow();
  });
});

describe("another error of a run", () => {
  const notFinite = (path: string) =>
    new ModelInputError({ code: "case.result-not-finite", message: "not a number", path, value: "", expected: "" });

  it("that is of a figure of the scenario is told with its place", () => {
    const scenario = { ...empty, variables: [figure()] };
    expect(formulaProblem(notFinite("bedDaysTwice"), scenario)).toMatchObject({
      code: "scenario.formula",
      path: "variables[0].formula",
      value: '"2 * sum(emergencyBedDays, area, specialty)"',
    });
  });

  it("that is not stays as it is", () => {
    const scenario = { ...empty, variables: [figure()] };
    for (const error of [notFinite("hospitalCost"), new Error("other"), "text"]) {
      expect(formulaProblem(error, scenario)).toBe(error);
    }
  });
});
