import { expect, test } from "vitest";
import { saveToClose } from "../../renderer/app/save-to-close.ts";
import type { FileDoor } from "../../renderer/client/file-door.ts";
import { createAppStore } from "../../renderer/store/app-store.ts";
import { Asker } from "../../renderer/store/asker.ts";
import { currentScenario, isDirty } from "../../renderer/store/state.ts";
import { fakeEngine, OPENED, SCENARIO } from "./fake-engine.ts";

const SECOND = { ...SCENARIO, title: "Second" };

/** A window with two scenarios open, and what it tells the shell. */
async function openWindow(files: Partial<FileDoor> = {}) {
  const engine = fakeEngine(files);
  engine.answers.open = () => ({ ...OPENED, scenarios: [SCENARIO, SECOND] });
  const app = createAppStore({
    client: engine.client,
    asker: new Asker(),
    newId: () => crypto.randomUUID(),
    after: () => () => undefined,
    paint: (change, done) => {
      change();
      done();
    },
    mark: () => undefined,
  });
  await app.actions.openExample("example");
  const told: boolean[] = [];
  const close = () => saveToClose(app, { savedToClose: (saved) => told.push(saved) });
  const written = () => engine.asked.filter((line) => line.startsWith("saveScenario"));
  return { engine, app, told, close, written };
}

test("with nothing unsaved it is safe to close at once", async () => {
  const { told, close, written } = await openWindow();
  await close();
  expect([told, written()]).toEqual([[true], []]);
});

test("every changed scenario is saved, the one on the board first", async () => {
  const { app, told, close, written } = await openWindow();
  app.actions.setTitle("First, changed");
  app.actions.choose(1);
  app.actions.setTitle("Second, changed");
  await close();
  expect(written()).toEqual(["saveScenario picked Second, changed", "saveScenario picked First, changed"]);
  expect([told, isDirty(app.state.getState())]).toEqual([[true], false]);
});

test("a save given up half-way keeps the window, with what is unsaved on the board", async () => {
  const files = [{ handle: "picked", name: "picked", kind: "scenario" as const }];
  const { app, told, close, written } = await openWindow({ pickSave: () => Promise.resolve(files.pop() ?? null) });
  app.actions.setTitle("First, changed");
  app.actions.choose(1);
  app.actions.setTitle("Second, changed");
  await close();
  expect(written()).toEqual(["saveScenario picked Second, changed"]);
  expect(told).toEqual([false]);
  expect(currentScenario(app.state.getState())?.title).toBe("First, changed");
  expect(isDirty(app.state.getState())).toBe(true);
});

test("a save that fails keeps the window", async () => {
  const { engine, app, told, close } = await openWindow();
  engine.answers.save = () => {
    throw new Error("The disk is full.");
  };
  app.actions.setTitle("First, changed");
  await close();
  expect(told).toEqual([false]);
});

test("a change made while it saves is saved too", async () => {
  const { engine, app, told, close, written } = await openWindow();
  app.actions.setTitle("First, changed");
  let saves = 0;
  engine.answers.save = () => {
    saves += 1;
    if (saves === 1) app.actions.setTitle("First, changed again");
  };
  await close();
  expect(written()).toEqual(["saveScenario picked First, changed", "saveScenario picked First, changed again"]);
  expect([told, isDirty(app.state.getState())]).toEqual([[true], false]);
});
