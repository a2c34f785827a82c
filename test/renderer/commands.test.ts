import { expect, test } from "vitest";
import { commandOf } from "../../renderer/app/commands.ts";
import { whenInWords } from "../../renderer/features/home/when.ts";
import { keyName } from "../../renderer/ui/keyboard.ts";

/** Classes that a browser has, and Node has not. */
class Element {
  readonly dataset: Record<string, string> = {};
}
class Input extends Element {
  constructor(readonly type: string) {
    super();
  }
}
Object.assign(globalThis, {
  HTMLElement: Element,
  HTMLInputElement: Input,
  HTMLTextAreaElement: class {},
  HTMLSelectElement: class {},
});

const press = (key: string, held: string = "", target: unknown = new Element()): string | null =>
  commandOf({
    key,
    target,
    ctrlKey: held.includes("c"),
    metaKey: held.includes("m"),
    shiftKey: held.includes("s"),
    altKey: held.includes("a"),
  } as KeyboardEvent);

test.each([
  ["z", "c", "undo"],
  ["z", "m", "undo"],
  ["Z", "cs", "redo"],
  ["y", "c", "redo"],
  ["s", "c", "save"],
  ["S", "cs", "save-as"],
  ["o", "c", "open"],
  ["e", "c", "export"],
  ["t", "", "table"],
  ["?", "s", "keys"],
  ["F6", "", "next-region"],
  ["F6", "s", "previous-region"],
  ["t", "a", null],
  ["x", "c", null],
] as const)("%s with %s is %s", (key, held, command) => {
  expect(press(key, held)).toBe(command);
});

test("letters belong to what is typed, but not on a slider", () => {
  expect(press("t", "", new Input("text"))).toBeNull();
  expect(press("?", "s", new Input("text"))).toBeNull();
  expect(press("t", "", new Input("range"))).toBe("table");
  expect(press("s", "c", new Input("text"))).toBe("save");
});

test("half-typed text has its own undo", () => {
  const field = new Input("text");
  expect(press("z", "c", field)).toBe("undo");
  field.dataset["typing"] = "true";
  expect(press("z", "c", field)).toBeNull();
});

test("keys are named as the keyboard has them", () => {
  expect(keyName("Ctrl Shift Z", "MacIntel")).toBe("⌘ ⇧ Z");
  expect(keyName("Ctrl Shift Z", "Win32")).toBe("Ctrl Shift Z");
});

test("when a file was last used", () => {
  const now = new Date(2026, 10, 20, 9, 0);
  expect(whenInWords(new Date(2026, 10, 20, 8, 2), now)).toBe("Today, 08:02");
  expect(whenInWords(new Date(2026, 10, 19, 23, 59), now)).toBe("Yesterday, 23:59");
  expect(whenInWords(new Date(2026, 8, 4, 12, 0), now)).toMatch(/^4 Sept? 2026$/);
  expect(whenInWords(new Date("nonsense"), now)).toBe("");
});
