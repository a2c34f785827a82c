import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readEngineError } from "../../engine/index.ts";
import type { EngineError, OpenedDocument } from "../../engine/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import { examplesFolder, openEngine, runToEnd } from "./support/open-engine.ts";
import type { TestEngine } from "./support/open-engine.ts";

let engine: TestEngine;
let example: OpenedDocument;
beforeEach(async () => {
  engine = await openEngine();
  example = await engine.client.documents.openExample({ id: "grampian" });
});
afterEach(() => engine.close());

function scenarioOf(document: OpenedDocument): Scenario {
  const [scenario] = document.scenarios;
  if (scenario === undefined) throw new Error("There is no scenario.");
  return scenario;
}

async function refusal(call: Promise<unknown>): Promise<EngineError> {
  return call.then(
    () => {
      throw new Error("It was not refused.");
    },
    (error: unknown) => readEngineError(error),
  );
}

function granted(name: string, mode: "read" | "read-write" = "read-write"): string {
  return engine.host.grant(path.join(engine.folder, name), mode).handle;
}

async function written(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(path.join(engine.folder, name), content);
  return granted(name);
}

describe("examples", () => {
  test("are listed, the one to begin with first, and opened with scenarios", async () => {
    const list = await engine.client.documents.examples();
    expect(list.map(({ id }) => id)).toEqual(["grampian", "scotland"]);
    expect(example.dataset.areas.map(({ id }) => id)).toEqual(["aberdeen-city", "aberdeenshire", "moray"]);
    expect(example.scenarios.length).toBeGreaterThan(0);
    expect(example.file).toBeNull();
  });

  test("one that is not there is refused by name", async () => {
    expect(await refusal(engine.client.documents.openExample({ id: "../engine" }))).toMatchObject({
      code: "example.unknown",
      value: "../engine",
    });
  });
});

describe("runs", () => {
  test("give every block by name, with label, unit and the hashes it rests on", async () => {
    const request = { runId: "a", lane: "board", datasetId: example.dataset.id, bridge: false };
    const outcome = await engine.client.runs.run({ ...request, scenario: scenarioOf(example) });
    if (outcome.kind !== "done") throw new Error(outcome.kind);
    expect(outcome.hashes.data).toBe(example.dataset.hash);
    expect(outcome.hashes.model).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(outcome.hashes.scenario).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(outcome.members["world"]).toEqual(["doing-nothing", "scenario"]);
    const block = outcome.blocks.find(({ id }) => id === "bridging");
    expect(block).toMatchObject({ dims: ["year"], length: 11 });
    expect(block?.label).not.toBe("");
  });

  test("what a specialty holds in the summary is what the model says it holds in the base year", async () => {
    const { values } = await runToEnd(engine, example, scenarioOf(example));
    const holds = values.get("specialtyHolds")?.values.subarray(0, example.dataset.specialties.length) ?? [];
    example.dataset.specialties.forEach((specialty, k) => expect(specialty.holds).toBeCloseTo(holds[k] ?? NaN, 4));
  });

  test("a scenario that the model refuses fails with its code, place, value and what was expected", async () => {
    const scenario = structuredClone(scenarioOf(example));
    const shift = scenario.shifts.find(({ from }) => from !== null && from !== "all");
    if (shift === undefined) throw new Error("The example moves nothing.");
    shift.amount = 9e9;
    const request = { runId: "a", lane: "board", datasetId: example.dataset.id, scenario, bridge: false };
    const outcome = await engine.client.runs.run(request);
    expect(outcome).toMatchObject({ kind: "failed", runId: "a", error: { code: "shift.takes-more-than-held" } });
    const message = outcome.kind === "failed" ? outcome.error.message : "";
    expect(message).toMatch(/£9,000,000,000|£[\d,.]+ too much/);
    // The specialty by its name, not by its id.
    const specialty = example.dataset.specialties.find(({ id }) => id === shift.from);
    expect(message).toContain(` from ${specialty?.label ?? "?"}, which holds `);
    await runToEnd(engine, example, scenarioOf(example));
  });

  test("a dataset that is not open is told", async () => {
    const request = { runId: "a", lane: "b", datasetId: "sha256-other", scenario: scenarioOf(example), bridge: false };
    expect(await engine.client.runs.run(request)).toMatchObject({
      kind: "failed",
      error: { code: "engine.dataset-not-open" },
    });
  });

  test("a request out of order is refused with where and what", async () => {
    const scenario = { ...scenarioOf(example), title: "" };
    const request = { runId: "a", lane: "b", datasetId: "x", scenario, bridge: false };
    expect(await refusal(engine.client.runs.run(request))).toMatchObject({
      code: "engine.request",
      path: "scenario.title",
    });
  });

  test("progress is told while a run is computed", async () => {
    const events = await engine.client.runs.events();
    const next = events.next();
    await runToEnd(engine, example, scenarioOf(example));
    expect((await next).value).toMatchObject({ kind: "progress", done: 1, total: 2 });
    await events.return?.();
  });
});

describe("saving and opening scenarios", () => {
  test("what was saved opens again as it was, and is a recent file", async () => {
    const scenario = { ...scenarioOf(example), title: "Board paper" };
    const saved = await engine.client.files.saveScenario({ handle: granted("plan.scenario.json"), scenario });
    expect(saved.file).toMatchObject({ name: "plan.scenario.json", kind: "scenario" });
    expect((await readFile(path.join(engine.folder, "plan.scenario.json"))).length).toBe(saved.bytes);
    const [recent] = await engine.client.documents.recent();
    expect(recent).toMatchObject({ title: "Board paper", kind: "scenario", name: "plan.scenario.json" });
    const opened = await engine.client.documents.open({ handle: recent?.handle ?? "" });
    expect(opened.scenarios).toEqual([scenario]);
    expect(opened.file?.kind).toBe("scenario");
    expect(await engine.client.documents.forgetRecent({ handle: recent?.handle ?? "" })).toEqual([]);
  });

  test("a scenario finds its dataset in a new session among the examples", async () => {
    const scenario = scenarioOf(example);
    await engine.client.files.saveScenario({ handle: granted("plan.scenario.json"), scenario });
    const later = await openEngine();
    const handle = later.host.grant(path.join(engine.folder, "plan.scenario.json"), "read").handle;
    expect((await later.client.documents.open({ handle })).dataset.hash).toBe(example.dataset.hash);
    await later.close();
  });

  test("a scenario of a dataset that is nowhere says which one to open first", async () => {
    const elsewhere = { name: "fife-2030", hash: `sha256-${"7".repeat(64)}` };
    const handle = await written("x.scenario.json", JSON.stringify({ ...scenarioOf(example), dataset: elsewhere }));
    const error = await refusal(engine.client.documents.open({ handle }));
    expect(error).toMatchObject({ code: "scenario.dataset-not-open", value: elsewhere.hash });
    expect(error.message).toContain('"fife-2030"');
  });

  test("a scenario finds its dataset among recent files, until those change", async () => {
    // An engine without examples has the folder as a recent file only.
    const bare = await openEngine(undefined, path.join(engine.folder, "none"));
    const copy = path.join(bare.folder, "copy");
    await mkdir(copy);
    for (const name of await readdir(path.join(examplesFolder, "grampian"))) {
      await writeFile(path.join(copy, name), await readFile(path.join(examplesFolder, "grampian", name)));
    }
    await bare.client.documents.open({ handle: bare.host.grant(copy, "read").handle });
    const plan = path.join(bare.folder, "plan.scenario.json");
    await writeFile(plan, JSON.stringify(scenarioOf(example)));
    const state = path.join(bare.folder, "state");
    const again = await openEngine(undefined, path.join(engine.folder, "none"));
    await mkdir(path.join(again.folder, "state"), { recursive: true });
    await writeFile(path.join(again.folder, "state", "recent.json"), await readFile(path.join(state, "recent.json")));
    const open = () => again.client.documents.open({ handle: again.host.grant(plan, "read").handle });
    expect((await open()).dataset.name).toBe(example.dataset.name);
    await bare.close();
    await again.close();
  });

  test("a file that changed elsewhere is not written over; one that was only touched is", async () => {
    const handle = granted("plan.scenario.json");
    const scenario = scenarioOf(example);
    const file = path.join(engine.folder, "plan.scenario.json");
    await engine.client.files.saveScenario({ handle, scenario });
    await writeFile(file, await readFile(file));
    await engine.client.files.saveScenario({ handle, scenario: { ...scenario, title: "Mine" } });
    await writeFile(file, "theirs");
    expect(await refusal(engine.client.files.saveScenario({ handle, scenario }))).toMatchObject({
      code: "file.changed-elsewhere",
    });
    expect(await readFile(file, "utf8")).toBe("theirs");
  });

  test.each([
    ["plan.scenario.json", "read", "file.read-only"],
    ["important.arrow", "read-write", "file.extension"],
    ["plan.careshift", "read-write", "file.extension"],
  ] as const)("a scenario is not saved to %s granted to %s", async (name, mode, code) => {
    const call = engine.client.files.saveScenario({ handle: granted(name, mode), scenario: scenarioOf(example) });
    expect(await refusal(call)).toMatchObject({ code });
    expect(await readdir(engine.folder)).not.toContain(name);
  });

  test("a drive that cannot be written is told in words", async () => {
    await writeFile(path.join(engine.folder, "a-file"), "");
    const handle = granted(path.join("a-file", "plan.scenario.json"));
    const error = await refusal(engine.client.files.saveScenario({ handle, scenario: scenarioOf(example) }));
    expect(error).toMatchObject({ code: "file.system" });
    expect(error.message).not.toContain("mkdir");
  });
});

describe("handles", () => {
  test.each(["", "x", "/etc/passwd", "../../secret", "file:///etc/passwd", "A".repeat(22), "A".repeat(201)])(
    "%j opens nothing",
    async (handle) => {
      const error = await refusal(engine.client.documents.open({ handle }));
      expect(["file.unknown-handle", "engine.request"]).toContain(error.code);
    },
  );

  test("are of 128 random bits, and no two alike", () => {
    const handles = new Set(Array.from({ length: 200 }, () => granted("x")));
    expect(handles.size).toBe(200);
    for (const handle of handles) expect(handle).toMatch(/^[\w-]{22}$/);
  });

  test("of one engine mean nothing to another", async () => {
    const handle = await written("plan.scenario.json", JSON.stringify(scenarioOf(example)));
    const other = await openEngine();
    expect(await refusal(other.client.documents.open({ handle }))).toMatchObject({ code: "file.unknown-handle" });
    await other.close();
  });
});

describe("files sent by a browser", () => {
  test("are opened from memory, and cannot be saved to", async () => {
    const content = new Blob([JSON.stringify(scenarioOf(example))]);
    const file = await engine.client.files.receive({ name: "plan.scenario.json", content });
    expect(file).toMatchObject({ name: "plan.scenario.json", kind: "scenario" });
    expect((await engine.client.documents.open({ handle: file.handle })).scenarios).toHaveLength(1);
    const call = engine.client.files.saveScenario({ handle: file.handle, scenario: scenarioOf(example) });
    expect(await refusal(call)).toMatchObject({ code: "file.read-only" });
    expect(await engine.client.documents.recent()).toEqual([]);
  });

  test("a path in the name is left out", async () => {
    const file = await engine.client.files.receive({ name: "../../up/plan.scenario.json", content: new Blob(["{}"]) });
    expect(file.name).toBe("plan.scenario.json");
  });

  test("names in the documents folder are granted, and never taken twice by accident", async () => {
    const ask = { name: "Board paper", kind: "scenario" as const };
    const first = await engine.client.files.nameInFolder({ ...ask, replace: false });
    if (first.kind !== "granted") throw new Error(first.kind);
    await engine.client.files.saveScenario({ handle: first.file.handle, scenario: scenarioOf(example) });
    expect(await engine.client.files.nameInFolder({ ...ask, replace: false })).toEqual({
      kind: "exists",
      name: "Board paper.scenario.json",
      folder: path.join(engine.folder, "documents"),
    });
    expect((await engine.client.files.nameInFolder({ ...ask, replace: true })).kind).toBe("granted");
  });

  test.each(["../escape", "a/b", "CON", "x\0y"])("the name %j is refused", async (name) => {
    const call = engine.client.files.nameInFolder({ name, kind: "pack", replace: true });
    expect(await refusal(call)).toMatchObject({ code: "file.name" });
  });
});

describe("what cannot be opened leaves what was open", () => {
  const half = async (name: string): Promise<Uint8Array> => {
    const bytes = await readFile(path.join(examplesFolder, "grampian", name));
    return bytes.subarray(0, bytes.length / 2);
  };

  test.each<[string, () => Promise<string | Uint8Array>]>([
    ["empty.zip", () => Promise.resolve("")],
    ["zeros.careshift", () => Promise.resolve(new Uint8Array(1000))],
    ["cut.scenario.json", () => Promise.resolve('{"format":"careshift-scenario","version":1,"title":"x')],
    ["other.json", () => Promise.resolve('{"name":"left-pad","version":"1.0.0"}')],
    ["list.json", () => Promise.resolve("[1,2,3]")],
    ["cut.arrow", () => half("activity.arrow")],
    ["table.arrow", () => Promise.resolve("area,people\nmoray,1\n")],
    ["paper.careshift", () => Promise.resolve("%PDF-1.7\n1 0 obj\n")],
    ["table.csv", () => Promise.resolve("area,people\nmoray,1\n")],
    ["not-a-zip.zip", () => Promise.resolve("PK\u0003\u0004 and then nothing")],
    ["page.html", () => Promise.resolve("<!doctype html><p>404</p>")],
  ])("%s", async (name, content) => {
    const before = await runToEnd(engine, example, scenarioOf(example));
    const error = await refusal(engine.client.documents.open({ handle: await written(name, await content()) }));
    expect(error.code).not.toBe("engine.unexpected");
    expect(error.message).toContain(name);
    expect(error.message).not.toMatch(/\bat .*\.ts|undefined|TypeError/);
    const after = await runToEnd(engine, example, scenarioOf(example));
    expect([...after.values]).toEqual([...before.values]);
    expect(await engine.client.documents.recent()).toEqual([]);
  });

  test("a dataset with a table cut short", async () => {
    const copy = path.join(engine.folder, "copy");
    await mkdir(copy);
    for (const name of await readdir(path.join(examplesFolder, "grampian"))) {
      const bytes = await readFile(path.join(examplesFolder, "grampian", name));
      await writeFile(path.join(copy, name), name === "population.arrow" ? bytes.subarray(0, 1000) : bytes);
    }
    const error = await refusal(engine.client.documents.open({ handle: granted("copy") }));
    expect(error.message).toContain("population.arrow");
    await runToEnd(engine, example, scenarioOf(example));
  });

  test("a file that has gone", async () => {
    const error = await refusal(engine.client.documents.open({ handle: granted("gone.careshift") }));
    expect(error).toMatchObject({ code: "file.system" });
    expect(error.message).toContain("gone.careshift");
  });
});
