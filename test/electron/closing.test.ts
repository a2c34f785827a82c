import { expect, test } from "vitest";
import { CLOSING_ANSWERS, closingQuestion, createClosing } from "../../electron/main/closing.ts";

test("with nothing unsaved the window closes", () => {
  expect(createClosing().wish(false)).toBe("close");
});

test("with something unsaved it asks once, however often one clicks", () => {
  const closing = createClosing();
  expect(closing.wish(true)).toBe("ask");
  expect(closing.wish(true)).toBe("wait");
  expect(closing.answered("stay")).toBe("stay");
  expect(closing.wish(true)).toBe("ask");
});

test("not saving closes, and closing does not ask again", () => {
  const closing = createClosing();
  closing.wish(true);
  expect(closing.answered("discard")).toBe("close");
  expect(closing.wish(true)).toBe("close");
});

test("saving closes when the page has saved, not before", () => {
  const closing = createClosing();
  closing.wish(true);
  expect(closing.answered("save")).toBe("save");
  expect(closing.saved(true)).toBe("close");
  expect(closing.wish(false)).toBe("close");
});

test("a save that failed, was given up or left something unsaved leaves the window open for good", () => {
  const closing = createClosing();
  closing.wish(true);
  closing.answered("save");
  expect(closing.saved(false)).toBe("stay");
  expect(closing.saved(true)).toBe("stay");
  expect(closing.wish(true)).toBe("ask");
});

test("an answer that nobody waits for closes nothing", () => {
  const closing = createClosing();
  expect(closing.saved(true)).toBe("stay");
  expect(closing.wish(true)).toBe("ask");
  // Asked anew while the save still goes on: the question on the screen is answered first.
  closing.answered("save");
  expect(closing.wish(true)).toBe("ask");
  expect(closing.saved(true)).toBe("stay");
  expect(closing.answered("save")).toBe("save");
  expect(closing.saved(true)).toBe("close");
});

test("the question's buttons are the answers in their order; Escape stays", () => {
  const question = closingQuestion("Board paper");
  expect(question.message).toBe("Save the changes to “Board paper” before closing?");
  expect(question.buttons).toEqual(["Save", "Don’t save", "Cancel"]);
  expect(CLOSING_ANSWERS).toEqual(["save", "discard", "stay"]);
  expect(CLOSING_ANSWERS[question.cancelId]).toBe("stay");
  expect(closingQuestion("").message).toBe("Save your changes before closing?");
});
