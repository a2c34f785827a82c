import { expect, test } from "vitest";
import { createPushes } from "../../electron/preload/pushes.ts";
import { inPlainWords } from "../../electron/preload/refusals.ts";

test("messages go to every listener until it stops", () => {
  const pushes = createPushes<string>({ keepUntilHeard: 0 });
  const first: string[] = [];
  const second: string[] = [];
  const stop = pushes.listen((message) => first.push(message));
  pushes.listen((message) => second.push(message));
  pushes.push("open");
  stop();
  stop();
  pushes.push("save");
  expect(first).toEqual(["open"]);
  expect(second).toEqual(["open", "save"]);
});

test("the same function given twice listens twice and is stopped one at a time", () => {
  const pushes = createPushes<string>({ keepUntilHeard: 0 });
  const heard: string[] = [];
  const listener = (message: string): void => void heard.push(message);
  const stop = pushes.listen(listener);
  pushes.listen(listener);
  stop();
  pushes.push("undo");
  expect(heard).toEqual(["undo"]);
});

test("what came before anyone listened is kept up to the bound, in order, and told once", () => {
  const kept = createPushes<number>({ keepUntilHeard: 2 });
  for (const file of [1, 2, 3]) kept.push(file);
  const heard: number[] = [];
  const stop = kept.listen((file) => heard.push(file));
  expect(heard).toEqual([1, 2]);
  stop();
  kept.push(4);
  kept.listen((file) => heard.push(file));
  expect(heard).toEqual([1, 2]);
});

test("a command that came before anyone listened is not carried out later", () => {
  const commands = createPushes<string>({ keepUntilHeard: 0 });
  commands.push("undo");
  const heard: string[] = [];
  commands.listen((command) => heard.push(command));
  expect(heard).toEqual([]);
});

test.each([
  ["Error invoking remote method 'careshift:pick-open': Error: The drive is full.", "The drive is full."],
  ["Error invoking remote method 'careshift:pick-open': IpcRefusal: Too long.", "Too long."],
  ["Error invoking remote method 'a': TypeError: x is no function", "x is no function"],
  ["The drive is full.", "The drive is full."],
])("%s reads %s", (said, plain) => {
  expect(inPlainWords(new Error(said))).toBe(plain);
  expect(inPlainWords(said)).toBe(plain);
});
