/** National indicators, their targets and what is worth a look, at the command line. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../cli/program.ts";
import type { JsonReport, Scenario } from "../../scenarios/index.ts";
import { fakeIo } from "./support/fake-io.ts";

let home: string;
let example: Scenario;

async function careshift(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const { io, out, err } = fakeIo(home);
  const code = await main(argv, io);
  return { code, out: out(), err: err() };
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "careshift-indicators-"));
  const file = new URL("../../examples/scenarios/home-first.scenario.json", import.meta.url);
  example = JSON.parse(await readFile(file, "utf8")) as Scenario;
  const indicatorTargets = [
    { indicator: "msg-1", year: "2028/29", value: 1 },
    { indicator: "msg-4", year: "2028/29", area: "moray", value: 1e9 },
  ];
  await writeFile(path.join(home, "aims.scenario.json"), JSON.stringify({ ...example, indicatorTargets }));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe("a run", () => {
  test("prints each indicator that is modelled, the targets, and why the others are not", async () => {
    const { code, out, err } = await careshift("run", "aims.scenario.json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const text = out.replace(/\s+/g, " ");
    expect(text).toContain("figures of the two sets are not comparable");
    expect(text).toMatch(/MSG 1 Emergency admissions admissions a year [\d,]+/);
    expect(text).toMatch(/Target: MSG 1 at most 1 in 2028\/29: [\d,.]+, missed\./);
    expect(text).toMatch(/Target: MSG 4 at most 1,000,000,000 in 2028\/29, moray: [\d,.]+, met\./);
    expect(text).toContain("Core 20 Share of spend on emergency stays (its denominator is all health and care spend");
  });

  test("prints what is worth a look, with the place to go", async () => {
    const { out } = await careshift("run", "aims.scenario.json");
    const text = out.replace(/\s+/g, " ");
    expect(text).toContain("Worth a look before the result is believed - ");
    expect(text).toMatch(/of bridging in 20\d\d\/\d\d, the dearest year, .* See: Money parts, bridging \(shifts\)\./);
  });

  test("with draws says how likely each target is, and which no draw meets", async () => {
    const { out } = await careshift("run", "aims.scenario.json", "--draws", "40");
    const text = out.replace(/\s+/g, " ");
    expect(text).toContain("Emergency admissions (msg-1) in 2028/29: emergencyAdmissionsTotal[");
    expect(text).toContain('The target "Emergency admissions (msg-1) in 2028/29" is met in none of 40 draws');
    expect(text).not.toContain('The target "Delayed discharge bed days');
    const { out: json } = await careshift("run", "aims.scenario.json", "--draws", "40", "--json");
    const { ranges, indicators } = JSON.parse(json) as JsonReport & {
      ranges: { chances: { chance: number[] }[]; concerns: { id: string }[] };
    };
    expect(ranges.chances.map(({ chance }) => chance)).toEqual([[0], [1]]);
    expect(ranges.concerns.map(({ id }) => id)).toEqual(["target-out-of-reach"]);
    expect(indicators.find(({ id }) => id === "msg-4")).toMatchObject({ targets: [{ area: "moray", met: true }] });
  });
});
