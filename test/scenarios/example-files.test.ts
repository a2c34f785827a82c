import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { scenarioFiles } from "../../examples/scenarios/scenario-files.ts";
import { parseScenario, resolveCase } from "../../scenarios/index.ts";
import { grampian } from "./pack-fixture.ts";

const folder = new URL("../../examples/scenarios/", import.meta.url);

describe("the example scenario files", () => {
  it("are those made from the Grampian dataset as it is now (npm run examples makes them again)", async () => {
    const files = scenarioFiles(await grampian());
    const kept = readdirSync(folder).filter((name) => name.endsWith(".scenario.json"));
    expect(kept.sort()).toEqual([...files.keys()].sort());
    for (const [name, text] of files) expect(readFileSync(new URL(name, folder), "utf8")).toBe(text);
  });

  it("are accepted, each on that dataset and no other", async () => {
    const dataset = await grampian();
    for (const [name, text] of scenarioFiles(dataset)) {
      expect(resolveCase(dataset, parseScenario(text, name)).shifts.length).toBeGreaterThan(5);
    }
  });
});
