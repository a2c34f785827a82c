/** Known answers for the whole model: test/models/golden, made by independent implementations in Python. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareAll, passes } from "../../cli/reference/compare.ts";
import { compute, type Lookup } from "../../cli/reference/computed.ts";
import { readCase } from "../../cli/reference/read-case.ts";
import { referenceProgram } from "../../cli/reference/program.ts";

const path = (name: string): string => new URL(`golden/${name}`, import.meta.url).pathname;
const json = (name: string): unknown => JSON.parse(readFileSync(path(name), "utf8")) as unknown;
const casePath = path("small.case.json");
const expectedPath = path("small.expected.json");

describe("the small case", () => {
  const given = readCase(json("small.case.json"));
  const { lookup, breakEven } = compute(given);
  const lines = compareAll(json("small.expected.json"), lookup, breakEven, given.firstYear);

  it("has all 103 results of the independent implementation", () => {
    expect(lines).toHaveLength(103);
  });

  it.each(lines.map((line) => [line.path, line] as const))("%s agrees within 1e-9", (_, line) => {
    expect(line.remark).not.toMatch(/not computed/);
    expect({ ...line, passes: passes(line) }).toMatchObject({ passes: true });
  });
});

/** Harder cases of the same shape, by a second implementation that was written from the method page alone. */
describe.each([
  ["projected-two-sexes", 132],
  ["projected-eight-specialties", 125],
  ["activity-given", 120],
  ["present-places", 103],
  ["release-against-days-saved", 94],
])("the case %s", (name, results) => {
  it(`agrees on all ${results} results within 1e-9`, () => {
    const given = readCase(json(`${name}.case.json`));
    const { lookup, breakEven } = compute(given);
    const lines = compareAll(json(`${name}.expected.json`), lookup, breakEven, given.firstYear);
    expect(lines.filter((line) => !passes(line))).toEqual([]);
    expect(lines).toHaveLength(results);
  });
});

describe("cases at the edge, made from the small one", () => {
  const small = json("small.case.json") as Record<string, unknown>;
  const run = (change: Record<string, unknown>): Lookup => compute(readCase({ ...small, ...change })).lookup;
  const programmes = small["programmes"] as readonly Record<string, unknown>[];
  const lines = small["lines"] as readonly Record<string, unknown>[];

  it("present services that leave no delay at all change nothing while nothing is moved", () => {
    // share 1 x reach 1 x effect 1: nothing is left to divide by, and with no change the factor is 1.
    const all = { presentCapacity: [2000, 2000], maxReach: 1, eligibleShareOfDelay: 1, effectOnDelay: 1 };
    const lookup = run({ programmes: programmes.map((one, i) => (i === 0 ? { ...one, ...all } : one)), shifts: [] });
    expect(lookup("scenario.delayed")?.values).toEqual(lookup("baseline.delayed")?.values);
  });

  it("a set-aside line that pays for no specialty costs its budget at the year's prices", () => {
    // £1,000,000, hospital prices 1.04, 1.0712, 1.103336; no need weights and no growth of demand.
    const other = { id: "other", payer: "set-aside", budget0: 1_000_000, uplift: [0, 0, 0, 0], costType: "hospital" };
    const cost = run({ lines: [...lines, other] })("booksBaseline.cost")?.values.slice(-4) ?? [];
    [1_000_000, 1_040_000, 1_071_200, 1_103_336].forEach((pounds, t) => expect(cost[t]).toBeCloseTo(pounds, 6));
  });

  it("a month that the calendar does not have is refused, and no programme expects nothing", () => {
    const shifts = small["shifts"] as readonly Record<string, unknown>[];
    expect(() => run({ shifts: [{ ...shifts[0], start: "2026-13" }] })).toThrow(/must be a month such as 2026-04/);
    expect(compareAll({ programmes: [] }, () => undefined, null, 2025)).toEqual([]);
  });
});

/** Runs the command on texts in place of files. */
function command(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
): { code: number; out: string; err: string } {
  const out: string[] = [];
  const err: string[] = [];
  const code = referenceProgram(args, {
    read: (name) => files[name] ?? readFileSync(name, "utf8"),
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

describe("the reference command", () => {
  const caseText = readFileSync(casePath, "utf8");
  const changed = (change: (given: Record<string, unknown>) => void): string => {
    const given = JSON.parse(caseText) as Record<string, unknown>;
    change(given);
    return JSON.stringify(given);
  };

  it("exits 0 when every result agrees, one line each", () => {
    const { code, out, err } = command([casePath, expectedPath]);
    expect(err).toBe("");
    expect(code).toBe(0);
    expect(out.split("\n")).toHaveLength(104);
    expect(out).toContain("103 of 103 results agree");
  });

  it("exits 1 when a figure is out by two parts in a thousand million, and says which", () => {
    const expected = JSON.stringify({ hospitalPrice: [1, 1.04 * (1 + 2e-9), 1.0712, 1.103336] });
    const { code, out } = command([casePath, "wrong.json"], { "wrong.json": expected });
    expect(code).toBe(1);
    expect(out).toMatch(/hospitalPrice\s+2\.00e-9\s+FAIL/);
  });

  it("exits 1 on a result that is not computed, on another shape and on an empty file", () => {
    expect(command([casePath, "e.json"], { "e.json": '{"hospital": {"nurses": [1]}}' })).toMatchObject({ code: 1 });
    expect(command([casePath, "e.json"], { "e.json": '{"hospital": {"nurses": [1]}}' }).out).toContain(
      "hospital.nurses",
    );
    expect(command([casePath, "e.json"], { "e.json": '{"days": [365, 365]}' }).out).toContain(
      "expected 2 figures, computed 4",
    );
    expect(command([casePath, "e.json"], { "e.json": "{}" }).code).toBe(1);
  });

  it("exits 1 on an unknown field, naming it, at any depth", () => {
    const top = command(["c.json", expectedPath], { "c.json": changed((given) => (given["inflaton"] = {})) });
    expect(top).toMatchObject({ code: 1 });
    expect(top.err).toContain("inflaton");
    const inner = command(["c.json", expectedPath], {
      "c.json": changed((given) =>
        Object.assign((given["programmes"] as object[])[0] as object, { readmissions: 0.1 }),
      ),
    });
    expect(inner.err).toContain("programmes[0].readmissions");
  });

  it("exits 1 with the model's own words when the case is refused", () => {
    const { code, err } = command(["c.json", expectedPath], {
      "c.json": changed((given) => Object.assign((given["shifts"] as object[])[0] as object, { amount: 30_000_000 })),
    });
    expect(code).toBe(1);
    expect(err).toMatch(/2026\/27 the shifts take .* from general, which holds/);
  });

  it("exits 2 on wrong usage and 1 on a file that is not there", () => {
    expect(command([]).code).toBe(2);
    expect(command([casePath]).code).toBe(2);
    expect(command([casePath, expectedPath, "more"]).code).toBe(2);
    expect(command(["nowhere.json", expectedPath]).code).toBe(1);
  });

  it("reads activity given for every year, present capacity, new money and a break-even year", () => {
    // The small case with its own doing-nothing activity given for every year: the scenario is then the same.
    const expected = json("small.expected.json") as { baseline: Record<string, unknown>; days: number[] };
    const given = changed((one) => {
      delete one["admissions0"];
      delete one["bedDays0"];
      one["admissions"] = expected.baseline["admissions"];
      one["bedDays"] = expected.baseline["bedDays"];
      one["healthAge"] = [0, 0, 0, 0];
      one["notes"] = "for readers";
    });
    const wanted = JSON.stringify({
      scenario: (json("small.expected.json") as Record<string, unknown>)["scenario"],
      books: { breakEvenYear: null },
    });
    const { code, out } = command(["c.json", "e.json"], { "c.json": given, "e.json": wanted });
    expect(out).toContain("5 of 5 results agree");
    expect(code).toBe(0);
    const late = command([casePath, "e.json"], { "e.json": '{"books": {"breakEvenYear": "2027/28"}}' });
    expect(late.code).toBe(1);
    const capacity = changed((one) => {
      Object.assign((one["programmes"] as object[])[0] as object, { presentCapacity: [10, 5] });
      Object.assign((one["shifts"] as object[])[0] as object, { from: "new-money" });
    });
    const places = command(["c.json", "e.json"], {
      "c.json": capacity,
      "e.json": '{"books": {"shiftedOut": [0, 600000, 1200000, 1200000]}}',
    });
    expect(places.out).toContain("1 of 1 results agree");
  });
});
