/** Scenarios with formulas of their own at the command line: printed, packed, verified, refused. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../cli/program.ts";
import type { JsonReport, Scenario } from "../../scenarios/index.ts";
import { readPack } from "../../scenarios/packs/index.ts";
import { fakeIo } from "./support/fake-io.ts";

let home: string;
let example: Scenario;

async function careshift(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const { io, out, err } = fakeIo(home);
  const code = await main(argv, io);
  return { code, out: out(), err: err() };
}

async function scenarioFile(change: Partial<Scenario>): Promise<string> {
  await writeFile(path.join(home, "own.scenario.json"), JSON.stringify({ ...example, ...change }));
  return "own.scenario.json";
}

const variables = [
  {
    id: "stayMean",
    label: "Mean stay",
    unit: "bed days an admission",
    dims: ["year", "world"],
    formula: "ratio(sum(emergencyBedDays, area, specialty), sum(emergencyAdmissions, area, specialty))",
  },
];
const overrides = [
  { variable: "bedsNeeded", formula: "inScopeBedDays / (activityDays * 0.95)", reason: "Fuller wards." },
];

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "careshift-own-"));
  const file = new URL("../../examples/scenarios/home-first.scenario.json", import.meta.url);
  example = JSON.parse(await readFile(file, "utf8")) as Scenario;
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe("a scenario with formulas of its own", () => {
  test("is printed with its figures, what it replaces, and the caveat first", async () => {
    const { code, out, err } = await careshift("run", await scenarioFile({ variables, overrides }));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const text = out.replace(/\s+/g, " ");
    expect(text).toContain("Main caveat: This scenario replaces a formula of the model, bedsNeeded (Fuller wards):");
    expect(text).toContain("Mean stay, bed days an admission: doing nothing");
    expect(text).toContain("Replaced: Beds needed (bedsNeeded) is inScopeBedDays / (activityDays * 0.95), in place of");
  });

  test("is packed with them, and verified", async () => {
    const file = await scenarioFile({ variables, overrides });
    expect(await careshift("run", file, "--json", "--out", "own.careshift")).toMatchObject({ code: 0 });
    const pack = await readPack(await readFile(path.join(home, "own.careshift")), "own.careshift");
    const [first] = pack.scenarios;
    expect(first?.scenario).toMatchObject({ variables, overrides });
    expect(first?.report.ownFormulas?.added[0]?.id).toBe("stayMean");
    expect(first?.report.hashes.model).not.toBe(pack.manifest.model);
    const verified = await careshift("verify", "own.careshift");
    expect(verified).toMatchObject({ code: 0, err: "" });
    expect(verified.out).toContain("Reproduces exactly");
    expect((await careshift("check", "own.careshift")).out).toContain("figures added 1, formulas replaced 1");
  });

  test("has them in its JSON", async () => {
    const { out } = await careshift("run", "--json", await scenarioFile({ variables }));
    const { ownFormulas, years } = JSON.parse(out) as JsonReport;
    expect(ownFormulas?.added[0]).toMatchObject({ dims: ["world", "year"] });
    expect(Object.values(ownFormulas?.added[0]?.values ?? {}).map((list) => (list as number[]).length)).toEqual([
      years.length,
      years.length,
    ]);
  });

  test.each(["constructor('return process')()", "stayMean", "nobody + 1", "bedsNeeded"])(
    "is refused by run and check when a formula cannot be used: %s",
    async (formula) => {
      const file = await scenarioFile({ variables: [{ ...variables[0], formula }] as Scenario["variables"] });
      for (const command of ["run", "check"]) {
        const { code, out, err } = await careshift(command, file);
        expect({ code, out }).toEqual({ code: 1, out: "" });
        expect(err).toContain("has a figure that it adds that cannot be used. ");
      }
    },
  );
});
