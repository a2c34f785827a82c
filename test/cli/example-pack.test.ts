/** The pack in examples/ opens to its own numbers, and is the one that the program makes today. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../../cli/program.ts";
import { fakeIo } from "./support/fake-io.ts";

const examples = path.join(import.meta.dirname, "../../examples");
const kept = path.join(examples, "home-first.careshift");
let home: string;

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "careshift-pack-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

test("the example pack reproduces exactly", async () => {
  const { io, out } = fakeIo(home);
  expect(await main(["verify", kept], io)).toBe(0);
  expect(out()).toMatch(/^Reproduces exactly: \d,\d{3} results recomputed, largest difference 0\./);
});

test("exporting the example scenario gives the pack in examples, byte for byte (npm run examples makes it again)", async () => {
  const { io } = fakeIo(home);
  const scenario = path.join(examples, "scenarios", "home-first.scenario.json");
  expect(await main(["run", scenario, "--out", "again.careshift"], io)).toBe(0);
  const again = await readFile(path.join(home, "again.careshift"));
  expect(again.equals(await readFile(kept))).toBe(true);
});
