/** Runs with draws on real threads: the same numbers however the work is shared, and what happens when it is stopped. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../../datasets/index.ts";
import type { Dataset } from "../../../datasets/index.ts";
import { createCrew, CrewLost } from "../../../engine/draws/crew.ts";
import type { Crew } from "../../../engine/draws/crew.ts";
import { drawWorkerBeside, openMachine } from "../../../engine/draws/open-machine.ts";
import { DrawsStopped, runDraws } from "../../../engine/draws/run-draws.ts";
import type { DrawRun, Summaries } from "../../../engine/draws/run-draws.ts";
import { STOP } from "../../../engine/draws/task.ts";
import { workerThreads } from "../../../engine/thread.ts";
import { createDrawJobs, plainMachine } from "../../../models/index.ts";
import { exampleScenario, resolveUncertain } from "../../../scenarios/index.ts";
import { bundleWorker } from "../support/worker-bundle.ts";
import type { Bundle } from "../support/worker-bundle.ts";

let withKernels: Bundle;
let plain: Bundle;
let dataset: Dataset;
const crews: Crew[] = [];

beforeAll(async () => {
  const folder = fileURLToPath(new URL("../../../examples/grampian", import.meta.url));
  [withKernels, plain, dataset] = await Promise.all([
    bundleWorker({ kernels: true }),
    bundleWorker(),
    loadDataset({ kind: "folder", path: folder }),
  ]);
});
afterAll(async () => {
  for (const crew of crews) crew.close();
  await Promise.all([withKernels.remove(), plain.remove()]);
});

/** With all of its threads ready, so that each takes part. */
async function crewOf(bundle: Bundle, helpers: number): Promise<Crew> {
  const crew = createCrew(openMachine(bundle.url), workerThreads(drawWorkerBeside(bundle.url)), helpers);
  crews.push(crew);
  await crew.prepare();
  return crew;
}

const OUTPUTS = ["bedDaysSaved", "releasedTotal", "reach", "emergencyBedDaysTotal"];

function job(draws: number, points: "random" | "latin-hypercube" | "sobol" = "random"): DrawRun {
  const uncertain = resolveUncertain(dataset, exampleScenario(dataset), { draws, seed: 42, points });
  const { program, plan } = createDrawJobs().plan(uncertain, { outputs: OUTPUTS });
  return { program, plan, shared: new Int32Array(new SharedArrayBuffer(8)) };
}

const bytesOf = ({ values }: Summaries): string =>
  createHash("sha256").update(new Uint8Array(values.slice().buffer)).digest("hex");

const nothing = (): void => undefined;

describe("seed 42, the same draws shared in other ways (case C57)", () => {
  it("give the same bytes on 1, 2, 3 and 8 threads, in WebAssembly and without, and for any tile", async () => {
    const found: Record<string, string> = {};
    for (const threads of [1, 2, 3, 8]) {
      for (const [name, bundle] of Object.entries({ withKernels, plain })) {
        const machine = openMachine(bundle.url);
        expect(machine.kind).toBe(name === "plain" ? "plain" : "webassembly");
        const crew = await crewOf(bundle, threads - 1);
        found[`${name} ${threads}`] = bytesOf(await runDraws(machine, crew, job(1100), nothing));
        crew.close();
      }
    }
    const machine = openMachine(withKernels.url);
    const crew = await crewOf(withKernels, 1);
    for (const tile of [7, 250, 512]) {
      found[`tile ${tile}`] = bytesOf(await runDraws(machine, crew, { ...job(1100), tile }, nothing));
    }
    found["draws that are not kept"] = bytesOf(await runDraws(machine, crew, { ...job(1100), keptBytes: 0 }, nothing));
    expect(new Set(Object.values(found))).toEqual(new Set([found["plain 1"]]));
  }, 60_000);

  it.each(["latin-hypercube", "sobol"] as const)("with %s points too", async (points) => {
    const one = await runDraws(plainMachine, await crewOf(plain, 0), job(700, points), nothing);
    const three = await runDraws(openMachine(withKernels.url), await crewOf(withKernels, 2), job(700, points), nothing);
    expect(bytesOf(three)).toBe(bytesOf(one));
    const other = await runDraws(plainMachine, await crewOf(plain, 0), job(700), nothing);
    expect(bytesOf(other)).not.toBe(bytesOf(one));
  });
});

describe("the first answer", () => {
  it("is that of a run of as many draws, and comes before the whole one", async () => {
    const machine = openMachine(withKernels.url);
    const told: Summaries[] = [];
    const whole = await runDraws(machine, await crewOf(withKernels, 1), job(1300), (coarse) => told.push(coarse));
    const first = await runDraws(machine, await crewOf(withKernels, 0), job(500), () => expect.unreachable());
    expect(told.map(({ draws }) => draws)).toEqual([500]);
    expect(bytesOf(told[0] as Summaries)).toBe(bytesOf(first));
    expect(bytesOf(whole)).not.toBe(bytesOf(first));
    expect(whole.draws).toBe(1300);
  });
});

describe("a run that is not wanted any more", () => {
  it("stops between two tiles, and the threads go on to the next", async () => {
    const machine = openMachine(withKernels.url);
    const crew = await crewOf(withKernels, 1);
    const unwanted = job(1_000_000);
    const stopped = runDraws(machine, crew, { ...unwanted, keptBytes: 0 }, () =>
      Atomics.store(unwanted.shared, STOP, 1),
    );
    await expect(stopped).rejects.toThrow(DrawsStopped);
    const before = [...crew.threads];
    const next = await runDraws(machine, crew, job(600), nothing);
    expect(next.draws).toBe(600);
    expect(crew.threads).toEqual(before);
  });
});

describe("a thread that dies", () => {
  it("fails its run in words, and is replaced for the next", async () => {
    const machine = openMachine(withKernels.url);
    const crew = await crewOf(withKernels, 2);
    const dying = runDraws(machine, crew, { ...job(100_000), keptBytes: 0 }, () => crew.threads[0]?.terminate());
    await expect(dying).rejects.toThrow(CrewLost);
    const after = await runDraws(machine, crew, job(1100), nothing);
    const alone = await runDraws(machine, await crewOf(withKernels, 0), job(1100), nothing);
    expect(bytesOf(after)).toBe(bytesOf(alone));
  });
});
