import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emptyScenario,
  EVERY_PROGRAMME,
  exampleScenario,
  marginsOf,
  mixedTerms,
  serialiseScenario,
  setPhase,
  setProgramme,
  setSpecialty,
  setSplit,
  setStart,
  termsOf,
  type BoardContext,
  type MoveOutcome,
  type Scenario,
} from "../../scenarios/index.ts";
import { allocate, allocateWithin } from "../../scenarios/board/pence.ts";
import { pairsFromMargins } from "../../scenarios/board/pairs.ts";
import { fixtureDataset, YEARS } from "./fixture.ts";

const empty = emptyScenario(fixtureDataset());
const PROGRAMMES = ["hospital-at-home", "rapid-response", "reablement"];

/** General holds £7.2m, geriatric £5.6m; three programmes without limits. */
function board(change: { locked?: readonly string[]; least?: number; most?: number } = {}): BoardContext {
  const locked = change.locked ?? [];
  return {
    years: YEARS,
    specialties: [
      {
        id: "general-medicine",
        label: "General medicine",
        locked: locked.includes("general-medicine"),
        least: change.least,
        holds: 7_200_000,
      },
      {
        id: "geriatric-medicine",
        label: "Geriatric medicine",
        locked: locked.includes("geriatric-medicine"),
        least: change.least,
        holds: 5_600_000,
      },
    ],
    programmes: PROGRAMMES.map((id) => ({
      id,
      label: id,
      locked: locked.includes(id),
      least: change.least,
      most: change.most,
    })),
  };
}

function moved(outcome: MoveOutcome): Scenario {
  if (outcome.kind === "refused") throw new Error(outcome.reason);
  return outcome.scenario;
}

function refusal(outcome: MoveOutcome) {
  if (outcome.kind === "moved") throw new Error("The move was accepted.");
  return outcome;
}

function amounts(scenario: Scenario) {
  const margins = marginsOf(scenario);
  return {
    taken: ["general-medicine", "geriatric-medicine"].map((id) => margins.specialties.get(id) ?? 0),
    given: PROGRAMMES.map((id) => margins.programmes.get(id) ?? 0),
  };
}

const pence = (pounds: number) => Math.round(pounds * 100);
const totalPence = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + pence(value), 0);

describe("sharing out whole pence", () => {
  it("loses no penny: £1,000,000.01 over three", () => {
    expect(allocate(100_000_001, [1, 1, 1])).toEqual([33_333_334, 33_333_334, 33_333_333]);
  });

  it("follows the largest remainder: 10 over 1, 2 and 4", () => {
    // Exactly 1.428, 2.857 and 5.714: whole 1, 2 and 5; the two pence left go to .857 and .714.
    expect(allocate(10, [1, 2, 4])).toEqual([1, 3, 6]);
  });

  it("passes on what does not fit: 100 over 1 and 1 with at most 20 in the first", () => {
    expect(allocateWithin(100, [1, 1], [20, 500])).toEqual([20, 80]);
    expect(allocateWithin(100, [0, 3], [50, 70])).toEqual([30, 70]);
  });

  it("holds both margins exactly and goes below 0 nowhere", () => {
    const amount = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        (rows, weights) => {
          const total = rows.reduce((sum, value) => sum + value, 0);
          fc.pre(weights.some((weight) => weight > 0));
          const columns = allocate(total, weights);
          const pairs = pairsFromMargins(rows, columns, rows);
          pairs.forEach((row, i) => expect(row.reduce((sum, value) => sum + value, 0)).toBe(rows[i]));
          columns.forEach((column, j) => expect(pairs.reduce((sum, row) => sum + (row[j] as number), 0)).toBe(column));
          for (const value of pairs.flat()) expect(value).toBeGreaterThanOrEqual(0);
          // Near to proportional: each row before it may have moved what a column still wants by a penny.
          pairs.forEach((row, i) =>
            row.forEach((value, j) => {
              const exact = total === 0 ? 0 : ((rows[i] as number) / total) * (columns[j] as number);
              expect(Math.abs(value - exact)).toBeLessThanOrEqual(rows.length + 1);
            }),
          );
        },
      ),
    );
  });

  it("holds both margins exactly where some run back", () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 6 }),
        fc.array(amount, { minLength: 1, maxLength: 6 }),
        (rows, free) => {
          const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
          const columns = [...free.slice(1), sum(rows) - sum(free.slice(1))];
          const pairs = pairsFromMargins(
            rows,
            columns,
            rows.map(() => 1),
          );
          pairs.forEach((row, i) => expect(sum(row)).toBe(rows[i]));
          columns.forEach((column, j) => expect(sum(pairs.map((row) => row[j] as number))).toBe(column));
        },
      ),
    );
  });
});

describe("giving a programme money", () => {
  it("draws on the specialties by what they hold", () => {
    // £1.28m over £7.2m and £5.6m of £12.8m: £0.72m and £0.56m.
    const scenario = moved(setProgramme(empty, "hospital-at-home", 1_280_000, board()));
    expect(amounts(scenario)).toEqual({ taken: [720_000, 560_000], given: [1_280_000, 0, 0] });
    expect(marginsOf(scenario).moved).toBe(1_280_000);
  });

  it("leaves a locked specialty alone", () => {
    const scenario = moved(setProgramme(empty, "reablement", 500_000.01, board({ locked: ["general-medicine"] })));
    expect(amounts(scenario)).toEqual({ taken: [0, 500_000.01], given: [0, 0, 500_000.01] });
  });

  it("takes no more than a specialty holds, and the rest from the other", () => {
    const near = moved(setSpecialty(empty, "geriatric-medicine", 5_500_000, board()));
    // £1.28m more: geriatric could give £0.56m but has £0.1m left; general gives £1.18m.
    const scenario = moved(setProgramme(near, "reablement", (amounts(near).given[2] as number) + 1_280_000, board()));
    expect(amounts(scenario).taken).toEqual([1_180_000, 5_600_000]);
  });

  it("says what is left when the specialties hold no more, and how far it can go", () => {
    const refused = refusal(setProgramme(empty, "reablement", 13_000_000, board()));
    expect(refused.nearest).toBe(12_800_000);
    expect(refused.reason).toBe(
      "The unlocked specialties can give only £12,800,000 more. So reablement can go to £12,800,000.",
    );
    const locked = refusal(setProgramme(empty, "reablement", 13_000_000, board({ locked: ["general-medicine"] })));
    expect(locked.nearest).toBe(5_600_000);
    expect(locked.reason).toContain("General medicine is locked.");
    expect(locked.binding).toContain("general-medicine");
    const all = refusal(
      setProgramme(empty, "reablement", 1, board({ locked: ["general-medicine", "geriatric-medicine"] })),
    );
    expect(all.nearest).toBe(0);
    expect(all.reason).toBe("Every one of the specialties is locked, so nothing can be taken. Unlock one first.");
  });

  it("gives back by what was taken, and ends where it began", () => {
    const there = moved(setProgramme(empty, "reablement", 999_999.99, board()));
    const back = moved(setProgramme(there, "reablement", 0, board()));
    expect(amounts(back)).toEqual({ taken: [0, 0], given: [0, 0, 0] });
  });

  it("keeps within the slider's own limits", () => {
    const most = refusal(setProgramme(empty, "reablement", 300_000, board({ most: 200_000 })));
    expect([most.nearest, most.reason]).toEqual([200_000, "reablement may be given £200,000 at most."]);
    const least = refusal(setProgramme(empty, "reablement", -1, board()));
    expect([least.nearest, least.reason]).toEqual([0, "reablement cannot go below £0."]);
  });

  it("cuts a programme where that is allowed, and the money runs back to the hospital", () => {
    const scenario = moved(setProgramme(empty, "reablement", -128_000, board({ least: -1_000_000 })));
    expect(amounts(scenario)).toEqual({ taken: [-72_000, -56_000], given: [0, 0, -128_000] });
    const restored = moved(setProgramme(scenario, "reablement", 0, board({ least: -1_000_000 })));
    expect(amounts(restored)).toEqual({ taken: [0, 0], given: [0, 0, 0] });
  });

  it("of no amount changes nothing at all", () => {
    expect(moved(setProgramme(empty, "reablement", 0, board()))).toBe(empty);
  });

  it("is refused when locked, and when not a number", () => {
    expect(refusal(setProgramme(empty, "reablement", 5, board({ locked: ["reablement"] }))).reason).toBe(
      "reablement is locked at £0. Unlock it to change it.",
    );
    expect(refusal(setProgramme(empty, "reablement", Number.NaN, board())).nearest).toBe(0);
  });
});

describe("taking money from a specialty", () => {
  it("gives equally when no programme has any", () => {
    const scenario = moved(setSpecialty(empty, "general-medicine", 1_000_000.01, board()));
    expect(amounts(scenario)).toEqual({ taken: [1_000_000.01, 0], given: [333_333.34, 333_333.34, 333_333.33] });
  });

  it("gives by what the programmes have, and nothing to one that has none", () => {
    const first = moved(setProgramme(empty, "hospital-at-home", 300_000, board()));
    const second = moved(setProgramme(first, "rapid-response", 100_000, board()));
    const before = amounts(second).taken[0] as number;
    const scenario = moved(setSpecialty(second, "general-medicine", before + 40_000, board()));
    expect(amounts(scenario).given).toEqual([330_000, 110_000, 0]);
  });

  it("takes back by what the programmes have", () => {
    const first = moved(setSpecialty(empty, "general-medicine", 900_000, board({ locked: ["reablement"] })));
    const scenario = moved(setSpecialty(first, "general-medicine", 300_000, board()));
    expect(amounts(scenario)).toEqual({ taken: [300_000, 0], given: [150_000, 150_000, 0] });
  });

  it("stops at what it holds", () => {
    const refused = refusal(setSpecialty(empty, "general-medicine", 8_000_000, board()));
    expect(refused.nearest).toBe(7_200_000);
    expect(refused.reason).toBe("General medicine holds £7,200,000, and no more than that can be taken from it.");
  });
});

describe("any run of moves", () => {
  it("conserves the total to the penny, keeps locked sliders and the holdings", () => {
    const step = fc.record({
      side: fc.constantFrom("programme" as const, "specialty" as const),
      which: fc.nat(2),
      pence: fc.integer({ min: -50_000_000, max: 800_000_000 }),
      locked: fc.subarray([...PROGRAMMES, "general-medicine", "geriatric-medicine"], { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.constantFrom(0, -2_000_000), (steps, least) => {
        let scenario = empty;
        for (const { side, which, pence: asked, locked } of steps) {
          const context = board({ locked, least });
          const id =
            side === "programme"
              ? (PROGRAMMES[which] as string)
              : (["general-medicine", "geriatric-medicine"][which % 2] as string);
          const set = side === "programme" ? setProgramme : setSpecialty;
          let outcome = set(scenario, id, asked / 100, context);
          if (outcome.kind === "refused") {
            outcome = set(scenario, id, outcome.nearest, context);
            expect(outcome.kind).toBe("moved");
          }
          const next = moved(outcome);
          const before = marginsOf(scenario);
          const after = marginsOf(next);
          expect(totalPence(after.specialties.values())).toBe(totalPence(after.programmes.values()));
          expect(pence(after.moved)).toBe(totalPence(after.programmes.values()));
          for (const other of locked) {
            const was = before.programmes.get(other) ?? before.specialties.get(other) ?? 0;
            expect(after.programmes.get(other) ?? after.specialties.get(other) ?? 0).toBe(was);
          }
          expect(after.specialties.get("general-medicine") ?? 0).toBeLessThanOrEqual(7_200_000);
          expect(after.specialties.get("geriatric-medicine") ?? 0).toBeLessThanOrEqual(5_600_000);
          if (least === 0) for (const shift of next.shifts) expect(shift.amount).toBeGreaterThanOrEqual(0);
          for (const shift of next.shifts) expect(pence(shift.amount) / 100).toBe(shift.amount);
          expect(new Set(next.shifts.map((shift) => shift.id)).size).toBe(next.shifts.length);
          scenario = next;
        }
      }),
      { numRuns: 150 },
    );
  });

  it("never touches the scenario it starts from", () => {
    const before = serialiseScenario(empty);
    moved(setProgramme(empty, "reablement", 100, board()));
    setStart(empty, EVERY_PROGRAMME, "2027-01");
    expect(serialiseScenario(empty)).toBe(before);
  });

  it("leaves new money and shifts from all specialties where they are", () => {
    const outside = {
      ...(empty.shifts[0] as Scenario["shifts"][number]),
      id: "grant",
      from: null,
      to: "reablement",
      amount: 50,
    };
    const across = { ...outside, id: "levy", from: "all", to: "rapid-response", amount: 70 };
    const scenario = moved(
      setProgramme({ ...empty, shifts: [outside, across, ...empty.shifts] }, "reablement", 900, board()),
    );
    expect(scenario.shifts.slice(0, 2)).toEqual([outside, across]);
    const margins = marginsOf(scenario);
    expect(margins.newMoney.get("reablement")).toBe(50);
    expect(margins.acrossAll.get("rapid-response")).toBe(70);
    expect(margins.moved).toBe(900);
  });
});

describe("a programme's own terms", () => {
  it("stay with it when its money goes to nothing and comes again", () => {
    const started = setStart(empty, "reablement", "2027-10");
    const phased = setPhase(started, "reablement", [0.1, 0.9]);
    const split = setSplit(phased, "reablement", { north: 0.25, south: 0.75 });
    const there = moved(setProgramme(split, "reablement", 5_000, board()));
    const gone = moved(setProgramme(there, "reablement", 0, board()));
    const again = moved(setProgramme(gone, "reablement", 70, board()));
    expect(termsOf(again, "reablement")).toEqual({
      start: "2027-10",
      phase: [0.1, 0.9],
      split: { north: 0.25, south: 0.75 },
      priceBase: "2024/25",
    });
    expect(termsOf(again, "rapid-response")).toEqual(termsOf(empty, "rapid-response"));
  });

  it("are set for every programme at once", () => {
    const scenario = setStart(empty, EVERY_PROGRAMME, "2028-01");
    expect(new Set(scenario.shifts.map((shift) => shift.start))).toEqual(new Set(["2028-01"]));
  });

  it("are refused when they are no month, no phase, no such programme", () => {
    expect(() => setStart(empty, "reablement", "2028-13")).toThrow(/a month such as 2026-04/);
    expect(() => setPhase(empty, "reablement", [])).toThrow(/phase cannot be \[\]/);
    const bare = { ...empty, shifts: empty.shifts.filter((shift) => shift.to !== "reablement") };
    expect(() => setStart(bare, "reablement", "2028-01")).toThrow(/Give it money first/);
    expect(termsOf(moved(setProgramme(bare, "reablement", 5, board())), "reablement")?.start).toBe("2026-04");
    expect(() => setStart(empty, "cottage-hospital", "2028-01")).toThrow(/There is no programme "cottage-hospital"/);
  });

  it("must be the same for all its shifts before they can be moved as one", () => {
    const there = moved(setProgramme(empty, "reablement", 5_000, board()));
    const later = there.shifts.map((shift) =>
      shift.to === "reablement" && shift.from === "general-medicine" ? { ...shift, start: "2028-04" } : shift,
    );
    const mixed = { ...there, shifts: later };
    expect(mixedTerms(mixed, "reablement")).toEqual(["start"]);
    expect(refusal(setProgramme(mixed, "rapid-response", 5, board())).reason).toBe(
      "The shifts to reablement differ in start, so they cannot be moved as one. Give them all one start first.",
    );
    expect(
      moved(setProgramme(setStart(mixed, "reablement", "2028-04"), "rapid-response", 5, board())).shifts.length,
    ).toBeGreaterThan(0);
  });
});

describe("the worked example", () => {
  it("moves six per cent of what the specialties hold, and both sides agree", () => {
    const dataset = fixtureDataset();
    const margins = marginsOf(exampleScenario(dataset));
    // 6 % of £12.8m is £768,000: below a million, so in steps of £1.
    expect(margins.moved).toBe(768_000);
    expect(totalPence(margins.specialties.values())).toBe(76_800_000);
    expect([...margins.programmes.values()].filter((amount) => amount > 0).length).toBe(7);
    for (const amount of [...margins.programmes.values(), ...margins.specialties.values()]) expect(amount % 1).toBe(0);
  });

  it("can be moved on the board", () => {
    const outcome = setProgramme(exampleScenario(fixtureDataset()), "reablement", 500_000, board());
    expect(marginsOf(moved(outcome)).programmes.get("reablement")).toBe(500_000);
  });
});
