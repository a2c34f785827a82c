import fc from "fast-check";
import { expect, test } from "vitest";
import { edit, endGesture, type History, redo, startHistory, undo } from "../../renderer/store/history.ts";

const same = (a: number, b: number): boolean => a === b;

test("a drag is one step: undo goes back to where it began", () => {
  let history: History<number> = startHistory(0);
  for (const value of [1, 2, 3]) history = edit(history, value, "drag");
  history = endGesture(history, same);
  expect(history.present).toBe(3);
  expect(undo(history).present).toBe(0);
  expect(undo(undo(history)).present).toBe(0);
  expect(redo(undo(history)).present).toBe(3);
});

test("two drags are two steps, also of the same control", () => {
  let history: History<number> = startHistory(0);
  history = endGesture(edit(history, 1, "first"), same);
  history = endGesture(edit(history, 2, "second"), same);
  expect(undo(history).present).toBe(1);
  expect(undo(undo(history)).present).toBe(0);
});

test("a drag that ends where it began leaves no step, and the very same present", () => {
  const start = { value: 0 };
  let history: History<{ value: number }> = startHistory(start);
  history = edit(edit(history, { value: 5 }, "drag"), { value: 0 }, "drag");
  history = endGesture(history, (a, b) => a.value === b.value);
  expect(history.past).toHaveLength(0);
  expect(history.present).toBe(start);
});

test("an edit after undo forgets what was undone", () => {
  const history = edit(undo(edit(startHistory(0), 1, null)), 7, null);
  expect(history.future).toHaveLength(0);
  expect(redo(history)).toBe(history);
});

test("law: undoing every step and redoing every step gives every present again, exactly", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 40 }), (values) => {
      let history: History<readonly [number]> = startHistory<readonly [number]>([0]);
      const presents = [history.present];
      for (const value of values) {
        history = edit(history, [value], null);
        presents.push(history.present);
      }
      for (const present of presents.toReversed()) {
        expect(history.present).toBe(present);
        history = undo(history);
      }
      for (const present of presents) {
        expect(history.present).toBe(present);
        history = redo(history);
      }
    }),
  );
});
