/** Beds of the dataset and beds held shut, as the model takes them: the product's own defaults are the cautious ones. */
import { describe, expect, it } from "vitest";
import { emptyScenario, jsonReport, resolveCase } from "../../scenarios/index.ts";
import { createCommissioningRunner } from "../../models/index.ts";
import { block, fixtureDataset } from "./fixture.ts";

const counted = block(["specialty"], [60, 50, 20]);

function resolved(changes: Parameters<typeof fixtureDataset>[0] = {}, assumptions: Record<string, number> = {}) {
  const dataset = fixtureDataset(changes);
  return { dataset, ...resolveCase(dataset, { ...emptyScenario(dataset), assumptions }) };
}

describe("beds held shut", () => {
  it("are none until someone says so", () => {
    expect(resolved().specialties.map(({ heldClosed, realised }) => [heldClosed, realised])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it("are what the scenario says, specialty by specialty", () => {
    const set = { "held-closed:geriatric-medicine": 0.75, "realised:general-medicine": 0.5 };
    const [general, geriatric] = resolved({}, set).specialties;
    expect([general?.heldClosed, general?.realised]).toEqual([0, 0.5]);
    expect([geriatric?.heldClosed, geriatric?.realised]).toEqual([0.75, 0]);
    expect(() => resolved({}, { "held-closed:geriatric-medicine": 1.5 })).toThrow(/must be a share from 0 to 1/);
  });
});

describe("staffed beds", () => {
  it("are left out where the dataset has none", () => {
    expect(resolved()).not.toHaveProperty("staffedBeds");
  });

  it("are those of the one hospital that the specialty uses, with everyone who lies in them", () => {
    const { staffedBeds, otherBedDays } = resolved({ staffedBeds: counted });
    expect(staffedBeds).toEqual(block(["hospital", "specialty"], [60, 50, 0]));
    // A tenth of general medicine's 20,000 bed days is outside the set-aside.
    expect(otherBedDays?.values[0]).toBeCloseTo(2000, 9);
    expect([...(otherBedDays?.values ?? [])].slice(1)).toEqual([0, 0]);
  });

  it("are not known to be a hospital's where two are used", () => {
    const hospitals = ["royal", "county"].map((id) => ({ id, label: id }));
    // North uses both for general medicine; geriatric medicine is the Royal's alone.
    const useOf = block(["area", "hospital", "specialty"], [0.5, 1, 1, 0.5, 0, 0, 1, 1, 1, 0, 0, 0]);
    const { staffedBeds } = resolved({ staffedBeds: counted, hospitals, useOf });
    expect(staffedBeds).toEqual(block(["hospital", "specialty"], [0, 50, 0, 0, 0, 0]));
  });

  it("are told from beds that are assumed", () => {
    const report = (staffedBeds: typeof counted | null) => {
      const dataset = fixtureDataset({ staffedBeds });
      const scenario = emptyScenario(dataset);
      const results = createCommissioningRunner().run(resolveCase(dataset, scenario));
      const hashes = { model: "", data: "", scenario: "" };
      return jsonReport({ dataset, scenario, results, hashes, programVersion: "0" });
    };
    const geriatric = report(counted).beds["royal"]?.["geriatric-medicine"];
    expect(geriatric?.basis).toBe("beds counted");
    expect(geriatric?.openInBaseYear).toBe(50);
    // 16,000 bed days in 365 days at 85 % need 51.57 beds.
    expect(geriatric?.shortInBaseYear).toBeCloseTo(16_000 / (365 * 0.85) - 50, 9);
    const assumed = report(null);
    expect(assumed.beds["royal"]?.["geriatric-medicine"]?.basis).toBe("beds assumed, not counted");
    expect(assumed.money.holding).toBe("nothing to hold");
  });
});
