import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../cli/program.ts";
import type { AssumptionDifference, RegisterEntry } from "../../scenarios/index.ts";
import { fakeIo } from "./support/fake-io.ts";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "careshift-assumptions-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function assumptions(...argv: string[]) {
  const { io, out, err } = fakeIo(home);
  const code = await main(["assumptions", ...argv], io);
  return { code, out: out(), err: err() };
}

describe("careshift assumptions", () => {
  test("lists every number of the example, those that are there until replaced with a star", async () => {
    const { code, out, err } = await assumptions();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^\* occupancy:general-medicine +85.% +- +dataset +illustrative +low +\d+$/m);
    expect(out).toMatch(/^ {2}table:population +[\d,]+ numbers /m);
    expect(out).toMatch(/\* Of the [\d,]+ numbers in the register [\d,]+ are illustrative/);
  });

  test("--json has sources and the formulas that read each", async () => {
    const { out } = await assumptions("--json");
    const { entries } = JSON.parse(out) as { entries: RegisterEntry[] };
    const cost = entries.find(({ key }) => key === "direct-cost:general-medicine");
    expect(cost?.source).not.toBe("");
    expect(cost?.readBy).toContain("bedDayPrice");
  });

  test("--against says in words what differs", async () => {
    const file = path.join(home, "other.scenario.json");
    const example = path.join(fakeIo(home).io.places.examples, "scenarios/home-first.scenario.json");
    const scenario = JSON.parse(await readFile(example, "utf8")) as Record<string, unknown>;
    await writeFile(
      file,
      JSON.stringify({ ...scenario, title: "Fuller wards", assumptions: { "occupancy:general-medicine": 0.9 } }),
    );
    const { code, out, err } = await assumptions(example, "--against", file, "--json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { differences } = JSON.parse(out) as { differences: AssumptionDifference[] };
    const told = differences.find(({ key }) => key === "occupancy:general-medicine");
    expect(told?.sentence).toContain("in “Fuller wards” (set in the scenario)");
    const same = await assumptions(example, "--against", example);
    expect(same.out).toMatch(/rest on the same numbers\.$/m);
  });
});
