import { expect, test } from "vitest";
import { commandOf, listenForCommands } from "../../renderer/app/commands.ts";
import type { ShellCommand } from "../../renderer/client/shell.ts";
import type { AppStore } from "../../renderer/store/app-store.ts";
import { whenInWords } from "../../renderer/features/home/when.ts";
import { keyName } from "../../renderer/ui/keyboard.ts";

/** Classes that a browser has, and Node has not. */
class Element {
  readonly dataset: Record<string, string> = {};
  blur(): void {}
  focus(): void {}
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

/** A page whose shell sends menu commands, and what they did. */
function menu() {
  const did: string[] = [];
  const page: { activeElement: Element; asking: boolean; document: object | null } = {
    activeElement: new Element(),
    asking: false,
    document: {},
  };
  const act = (name: string) => () => {
    did.push(name);
    return Promise.resolve(true);
  };
  const actions = new Proxy({}, { get: (_, name) => act(String(name)) });
  const state = {
    getState: () => ({ document: page.document, history: { present: { scenarios: [], current: 0 } }, saved: null }),
  };
  let send: (command: ShellCommand) => void = () => undefined;
  const window = Object.assign(new EventTarget(), {
    document: {
      querySelector: (selector: string) => (page.asking && selector === "dialog[open]" ? {} : null),
      execCommand: (command: string) => did.push(`the field's ${command}`),
      get activeElement() {
        return page.activeElement;
      },
    },
    careshift: {
      onCommand: (listener: typeof send) => {
        send = listener;
        return () => undefined;
      },
      savedToClose: (saved: boolean) => did.push(`saved to close ${saved}`),
    },
  });
  listenForCommands({ actions, state } as unknown as AppStore, window as unknown as Window);
  return { did, page, send: (command: ShellCommand) => send(command) };
}

const MENU = ["home", "workbench", "data", "open", "save", "save-as", "export", "undo", "redo", "keys"] as const;
const DOES = ["go", "go", "go", "open", "save", "saveAs", "exportPack", "undo", "redo", "showDialog"];

test("the menu's commands do what they say, but nothing behind a dialog that waits for its answer", () => {
  const { did, page, send } = menu();
  for (const command of MENU) send(command);
  expect(did.splice(0)).toEqual(DOES);
  page.asking = true;
  for (const command of [...MENU, "table" as const]) send(command);
  expect(did).toEqual([]);
});

test("without a document no file's name is asked for", () => {
  const { did, page, send } = menu();
  page.document = null;
  send("save-as");
  send("export");
  expect(did).toEqual([]);
});

test("saving before the window closes is not held up by a dialog: the person has been asked by the shell", async () => {
  const { did, page, send } = menu();
  page.asking = true;
  send("save-to-close");
  await Promise.resolve();
  expect(did).toEqual(["saved to close true"]);
});

test("the menu takes half-typed text before it saves, leaves or closes, and undoes it by its own undo", () => {
  const { did, page, send } = menu();
  const field = new Element();
  field.dataset["typing"] = "true";
  field.blur = () => did.push("take");
  field.focus = () => did.push("focus");
  page.activeElement = field;
  send("save");
  expect(did.splice(0)).toEqual(["take", "focus", "save"]);
  send("home");
  expect(did.splice(0)).toEqual(["take", "focus", "go"]);
  send("save-to-close");
  expect(did.splice(0, 2)).toEqual(["take", "focus"]);
  did.length = 0;
  send("undo");
  send("redo");
  expect(did).toEqual(["the field's undo", "the field's redo"]);
  did.length = 0;
  delete field.dataset["typing"];
  send("save");
  expect(did).toEqual(["save"]);
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
