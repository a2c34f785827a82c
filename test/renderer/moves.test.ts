import { expect, test } from "vitest";
import { marginsOf, type Scenario } from "../../scenarios/index.ts";
import { createMoves, type Refusal } from "../../renderer/features/workbench/moves.ts";
import { startHistory } from "../../renderer/store/history.ts";
import { type AppState, INITIAL_STATE } from "../../renderer/store/state.ts";
import { OPENED, SCENARIO } from "./fake-engine.ts";

function bench(locks: readonly string[] = []) {
  let scenario: Scenario = SCENARIO;
  const gestures: (string | null)[] = [];
  const refusals: (Refusal | null)[] = [];
  const read = (): AppState => ({
    ...INITIAL_STATE,
    document: { ...OPENED, fileHolds: 0 },
    history: startHistory({ scenarios: [scenario], current: 0 }),
    locks: new Set(locks),
  });
  const moves = createMoves(
    read,
    {
      edit: (next, gesture = null) => {
        scenario = next;
        gestures.push(gesture);
      },
      endGesture: () => gestures.push("end"),
    },
    (refusal) => refusals.push(refusal),
  );
  return { moves, gestures, refusals, scenario: () => scenario };
}

test("a drag that goes forth and back ends on the very amounts it began with, in one gesture", () => {
  const { moves, gestures, scenario } = bench();
  moves.begin();
  for (const pounds of [700_000, 950_000, 600_000]) moves.drag("to", "hospital-at-home", pounds);
  moves.end();
  expect(marginsOf(scenario())).toEqual(marginsOf(SCENARIO));
  expect(new Set(gestures.slice(0, 3)).size).toBe(1);
  expect(gestures[0]).not.toBeNull();
  expect(gestures.at(-1)).toBe("end");
});

test("a drag beyond what can move stops at the nearest amount and says why; a typed amount moves nothing", () => {
  const { moves, refusals, scenario } = bench();
  moves.type("from", "general", "7m", 600_000, 6_000_000);
  expect(scenario()).toBe(SCENARIO);
  expect(refusals.at(-1)).toMatchObject({ control: "from:general" });
  expect(refusals.at(-1)?.reason).toContain("£6,000,000");
  moves.drag("from", "general", 7_000_000);
  expect(marginsOf(scenario()).specialties.get("general")).toBe(6_000_000);
  moves.type("from", "general", "1m", 6_000_000, 6_000_000);
  expect(refusals.at(-1)).toBeNull();
  expect(marginsOf(scenario()).specialties.get("general")).toBe(1_000_000);
});

test("a locked line keeps its money, whatever the other side asks", () => {
  const { moves, scenario } = bench(["from:general"]);
  moves.type("to", "reablement", "£1.4m", 400_000, Infinity);
  expect(marginsOf(scenario()).specialties.get("general")).toBe(600_000);
  expect(marginsOf(scenario()).specialties.get("geriatric")).toBe(1_400_000);
});

test("what is not an amount is refused at its control", () => {
  const { moves, refusals, scenario } = bench();
  moves.type("to", "reablement", "some", 400_000, Infinity);
  expect(refusals.at(-1)).toMatchObject({ control: "to:reablement" });
  expect(scenario()).toBe(SCENARIO);
});
