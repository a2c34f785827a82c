import { describe, expect, it } from "vitest";
import {
  evidenceEntry,
  evidenceLibrary,
  namedParameters,
  programmeFromEvidence,
  ScenarioError,
  type EffectEntry,
} from "../../scenarios/index.ts";
import { fixtureDataset } from "./fixture.ts";

const dataset = fixtureDataset();
const effects = evidenceLibrary.filter((entry): entry is EffectEntry => entry.kind === "effect");

function entry(id: string): EffectEntry {
  const found = evidenceEntry(id);
  if (found?.kind !== "effect") throw new Error(`${id} is not an effect.`);
  return found;
}

describe("the evidence library", () => {
  it("has an entry for each programme of the worked example", () => {
    expect(evidenceLibrary.map((each) => each.id)).toEqual(
      expect.arrayContaining([
        "hospital-at-home",
        "intermediate-care",
        "rapid-response",
        "reablement",
        "falls-exercise",
        "anticipatory-care",
        "discharge-to-assess",
        "end-of-life-nursing",
        "telecare",
      ]),
    );
    expect(new Set(evidenceLibrary.map((each) => each.id)).size).toBe(evidenceLibrary.length);
  });

  it.each(effects.map((each) => [each.id, each] as const))(
    "%s: every value is in its range and says where it is from",
    (_, each) => {
      for (const [name, value] of namedParameters(each)) {
        expect(value.low).toBeLessThanOrEqual(value.central);
        expect(value.central).toBeLessThanOrEqual(value.high);
        expect(value.source).not.toBe("");
        if (value.grade === "none") expect(value.standing).toBe("placeholder");
        if (value.grade === "service claim") expect(value.standing).toBe("service-claim");
        if (name.startsWith("effectOn")) expect(value.high).toBeLessThanOrEqual(1);
      }
      expect(each.transferability).not.toBe("");
    },
  );

  it("a service's claim starts between a quarter and a half of it", () => {
    // Rapid response claims 33 % not admitted; anticipatory care 42.5 % in one practice.
    expect(entry("rapid-response").parameters.effectOnAdmissions.central).toBe(0.165);
    expect(entry("anticipatory-care").parameters.effectOnAdmissions.central).toBe(0.425 / 4);
  });

  it("assumes nothing where the trials found nothing", () => {
    for (const id of ["falls-exercise", "telecare", "reablement"]) {
      expect(entry(id).parameters.effectOnAdmissions.central).toBe(0);
    }
  });
});

describe("a programme made from evidence", () => {
  it("takes the library's central values", () => {
    const programme = programmeFromEvidence(entry("hospital-at-home"), dataset);
    expect(programme).toMatchObject({
      id: "hospital-at-home",
      line: "community-nursing", // it would rather have intermediate-care, which the fixture has not
      costType: "nhs-community",
      unitCost: 90_000,
      throughput: 48,
      effectOnAdmissions: 0.5,
      lineSaving: {},
      presentCapacity: undefined,
    });
  });

  it("counts what a prevention programme serves in people, of a share of all", () => {
    // End-of-life nursing: 35 people a place, of the one in twenty who die within the year.
    expect(programmeFromEvidence(entry("end-of-life-nursing"), dataset)).toMatchObject({
      mechanism: "prevention",
      throughput: 35,
      prevalence: 0.05,
    });
    expect(programmeFromEvidence(entry("hospital-at-home"), dataset)).toMatchObject({
      mechanism: "substitution",
      prevalence: undefined,
    });
  });

  it("takes avoided cases to be lighter than the average, and those of hospital at home to come back more often", () => {
    expect(programmeFromEvidence(entry("hospital-at-home"), dataset)).toMatchObject({
      stayRatio: 0.5,
      delayRatio: 0.2,
      readmittedShare: 0.2,
      readmissionRatio: 1.14,
    });
    expect(programmeFromEvidence(entry("reablement"), dataset)).toMatchObject({ stayRatio: undefined });
    const changed = programmeFromEvidence(entry("hospital-at-home"), dataset, {
      stayRatio: 1,
      mostServed: { south: 9 },
    });
    expect(changed).toMatchObject({ stayRatio: 1, delayRatio: 0.2 });
    expect(changed.mostServed).toEqual([Number.MAX_SAFE_INTEGER, 9]);
  });

  it("targets the bands from the library's age up, and the specialties that are there", () => {
    // Bands 18-64, 65-74, 75+; specialties general, geriatric, other. Hospital at home: 65+, general and geriatric.
    const { targets } = programmeFromEvidence(entry("hospital-at-home"), dataset);
    expect(targets.dims).toEqual(["age", "sex", "specialty"]);
    expect([...targets.values]).toEqual([0, 0, 0, 1, 1, 0, 1, 1, 0]);
    const typed = programmeFromEvidence(entry("hospital-at-home"), dataset, {
      minimumAge: 75,
      specialties: ["other-specialties"],
    });
    expect([...typed.targets.values]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it("targets all in scope where none of the library's specialties is there", () => {
    const renamed = fixtureDataset({
      specialties: dataset.specialties.map((each) => ({ ...each, id: `ward-${each.id}` })),
    });
    const { targets } = programmeFromEvidence(entry("hospital-at-home"), renamed);
    expect([...targets.values]).toEqual([0, 0, 0, 1, 1, 0, 1, 1, 0]);
  });

  it("keeps what the scenario changes", () => {
    const programme = programmeFromEvidence(
      entry("reablement"),
      dataset,
      {
        unitCost: 30_000,
        presentCapacity: { south: 12 },
        lineSaving: { "home-care": 0, reablement: -5 },
        costType: "nhs-community",
      },
      "reablement-plus",
    );
    expect(programme.id).toBe("reablement-plus");
    expect(programme.unitCost).toBe(30_000);
    expect(programme.presentCapacity).toEqual([0, 12]);
    expect(programme.lineSaving).toEqual({ "home-care": 0, reablement: -5 });
    expect(programme.costType).toBe("nhs-community");
  });

  it.each([
    [{ line: "set-aside" }, "scenario.unknown-line"],
    [{ line: "parks" }, "scenario.unknown-line"],
    [{ costType: "steel" }, "scenario.unknown-name"],
    [{ lineSaving: { parks: 1 } }, "scenario.unknown-name"],
    [{ presentCapacity: { west: 1 } }, "scenario.unknown-name"],
    [{ specialties: ["cardiology"] }, "scenario.unknown-name"],
    [{ minimumAge: 70 }, "scenario.age-inside-a-band"],
  ])("refuses %j", (overrides, code) => {
    expect(() => programmeFromEvidence(entry("reablement"), dataset, overrides)).toThrowError(
      expect.objectContaining({ name: "ScenarioError", code }) as ScenarioError,
    );
  });
});
