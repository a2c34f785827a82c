/** Chance variation on the command line: which tables have it, in text and in JSON. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../cli/program.ts";
import { loadDataset } from "../../datasets/index.ts";
import { exampleScenario, serialiseScenario } from "../../scenarios/index.ts";
import { fakeIo } from "./support/fake-io.ts";

const EXAMPLE = path.resolve("examples/grampian");
const DRAWS = ["--draws", "60", "--threads", "1"];
let home: string;
let withRatio: string;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "careshift-chance-"));
  const dataset = await loadDataset({ kind: "folder", path: EXAMPLE });
  const scenario = { ...exampleScenario(dataset), uncertainty: { chance: { squaredStayRatio: 3 } } };
  withRatio = path.join(home, "plan.scenario.json");
  await writeFile(withRatio, serialiseScenario(scenario));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function run(...argv: string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const { io, out, err } = fakeIo(home);
  const code = await main(["run", ...argv], io);
  return { code, out: out(), err: err() };
}

interface Document {
  readonly ranges: {
    readonly results: Readonly<Record<string, { readonly label: string }>>;
    readonly chance?: { readonly modelled: readonly { readonly id: string; readonly of: string }[] };
  };
}

describe("run --draws with chance variation", () => {
  test("prints the figures that have it apart, under a note of which is which", async () => {
    const { code, out } = await run(withRatio, "--data", EXAMPLE, ...DRAWS);
    expect(code).toBe(0);
    const [before = "", after = ""] = out.split("Figures with chance variation also");
    expect(before).not.toContain("with chance variation");
    expect(after).toContain("Emergency admissions, all areas, with chance variation, admissions a year");
    expect(after).toContain("Emergency bed days, all areas, with chance variation, bed days a year");
  });

  test("is there when the run asks for it alone, and says why bed days are not", async () => {
    const { code, out } = await run("--chance", ...DRAWS);
    expect(code).toBe(0);
    expect(out).toContain("Emergency admissions, all areas, with chance variation, admissions a year");
    expect(out).not.toContain("Emergency bed days, all areas, with chance variation");
    expect(out.replaceAll(/\s+/g, " ")).toContain("Bed days with chance variation are not modelled");
    expect((await run("--chance")).err).toContain("--chance says how to draw. Give --draws with it.");
  });

  test("is in the JSON document, and nowhere in that of a run without", async () => {
    const { ranges } = JSON.parse((await run("--chance", "--json", ...DRAWS)).out) as Document;
    expect(ranges.chance?.modelled).toEqual([
      { id: "emergencyAdmissionsByAreaWithChance", of: "emergencyAdmissionsByArea" },
      { id: "emergencyAdmissionsTotalWithChance", of: "emergencyAdmissionsTotal" },
    ]);
    expect(ranges.results["emergencyAdmissionsTotalWithChance"]?.label).toBe(
      "Emergency admissions, all areas, with chance variation",
    );
    const plain = (await run("--json", ...DRAWS)).out;
    expect(plain).toContain("emergencyAdmissionsTotal");
    expect(plain).not.toMatch(/with chance|WithChance|"chance": \{/);
  });
});
