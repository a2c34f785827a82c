import fc from "fast-check";
import { expect, test } from "vitest";
import { marginsOf, setProgramme, setSpecialty } from "../../scenarios/index.ts";
import {
  amountAfterKey,
  boardContext,
  draggedAmount,
  sliderReach,
  typedAmount,
} from "../../renderer/features/workbench/board.ts";
import { ledgerSums } from "../../renderer/features/workbench/ledger.tsx";
import { DATASET, SCENARIO } from "./fake-engine.ts";

test("the board has the specialties that hold set-aside money and the scenario's programmes", () => {
  const context = boardContext(DATASET, SCENARIO, new Set(["from:general", "to:reablement"]));
  expect(context.specialties.map(({ id, locked }) => [id, locked])).toEqual([
    ["general", true],
    ["geriatric", false],
  ]);
  expect(context.programmes.map(({ label, locked }) => [label, locked])).toEqual([
    ["Hospital at home", false],
    ["Reablement", true],
  ]);
});

test.each([
  ["ArrowRight", false, 500_000, 510_000],
  ["ArrowDown", false, 500_000, 490_000],
  ["ArrowUp", true, 500_000, 600_000],
  ["ArrowLeft", true, 500_000, 400_000],
  ["PageUp", false, 500_000, 1_500_000],
  ["PageDown", false, 500_000, 0],
  ["Home", false, 500_000, 0],
  ["End", false, 500_000, 2_000_000],
  // To the penny: what is odd stays odd.
  ["ArrowRight", false, 333_333.33, 343_333.33],
  ["ArrowRight", false, 1_999_999.99, 2_000_000],
  ["Tab", false, 500_000, null],
  ["a", false, 500_000, null],
] as const)("%s with Shift %s turns £%d into %s", (key, shift, amount, after) => {
  expect(amountAfterKey(key, shift, amount, { least: 0, most: 2_000_000 })).toBe(after);
});

test("a drag lands on tens of thousands, and reaches its ends", () => {
  const limits = { least: 0, most: 1_234_567.89 };
  expect(draggedAmount(126_000, limits)).toBe(130_000);
  expect(draggedAmount(1_234_567.89, limits)).toBe(1_234_567.89);
  expect(draggedAmount(1_231_000, limits)).toBe(1_230_000);
  expect(draggedAmount(3_000, limits)).toBe(0);
});

test("all sliders share one reach, a round figure above twice the largest amount", () => {
  expect(sliderReach([])).toBe(5_000_000);
  expect(sliderReach([3_100_000, 900_000])).toBe(10_000_000);
  expect(sliderReach([12_000_000])).toBe(50_000_000);
});

test.each([
  ["1.2m", "from", 1_200_000],
  ["£450k", "to", 450_000],
  // 3 % of the £6m that it holds, however it is signed.
  ["3%", "from", 180_000],
  ["−3 %", "from", 180_000],
  // A change of the £500,000 that it has.
  ["−3 %", "to", 485_000],
  ["+10%", "to", 550_000],
] as const)("typed %s on the %s side is £%d", (text, side, value) => {
  expect(typedAmount(text, side, 500_000, 6_000_000)).toEqual({ ok: true, value });
});

test("what is not money is refused with a reason", () => {
  for (const text of ["lots", "1,23", "", "1.2q"]) {
    const typed = typedAmount(text, "to", 0, 0);
    expect(typed.ok).toBe(false);
    expect(!typed.ok && typed.reason.length).toBeGreaterThan(10);
  }
});

test("the ledger, by hand: £1m leaves £10m and arrives on £5,000,000.10 + £2,000,000.20", () => {
  expect(ledgerSums(DATASET, marginsOf(SCENARIO))).toEqual({
    setAside: { now: 10_000_000, after: 9_000_000 },
    community: { now: 7_000_000.3, after: 8_000_000.3 },
    total: { now: 17_000_000.3, after: 17_000_000.3 },
  });
});

test("law: whatever is moved, the ledger's total stays the same to the penny", () => {
  const context = boardContext(DATASET, SCENARIO, new Set());
  const move = fc.record({
    side: fc.constantFrom("from", "to"),
    index: fc.integer({ min: 0, max: 1 }),
    pence: fc.integer({ min: 0, max: 500_000_000 }),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
      let scenario = SCENARIO;
      for (const { side, index, pence } of moves) {
        const list = side === "from" ? context.specialties : context.programmes;
        const set = side === "from" ? setSpecialty : setProgramme;
        const outcome = set(scenario, list[index]?.id ?? "", pence / 100, context);
        if (outcome.kind === "moved") scenario = outcome.scenario;
      }
      const { setAside, community, total } = ledgerSums(DATASET, marginsOf(scenario));
      expect(total.after).toBe(total.now);
      expect(Math.round((setAside.now - setAside.after) * 100)).toBe(
        Math.round((community.after - community.now) * 100),
      );
    }),
  );
});
