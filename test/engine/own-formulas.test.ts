/** Scenarios with formulas of their own, from the file to the results. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenedDocument } from "../../engine/index.ts";
import { serialiseScenario, type Scenario } from "../../scenarios/index.ts";
import { openEngine, runToEnd, type TestEngine } from "./support/open-engine.ts";

let engine: TestEngine;
let document: OpenedDocument;
let scenario: Scenario;

const added = {
  id: "bedDaysAPerson",
  label: "Bed days a person",
  unit: "bed days a person a year",
  dims: ["world", "year"],
  formula: "sum(emergencyBedDays, area, specialty) / sum(population, area, age, sex)",
};
const override = { variable: "hospitalCost", formula: "notionalCost * 1.5", reason: "To see it." };

beforeAll(async () => {
  engine = await openEngine();
  const [example] = await engine.client.documents.examples();
  document = await engine.client.documents.openExample({ id: example?.id ?? "" });
  scenario = { ...(document.scenarios[0] as Scenario), variables: [added], overrides: [override] };
});
afterAll(() => engine.close());

async function opening(change: Partial<Scenario>): Promise<OpenedDocument> {
  const file = path.join(engine.folder, "own.scenario.json");
  await writeFile(file, serialiseScenario({ ...scenario, ...change }));
  const { handle } = engine.host.grant(file, "read");
  return engine.client.documents.open({ handle });
}

describe("results of a scenario with formulas of its own", () => {
  test("carry the added figure, and say of each what it is", async () => {
    const { values, blocks, marks } = await runToEnd(engine, document, scenario);
    expect(blocks.get("bedDaysAPerson")).toMatchObject({ label: added.label, unit: added.unit, mark: "added" });
    expect(blocks.get("hospitalCost")?.mark).toBe("overridden");
    expect(blocks.get("fundingGap")?.mark).toBe("rests on an override");
    expect(blocks.get("emergencyBedDays")?.mark).toBeUndefined();
    expect(marks?.size).toBe([...blocks.values()].filter(({ mark }) => mark !== undefined).length);
    const [cost, notional] = ["hospitalCost", "notionalCost"].map((id) => values.get(id)?.values);
    expect(cost?.[0]).toBe((notional?.[0] ?? NaN) * 1.5);
  });

  test("have no marks without them", async () => {
    const { marks, blocks } = await runToEnd(engine, document, document.scenarios[0] as Scenario);
    expect(marks).toBeUndefined();
    expect([...blocks.values()].filter((block) => "mark" in block)).toEqual([]);
  });

  test("keep the marks with the causes of change beside them", async () => {
    const request = { runId: "causes", lane: "causes", datasetId: document.dataset.id, bridge: true };
    const factor = { variable: "programmeStayFactor", formula: "1", reason: "No effect on stay." };
    const outcome = await engine.client.runs.run({ ...request, scenario: { ...scenario, overrides: [factor] } });
    if (outcome.kind !== "done") throw new Error(outcome.kind);
    const mark = (id: string) => outcome.blocks.find((block) => block.id === id)?.mark;
    expect(mark("bridgeBedDays")).toBe("rests on an override");
    expect(outcome.members["cause"]?.slice(-2)).toEqual(["formulas", "formulasInScenario"]);
    expect(mark("bedDaysAPerson")).toBe("added");
    expect(outcome.blocks.some(({ id }) => id === "programmeStayFactor")).toBe(false);
  });

  test("name a model of their own in their hashes, and leave the pack's as it is", async () => {
    const { id } = document.dataset;
    const [plain, own] = await Promise.all(
      [document.scenarios[0] as Scenario, scenario].map(async (each) => engine.host.report(id, each)),
    );
    expect(own?.report.hashes.model).not.toBe(plain?.report.hashes.model);
    const relabelled = { ...scenario, variables: [{ ...added, label: "Other words" }] };
    expect((await engine.host.report(id, relabelled)).report.hashes.model).toBe(own?.report.hashes.model);
  });
});

describe("a formula that cannot be used", () => {
  test("is refused when the file is opened, with its place", async () => {
    const opened = opening({ variables: [added, { ...added, id: "b", formula: 'import("fs")' }] });
    await expect(opened).rejects.toMatchObject({ data: { code: "scenario.formula", path: "variables[1].formula" } });
    expect((await opening({})).scenarios[0]?.variables).toEqual([added]);
  });

  test.each([
    "constructor('return process')()",
    "bedDaysAPerson",
    "sum(emergencyBedDays, area, specialty) / (0 * sum(population, area, age, sex))",
  ])("is refused by a run: %s", async (formula) => {
    const request = { runId: "bad", lane: "bad", datasetId: document.dataset.id, bridge: false };
    const outcome = await engine.client.runs.run({
      ...request,
      scenario: { ...scenario, variables: [{ ...added, formula }] },
    });
    expect(outcome).toMatchObject({
      kind: "failed",
      error: {
        code: "scenario.formula",
        path: "variables[0].formula",
        value: expect.stringContaining(formula) as string,
      },
    });
  });
});
