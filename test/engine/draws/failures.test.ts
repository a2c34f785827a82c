/** Draws that break the model: told with the figure, the cell, the draw and the assumption. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EngineError, OpenedDocument } from "../../../engine/index.ts";
import type { Scenario } from "../../../scenarios/index.ts";
import { lastRanges } from "../support/last-ranges.ts";
import { openEngine } from "../support/open-engine.ts";
import type { TestEngine } from "../support/open-engine.ts";

let engine: TestEngine;
let example: OpenedDocument;
let scenario: Scenario;
/** Keys of the prices of one cost type, by year. */
let prices: readonly string[];

beforeAll(async () => {
  engine = await openEngine();
  example = await engine.client.documents.openExample({ id: "grampian" });
  scenario = example.scenarios[0] as Scenario;
  prices = ["2026/27", "2027/28", "2028/29"].map((year) => `inflation:hospital:${year}`);
});
afterAll(() => engine.close());

type Uncertainty = NonNullable<Scenario["uncertainty"]>;

interface Asked {
  readonly ranges: NonNullable<Uncertainty["ranges"]>;
  readonly targets?: NonNullable<Uncertainty["targets"]>;
  readonly outputs?: string[];
  readonly of?: Scenario;
  readonly against?: Scenario;
}

async function failure({ ranges, targets = [], outputs, of = scenario, against }: Asked): Promise<EngineError> {
  const uncertainty = { ranges, targets };
  const options = { draws: 20, outputs: outputs ?? ["hospitalCostTotal"] };
  const other = against === undefined ? {} : { against: { ...against, uncertainty } };
  const outcome = await lastRanges(engine, example, { scenario: { ...of, uncertainty }, options, ...other });
  if (outcome.kind !== "failed") throw new Error(`It ended as ${outcome.kind}.`);
  return outcome.error;
}

const wild = { kind: "uniform", low: 0, high: 1e200 } as const;

describe("a draw that is not finite", () => {
  it("is told with the figure, the cell, the draw, and the assumptions that alone would put it right", async () => {
    const [first, second] = prices as [string, string];
    const error = await failure({ ranges: { [first]: wild, [second]: wild } });
    expect(error).toMatchObject({ code: "draws.not-finite", value: "not finite" });
    expect(error.path).toMatch(/^hospitalCostTotal\[world .*, year 2027\/28\]$/);
    expect(error.message).toMatch(
      /^Hospital cost.*\(hospitalCostTotal\) at world doing-nothing, year 2027\/28: Draw 0 is Infinity, /,
    );
    expect(error.message).toContain(`With one of these at its central value it would be a number: ${first} is `);
    expect(error.message).toMatch(
      new RegExp(`; ${second} is [\\d.]+e\\+1\\d\\d there \\(central 0\\.\\d+\\)\\. Give it a narrower range\\.$`),
    );
  });

  it("that no one assumption is the cause of is told with the one furthest out, also where only a target looks at it", async () => {
    // Any two of the three are enough to break the last year; the target alone looks there.
    const formula = 'hospitalCostTotal[world = "scenario", year = "2034/35"]';
    const target = { label: "Affordable", formula, direction: "at-most", value: 1e9 } as const;
    const error = await failure({
      ranges: Object.fromEntries(prices.map((key) => [key, wild])),
      targets: [target],
      outputs: ["bedDaysSaved"],
    });
    expect(error.path).toBe("targets[0]");
    expect(error.message).toMatch(
      /^The target "Affordable": Draw 0 is Infinity, .* No one assumption alone is the cause; the furthest out in that draw is \S+, \S+ \(central \S+\)\.$/,
    );
  });

  it("of the scenario compared with is told as of the difference from it", async () => {
    // A scenario that moves nothing releases nothing, whatever prices are.
    const ranges = Object.fromEntries(prices.slice(0, 2).map((key) => [key, wild]));
    const of = { ...scenario, shifts: [] };
    const error = await failure({ ranges, outputs: ["releasedIfHeldTotal"], of, against: scenario });
    expect(error.message).toMatch(
      /^The difference in Released.*\(releasedIfHeldTotal\) from the scenario compared with at year 2027\/28: Draw 0 is /,
    );
  });

  it("too far apart to be added up are told without blaming one draw", async () => {
    const error = await failure({ ranges: { [prices[0] as string]: { kind: "uniform", low: 0, high: 1e299 } } });
    expect(error.message).toMatch(
      /^Hospital cost.* at world .*, year 2026\/27: The draws reach from .*, too far apart to be summarised\. Check the widest of the assumptions\.$/,
    );
  });
});
