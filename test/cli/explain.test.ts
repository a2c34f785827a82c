import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../cli/program.ts";
import type { CommissioningPlan } from "../../models/index.ts";
import { fakeIo } from "./support/fake-io.ts";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "careshift-explain-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function explain(
  ...argv: string[]
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const { io, out, err } = fakeIo(home);
  const code = await main(["explain", ...argv], io);
  return { code, out: out(), err: err() };
}

async function plan(...argv: string[]): Promise<CommissioningPlan> {
  const { code, out, err } = await explain("--json", ...argv);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as CommissioningPlan;
}

describe("explain with draws", () => {
  test("says what is worked out once, what in every draw, and how sums became smaller", async () => {
    const { code, out, err } = await explain("--variable", "emergencyBedDays");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const [, draws = ""] = out.split("With draws: ");
    // Base-year rates and people are certain; reach and what follows from it are not.
    expect(draws).toMatch(/Hoisted, since no draw changes it: .*notDelayedBefore/s);
    expect(draws).toMatch(/^reachOf {2,}world, year, programme, area /m);
    expect(draws).not.toMatch(/^admissionsBefore /m);
    expect(draws).toMatch(/^emergencyBedDays {2,}age/m);
    expect(draws).toMatch(/In every draw: [\d,]+ instructions on rows/);
  });

  test("--json gives it as data: fewer terms than the formulas write, and never more cells than a run touches", async () => {
    const { draws } = await plan();
    expect(draws).not.toBeNull();
    const { sums = [], statements = [], totals } = draws ?? {};
    const written = sums.reduce((sum, { termsWritten }) => sum + termsWritten, 0);
    const left = sums.reduce((sum, { termsLeft }) => sum + termsLeft, 0);
    expect(left).toBeLessThan(written / 2);
    expect(statements.find(({ id }) => id === "reachOf")?.newRows).toBeGreaterThan(0);
    expect(totals?.touchedWritten).toBeGreaterThan(4 * (totals?.terms ?? Infinity));
    expect(totals?.series).toBeGreaterThan(100);
  });
});

describe("explain", () => {
  test("says a variable's formula as typed and in words, and what it needs in the order of the work", async () => {
    const { code, out, err } = await explain("--variable", "bedsNeeded");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("the plan of Beds needed (bedsNeeded)\n");
    expect(out).toContain("Formula: inScopeBedDays / (activityDays * occupancy) + otherBedDays / bedYear\n");
    expect(out).toContain(
      "In words: (“Bed days in the set-aside” ÷ (“Days that the activity covers” × “Target occupancy”))\n",
    );
    const [central = ""] = out.split("With draws: ");
    const rows = central.split("\n").filter((row) => /^\S+ {2,}/.test(row));
    const place = (id: string): number => rows.findIndex((row) => row.startsWith(`${id} `));
    expect(place("inScopeBedDays")).toBeGreaterThan(place("emergencyBedDays"));
    expect(place("bedsNeeded")).toBe(rows.length - 1);
    expect(out).toMatch(/^bedsNeeded .*inScopeBedDays, activityDays, occupancy, otherBedDays, bedYear$/m);
    expect(out).toMatch(/^In all \d+ statements: /m);
    expect(out).not.toMatch(/fundingGap|NaN|undefined/);
  });

  test("--json gives the plan as data: cells are those of the dimensions, a sum touches what it sums over", async () => {
    const { sizes, plan: explained } = await plan();
    const size = (...dims: string[]): number => dims.reduce((cells, dim) => cells * (sizes[dim] ?? Number.NaN), 1);
    const statements = explained.steps.flatMap((step) => step.statements);
    const sum = statements.find((one) => one.id === "delayedBedDays");
    expect(sum).toMatchObject({
      part: false,
      words: "the sum over age and sex of delayedBedDayCells",
      over: ["age", "sex"],
      cells: size("world", "year", "area", "specialty"),
      touched: size("world", "year", "area", "specialty", "age", "sex"),
      reads: ["delayedBedDayCells"],
    });
    const circle = explained.steps.find((step) => step.byYear);
    expect(circle?.statements.map((one) => one.id).sort()).toEqual(["reserves", "reservesDrawn"]);
    expect(explained.totals.cells).toBe(statements.reduce((total, one) => total + one.cells, 0));
    expect(explained.backEnd).toBe("generated");
  });

  test("one variable is a part of the whole plan", async () => {
    const [all, one] = [await plan(), await plan("--variable", "fundingGap")];
    const ids = (from: CommissioningPlan): string[] =>
      from.plan.steps.flatMap((step) => step.statements.map(({ id }) => id));
    expect(ids(all)).toEqual(expect.arrayContaining(ids(one)));
    expect(ids(one).length).toBeLessThan(ids(all).length);
    expect(one.plan.totals.leftOut + ids(one).length).toBe(all.plan.totals.leftOut + ids(all).length);
    expect(one.variable?.id).toBe("fundingGap");
    expect(all.variable).toBeNull();
  });

  test("a dataset is explained with nothing moved", async () => {
    const { sizes } = await plan("--data", path.join(fakeIo(home).io.places.examples, "scotland"));
    expect(sizes).toMatchObject({ area: 31, world: 2 });
  });

  test.each<[string, string[], RegExp]>([
    [
      "an id that is nearly right",
      ["--variable", "bedNeeded"],
      /^bedNeeded: There is no .* Did you mean bedsNeeded\?\n$/,
    ],
    [
      "an input",
      ["--variable", "growth"],
      /^growth: This is an input .*no formula\. Ask about a variable that reads it\.\n$/,
    ],
    ["a file that is not there", ["gone.scenario.json"], /gone\.scenario\.json/],
  ])("%s ends with 1 and says what to do", async (_, argv, message) => {
    const { code, out, err } = await explain(...argv);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(message);
  });

  test("a scenario that is no scenario is refused as by run", async () => {
    await writeFile(path.join(home, "cut.scenario.json"), '{"format":"careshift-scenario"');
    const { code, err } = await explain("cut.scenario.json");
    expect(code).toBe(1);
    expect(err).toMatch(/cut\.scenario\.json is incomplete/);
  });
});
