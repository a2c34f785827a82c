import { describe, expect, it } from "vitest";
import { createCommissioningRunner, RESULT_IDS } from "../../models/index.ts";
import {
  emptyScenario,
  evidenceEntry,
  jsonReport,
  parseScenario,
  resolveCase,
  resultSentence,
  ScenarioError,
  serialiseScenario,
  type Scenario,
} from "../../scenarios/index.ts";
import { fixtureDataset } from "./fixture.ts";

const dataset = fixtureDataset();
const hashes = { model: "sha256-m", data: "sha256-d", scenario: "sha256-s" };
type OwnEntry = NonNullable<Scenario["evidence"]>[number];
type OwnEffect = Extract<OwnEntry, { kind: "effect" }>;

/** The library's rapid response under another id, as a partnership's own trial. */
function own(changes: Partial<OwnEffect["parameters"]["effectOnAdmissions"]> = {}): OwnEffect {
  const library = evidenceEntry("rapid-response") as OwnEffect;
  const measured = { low: 0.1, central: 0.2, high: 0.3, unit: "share of referrals", source: "Our own count, 2025" };
  return structuredClone({
    ...library,
    id: "our-team",
    title: "Our own team",
    parameters: {
      ...library.parameters,
      effectOnAdmissions: { ...measured, grade: "matched comparison", standing: "sourced", ...changes },
    },
  });
}

const BENCHMARK_VALUES = {
  unitCost: 50_000,
  throughput: 75,
  rampMonths: 6,
  maxReach: 0.5,
  eligibleShare: 0.3,
  prevalence: 0.05,
  effectOnAdmissions: 0.05,
};

function scenarioOf(programme: Partial<Scenario["programmes"][number]>, evidence?: OwnEntry[]): Scenario {
  return {
    ...emptyScenario(dataset),
    programmes: [{ id: "one", evidence: "our-team", ...programme }],
    shifts: [
      {
        id: "money",
        from: "general-medicine",
        to: "one",
        amount: 500_000,
        priceBase: "2024/25",
        start: "2025-04",
        phase: [1],
        split: "population",
      },
    ],
    ...(evidence === undefined ? {} : { evidence }),
  };
}

function told(scenario: Scenario) {
  const results = createCommissioningRunner().run(resolveCase(dataset, scenario), RESULT_IDS);
  const labels = { ...dataset, specialties: dataset.specialties.map((each) => ({ ...each, closureStep: 6 })) };
  const { caveat, furtherCaveats } = resultSentence({ results, scenario, labels });
  const report = jsonReport({ dataset, scenario, results, hashes, programVersion: "0.1.0" });
  return { report, caveats: [caveat, ...furtherCaveats] };
}

function refusalOf(scenario: Scenario): ScenarioError {
  try {
    resolveCase(dataset, parseScenario(serialiseScenario(scenario)));
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error("It was not refused.");
}

describe("evidence of a scenario's own", () => {
  it("drives a programme, and its source goes into the report", () => {
    const [programme] = told(scenarioOf({}, [own()])).report.programmes;
    expect(programme?.label).toBe("Our own team");
    expect(programme?.parameters.find(({ name }) => name === "effectOnAdmissions")).toMatchObject({
      value: 0.2,
      source: "Our own count, 2025",
      standing: "sourced",
    });
  });

  it("is read back as it was written, to the same bytes", () => {
    const scenario = scenarioOf({}, [own()]);
    const text = serialiseScenario(scenario);
    expect(parseScenario(text)).toEqual(scenario);
    expect(serialiseScenario(parseScenario(text))).toBe(text);
  });

  it("is strict: a name that an entry does not have is refused", () => {
    const odd = { ...own(), effectOnWaiting: 0.3 } as OwnEffect;
    expect(refusalOf(scenarioOf({}, [odd])).code).toBe("scenario.unknown-name");
  });

  it.each([
    ["scenario.evidence-in-library", "evidence[0].id", { ...own(), id: "rapid-response" }],
    ["scenario.evidence-range", "evidence[0].parameters.effectOnAdmissions", own({ low: 0.25 })],
    ["scenario.evidence-value", "evidence[0].parameters.effectOnAdmissions", own({ high: 1.2 })],
    ["scenario.evidence-claim", "evidence[0].parameters.effectOnAdmissions", own({ standing: "service-claim" })],
    [
      "scenario.evidence-claim",
      "evidence[0].parameters.effectOnAdmissions",
      own({ standing: "service-claim", claim: 0.3 }),
    ],
  ])("is refused with %s at %s", (code, path, entry) => {
    expect(refusalOf(scenarioOf({}, [entry]))).toMatchObject({ code, path });
  });

  it("may start at half of a service's claim", () => {
    const [programme] = told(scenarioOf({}, [own({ standing: "service-claim", claim: 0.4 })])).report.programmes;
    expect(programme?.parameters.find(({ name }) => name === "effectOnAdmissions")?.standing).toBe("service-claim");
  });

  it("is refused twice under one id", () => {
    expect(refusalOf(scenarioOf({}, [own(), own()])).code).toBe("scenario.repeated-id");
  });
});

describe("a benchmark used as an effect", () => {
  const evidence = "whole-system-integration";
  const reason = "The board asked what half of that gap would mean here.";

  it("is refused without a reason, and context always", () => {
    expect(refusalOf(scenarioOf({ evidence }))).toMatchObject({
      code: "scenario.evidence-not-an-effect",
      path: "programmes[0].evidence",
    });
    expect(refusalOf(scenarioOf({ evidence: "recovery-college", reason })).code).toBe(
      "scenario.evidence-not-an-effect",
    );
  });

  it("is refused while the scenario does not set what a benchmark does not have, each named", () => {
    const { unitCost: _, ...others } = BENCHMARK_VALUES;
    const refused = refusalOf(scenarioOf({ evidence, reason, parameters: others }));
    expect(refused.code).toBe("scenario.benchmark-needs-values");
    expect(refused.message).toContain("has no unitCost of its own");
  });

  it("has its reason printed before the other caveats, and in the report", () => {
    const { report, caveats } = told(scenarioOf({ evidence, reason, parameters: BENCHMARK_VALUES }));
    expect(caveats[0]).toBe(
      `Whole-system integration, Canterbury takes a benchmark, “Whole-system integration, Canterbury”, as an effect. The reason given: ${reason}`,
    );
    expect(report.programmes[0]?.benchmarkUsedAsEffect).toBe(reason);
  });

  it("has no effect until the scenario sets one", () => {
    const { effectOnAdmissions: _, ...costs } = BENCHMARK_VALUES;
    const resolved = resolveCase(dataset, scenarioOf({ evidence, reason, parameters: costs }));
    expect(resolved.programmes[0]).toMatchObject({ effectOnAdmissions: 0, effectOnStay: 0, effectOnDelay: 0 });
  });
});
