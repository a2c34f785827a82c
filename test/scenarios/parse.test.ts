import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyScenario,
  exampleScenario,
  parseScenario,
  ScenarioError,
  serialiseScenario,
} from "../../scenarios/index.ts";
import { fixtureDataset } from "./fixture.ts";

const good = serialiseScenario(exampleScenario(fixtureDataset()));

function refusal(text: string): ScenarioError {
  try {
    parseScenario(text, "plan.scenario.json");
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error("The text was accepted.");
}

/** The good file with one value changed. */
function changed(path: readonly (string | number)[], value: unknown): string {
  const raw = JSON.parse(good) as Record<string | number, unknown>;
  let at = raw;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  at[path[path.length - 1] as string | number] = value;
  return JSON.stringify(raw);
}

describe("a scenario file", () => {
  it("comes back as it was, byte for byte", () => {
    expect(serialiseScenario(parseScenario(good))).toBe(good);
    expect(good.endsWith("}\n")).toBe(true);
  });

  it("is written the same whatever the order of its keys", () => {
    const raw = JSON.parse(good) as Record<string, unknown>;
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(raw).reverse()));
    expect(serialiseScenario(parseScenario(reversed))).toBe(good);
  });

  it("keeps every amount and assumption bit for bit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (pence, rate) => {
          const scenario = emptyScenario(fixtureDataset());
          const [shift] = scenario.shifts;
          if (shift === undefined) throw new Error("The fixture has a shift.");
          const before = {
            ...scenario,
            shifts: [{ ...shift, amount: pence / 100 }],
            assumptions: { "growth:general-medicine": rate },
          };
          const after = parseScenario(serialiseScenario(before));
          expect(after.shifts[0]?.amount).toBe(pence / 100);
          expect(after.assumptions["growth:general-medicine"]).toBe(rate === 0 ? 0 : rate);
        },
      ),
    );
  });

  it("may begin with a byte-order mark", () => {
    expect(parseScenario(`\uFEFF${good}`).title).toBe("Home first, phased");
  });
});

describe("a file that is not a whole scenario", () => {
  it("is refused at every length it may be cut off at", () => {
    for (let length = 0; length < good.trimEnd().length; length += 37) {
      const error = refusal(good.slice(0, length));
      expect(error.code).toBe(length === 0 ? "scenario.empty-file" : "scenario.cut-short");
      expect(error.message).toContain("plan.scenario.json");
    }
  });

  it("is refused when it is filled with zero bytes, as after a power cut", () => {
    expect(refusal("\0".repeat(500)).code).toBe("scenario.zero-filled");
  });

  it.each([
    ["<!DOCTYPE html>", "scenario.not-a-scenario"],
    ["PK\u0003\u0004", "scenario.not-a-scenario"],
    ["[1, 2]", "scenario.not-a-scenario"],
    ['{"format": "careshift-scenario",, }', "scenario.not-json"],
    ['{"format": "other"}', "scenario.other-format"],
    ['{"schemaVersion": 1, "name": "Baseline plus 5%", "seed": 42}', "scenario.other-format"],
    ['{"format": "careshift-scenario"}', "scenario.no-version"],
  ])("%s is refused as %s", (text, code) => {
    expect(refusal(text).code).toBe(code);
  });

  it("of a later version says so, and which program reads what", () => {
    const error = refusal(changed(["version"], 2));
    expect(error.code).toBe("scenario.newer-version");
    expect(error.message).toBe(
      "plan.scenario.json is in version 2 of the scenario format, made by a later Careshift than this one. " +
        "This program reads up to version 1 (Careshift 0.1.0 and later). Open it with the Careshift that made it, or a newer one.",
    );
  });

  it("larger than any scenario is refused before it is read", () => {
    expect(refusal(`{"notes": "${"x".repeat(5 * 1024 * 1024)}"}`).code).toBe("scenario.too-large");
  });

  it("that gives one value twice is refused, and neither is dropped", () => {
    const twice = good.replace(
      '"assumptions": {}',
      '"assumptions": {"opening-reserves": 1, "a\\"b": 2, "opening-reserves": 3}',
    );
    expect(refusal(twice)).toMatchObject({ code: "scenario.repeated-name", value: '"opening-reserves"' });
  });

  it("with a name that reaches into the language is refused and changes nothing", () => {
    const error = refusal(good.replace('"assumptions": {}', '"assumptions": {"__proto__": {"polluted": 1}}'));
    expect(error.code).toBe("scenario.forbidden-name");
    expect(error.path).toBe("assumptions.__proto__");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});

describe("a value that is not allowed", () => {
  it.each([
    [["shifts", 0, "start"], "2026-13", "shifts[0].start", "a month such as 2026-04"],
    [["shifts", 0, "amount"], "1.2m", "shifts[0].amount", "a number"],
    [["shifts", 0, "phase"], [], "shifts[0].phase", "more than nothing"],
    [["shifts", 0, "priceBase"], "2024", "shifts[0].priceBase", "a financial year such as 2026/27"],
    [["shifts", 0, "from"], "General medicine", "shifts[0].from", "an id of lower-case letters, digits and hyphens"],
    [["shifts", 0, "split"], { north: 1.5 }, "shifts[0].split.north", "at most 1"],
    [
      ["programmes", 0, "parameters"],
      { effectOnAdmissions: 1.2 },
      "programmes[0].parameters.effectOnAdmissions",
      "at most 1",
    ],
    [["programmes", 0, "parameters"], { unitCost: 0 }, "programmes[0].parameters.unitCost", "above 0"],
    [["title"], "", "title", "more than nothing"],
    [["title"], 4, "title", "text"],
    [["assumptions"], { "growth:general-medicine": null }, "assumptions.growth:general-medicine", "a number"],
  ])("%j = %j is refused with its place", (path, value, where, expected) => {
    const error = refusal(changed(path as (string | number)[], value));
    expect(error.code).toBe("scenario.bad-value");
    expect(error.path).toBe(where);
    expect(error.expected).toBe(expected);
    expect(error.message).toContain(where);
  });

  it("that is missing is called missing", () => {
    expect(refusal(changed(["shifts", 0, "to"], undefined)).message).toBe(
      "plan.scenario.json: shifts[0].to is missing; it must be text.",
    );
  });

  it("under a name that a scenario does not have is refused, never dropped", () => {
    const error = refusal(changed(["shifts", 0, "startMonth"], 4));
    expect(error.code).toBe("scenario.unknown-name");
    expect(error.message).toContain('shifts[0] has "startMonth"');
  });

  it("of part of a penny is refused, never rounded", () => {
    const error = refusal(changed(["shifts", 0, "amount"], 100.005));
    expect(error.code).toBe("scenario.amount.part-of-a-penny");
  });

  it("that repeats an id is refused", () => {
    const raw = JSON.parse(good) as { programmes: unknown[] };
    raw.programmes.push(raw.programmes[0]);
    expect(refusal(JSON.stringify(raw)).code).toBe("scenario.repeated-id");
  });
});
