import { expect, test } from "vitest";
import { createAppStore } from "../../renderer/store/app-store.ts";
import { Asker } from "../../renderer/store/asker.ts";
import { currentScenario, isDirty } from "../../renderer/store/state.ts";
import type { FileDoor } from "../../renderer/client/file-door.ts";
import { doneOutcome, fakeEngine, OPENED, SCENARIO } from "./fake-engine.ts";

function bench(files: Partial<FileDoor> = {}) {
  const engine = fakeEngine(files);
  const asker = new Asker();
  let ids = 0;
  const timers: (() => void)[] = [];
  const app = createAppStore({
    client: engine.client,
    asker,
    newId: () => `id-${(ids += 1)}`,
    after: (milliseconds, call) => {
      // Only the explanation's timer is fired by hand; that of slow answers is not needed here.
      if (milliseconds > 200) timers.push(call);
      return () => {
        if (timers.includes(call)) timers.splice(timers.indexOf(call), 1);
      };
    },
    paint: (change, done) => {
      change();
      done();
    },
    mark: () => undefined,
  });
  app.start();
  return { engine, app, asker, timers, state: () => app.state.getState() };
}
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** The scenario with another first amount. */
function withAmount(amount: number) {
  const [first, ...others] = SCENARIO.shifts;
  if (first === undefined) throw new Error("no shift");
  return { ...SCENARIO, shifts: [{ ...first, amount }, ...others] };
}

test("opening the example shows its first answer, explained", async () => {
  const { engine, app, state } = bench();
  await app.actions.openExample("example");
  await rest();
  expect(state().screen).toBe("workbench");
  expect(engine.asked).toEqual(["run 600000 bridge"]);
  expect(app.shelf.get(state().run.shown)?.runId).toBe(state().run.shown);
  expect(state().run.explained).toBe(state().run.shown);
  expect(isDirty(state())).toBe(false);
});

test("the first screen runs the example once and opens nothing; where it cannot be run the place stays empty", async () => {
  const { engine, app, state } = bench();
  await rest();
  await Promise.all([app.actions.showPreview(), app.actions.showPreview()]);
  expect(engine.asked).toEqual(["run 600000"]);
  expect(state().preview?.scenario).toEqual(SCENARIO);
  expect(state()).toMatchObject({ screen: "home", document: null, messages: [] });

  const broken = bench();
  await rest();
  broken.engine.answers.open = () => {
    throw new Error("no");
  };
  await broken.app.actions.showPreview();
  expect(broken.state()).toMatchObject({ preview: null, messages: [] });
  broken.engine.answers.open = () => OPENED;
  await broken.app.actions.showPreview();
  expect(broken.state().preview?.dataset.title).toBe(OPENED.dataset.title);
});

test("a drag runs without the explanation, is one step of undo, and undo gives the very scenario back", async () => {
  const { engine, app, state, timers } = bench();
  await app.actions.openExample("example");
  await rest();
  const opened = currentScenario(state());
  for (const amount of [610_000, 620_000, 630_000]) {
    app.actions.edit(withAmount(amount), "drag");
    await rest();
  }
  app.actions.endGesture();
  expect(engine.asked.slice(1)).toEqual(["run 610000", "run 620000", "run 630000"]);
  expect(isDirty(state())).toBe(true);
  expect(timers).toHaveLength(1);
  timers[0]?.();
  await rest();
  expect(engine.asked.at(-1)).toBe("run 630000 bridge");
  app.actions.undo();
  expect(currentScenario(state())).toBe(opened);
  expect(isDirty(state())).toBe(false);
  app.actions.redo();
  expect(currentScenario(state())?.shifts[0]?.amount).toBe(630_000);
});

test("a scenario that cannot be run keeps the last good result on the screen and says so until dismissed", async () => {
  const { engine, app, state } = bench();
  await app.actions.openExample("example");
  await rest();
  const { shown } = state().run;
  const error = {
    code: "scenario.shift",
    message: "General medicine is short by £1.",
    path: "",
    value: "",
    expected: "",
  };
  engine.answers.run = (runId) => ({ kind: "failed", runId, error });
  app.actions.edit(withAmount(1));
  await rest();
  app.actions.edit(withAmount(2));
  await rest();
  expect(state().run).toMatchObject({ shown, failed: true });
  expect(state().messages.map(({ text }) => text)).toEqual(["General medicine is short by £1."]);
  engine.answers.run = (runId) => doneOutcome(runId);
  app.actions.edit(withAmount(3));
  await rest();
  expect(state().run.failed).toBe(false);
  expect(state().messages).toHaveLength(1);
  app.actions.dismiss(state().messages[0]?.id ?? "");
  expect(state().messages).toHaveLength(0);
});

test("an answer that cannot be read is told, and the last good one stays", async () => {
  const { engine, app, state } = bench();
  await app.actions.openExample("example");
  await rest();
  const { shown } = state().run;
  engine.answers.run = (runId) => doneOutcome(runId, [1, 2]);
  app.actions.edit(withAmount(1));
  await rest();
  expect(state().run).toMatchObject({ shown, failed: true });
  expect(state().messages[0]?.text).toContain('"bedDays" reaches beyond');
});

test("a file that cannot be opened leaves what is open untouched", async () => {
  const { engine, app, state } = bench();
  await app.actions.openExample("example");
  await rest();
  const before = state();
  engine.answers.open = () => {
    throw new Error("population.arrow, row 12: not a number");
  };
  await app.actions.openFile({ handle: "h", name: "broken.zip", kind: "dataset" });
  expect(state().document).toBe(before.document);
  expect(state().history).toBe(before.history);
  expect(state().run.shown).toBe(before.run.shown);
  expect(state().messages[0]?.title).toBe("broken.zip could not be opened");
});

test("unsaved work is asked about once; cancel keeps it, save saves it first", async () => {
  const { engine, app, asker, state } = bench();
  await app.actions.openExample("example");
  app.actions.edit(withAmount(5));
  const edited = currentScenario(state());
  let opening = app.actions.openFile({ handle: "h", name: "other", kind: "scenario" });
  await rest();
  expect(state().dialog).toMatchObject({ kind: "unsaved", title: SCENARIO.title });
  asker.answer("cancel");
  await opening;
  expect(currentScenario(state())).toBe(edited);

  opening = app.actions.openFile({ handle: "h", name: "other", kind: "scenario" });
  await rest();
  asker.answer("save");
  await opening;
  expect(engine.asked).toContain("saveScenario picked A first move");
  expect(currentScenario(state())?.shifts[0]?.amount).toBe(600_000);

  // Nothing is unsaved now: no question.
  await app.actions.openFile({ handle: "h", name: "third", kind: "scenario" });
  expect(state().dialog).toBeNull();
});

test("leaving with several changed scenarios saves each of them, or none", async () => {
  const { engine, app, asker, state } = bench();
  engine.answers.open = () => ({ ...OPENED, scenarios: [SCENARIO, { ...SCENARIO, title: "Second" }] });
  await app.actions.openExample("example");
  app.actions.edit(withAmount(7));
  app.actions.choose(1);
  app.actions.setTitle("Second, changed");
  const opening = app.actions.openFile({ handle: "h", name: "other", kind: "scenario" });
  await rest();
  asker.answer("save");
  await opening;
  expect(engine.asked.filter((line) => line.startsWith("save"))).toEqual([
    "saveScenario picked A first move",
    "saveScenario picked Second, changed",
  ]);
  expect(isDirty(state())).toBe(false);
});

test("save writes to the file it has, save as asks, and a pack is saved as a pack", async () => {
  const { engine, app, state } = bench();
  await app.actions.openExample("example");
  app.actions.edit(withAmount(7));
  expect(await app.actions.save()).toBe(true);
  expect(state().document?.file).toMatchObject({ handle: "picked", kind: "scenario" });
  expect(isDirty(state())).toBe(false);
  app.actions.setTitle("  Another name ");
  expect(isDirty(state())).toBe(true);
  await app.actions.save();
  expect(engine.asked.at(-1)).toBe("saveScenario picked Another name");

  engine.answers.open = () => ({
    ...OPENED,
    scenarios: [SCENARIO, { ...SCENARIO, title: "Second" }],
    file: { handle: "pack", name: "p.careshift", kind: "pack" },
    verification: { reproduces: true, statement: "Reproduces exactly.", differences: [] },
  });
  await app.actions.openFile({ handle: "pack", name: "p.careshift", kind: "pack" });
  expect(state().messages.at(-1)?.text).toBe("Reproduces exactly.");
  app.actions.choose(1);
  expect(currentScenario(state())?.title).toBe("Second");
  await app.actions.save();
  expect(engine.asked.at(-1)).toBe("exportPack pack 2");
  expect(isDirty(state())).toBe(false);
});

test("a scenario file holds one scenario: the others stay unsaved, and are not written over it", async () => {
  const { engine, app, state } = bench();
  engine.answers.open = () => ({ ...OPENED, scenarios: [SCENARIO, { ...SCENARIO, title: "Second" }] });
  await app.actions.openExample("example");
  app.actions.edit(withAmount(7));
  app.actions.choose(1);
  expect(isDirty(state())).toBe(true);
  app.actions.setTitle("Second, changed");
  await app.actions.save();
  expect(engine.asked.at(-1)).toBe("saveScenario picked Second, changed");
  // The first one's change is still in no file.
  expect(isDirty(state())).toBe(true);
  app.actions.choose(0);
  await app.actions.save();
  expect(engine.asked.at(-1)).toBe("saveScenario picked A first move");
  expect(state().document?.fileHolds).toBe(0);
  expect(isDirty(state())).toBe(false);
  // Looking at another scenario changes nothing that could be lost.
  app.actions.choose(1);
  expect(isDirty(state())).toBe(false);
});

test("a save that fails says so and leaves the work unsaved", async () => {
  const { engine, app, state } = bench();
  await app.actions.openExample("example");
  app.actions.edit(withAmount(7));
  engine.answers.save = () => {
    throw new Error("The drive is full.");
  };
  expect(await app.actions.save()).toBe(false);
  expect(isDirty(state())).toBe(true);
  expect(state().messages.at(-1)).toMatchObject({ kind: "problem", title: "picked could not be saved" });
});

test("a lost connection is told once, and taken back when it is there again", async () => {
  const { engine, app, state } = bench();
  await app.actions.openExample("example");
  await rest();
  const losses = () => state().messages.filter(({ title }) => title === "The connection to the engine was lost");
  engine.client.connection.lost(1);
  engine.client.connection.lost(2);
  expect(losses()).toHaveLength(1);
  expect(state().connection).toEqual({ kind: "lost", attempt: 2 });
  engine.client.connection.opened({ call: () => Promise.reject(new Error("unused")) });
  expect(losses()).toHaveLength(0);
});

test("a run that failed is asked again when the connection is back", async () => {
  const { engine, app, state } = bench();
  await app.actions.openExample("example");
  await rest();
  engine.answers.run = () => {
    throw new Error("gone");
  };
  app.actions.edit(withAmount(8));
  await rest();
  expect(state().run.failed).toBe(true);
  engine.answers.run = (runId) => doneOutcome(runId);
  engine.client.connection.opened({ call: () => Promise.reject(new Error("unused")) });
  await rest();
  expect(engine.asked.at(-1)).toBe("run 8");
  expect(state().run.failed).toBe(false);
});
