/** Where the runtime forbids code from text, the model runs all the same and gives the same figures. */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCase } from "../../../cli/reference/read-case.ts";
import { createCommissioningRunner, RESULT_IDS } from "../../../models/index.ts";

const project = fileURLToPath(new URL("../../../", import.meta.url));
const caseFile = path.join(project, "test/models/golden/small.case.json");
/** Prints the back end that a run gets, and every result of a case. */
const SCRIPT = `
  import { readFileSync } from "node:fs";
  import { readCase } from "./cli/reference/read-case.ts";
  import { commissioningModel } from "./models/commissioning/model.ts";
  import { createCommissioningRunner } from "./models/index.ts";
  import { compileModel } from "./models/language/compile.ts";
  const given = readCase(JSON.parse(readFileSync(process.argv[2], "utf8")));
  const { backEnd } = compileModel(commissioningModel(given.activity.kind));
  let asked = "";
  try { compileModel(commissioningModel(given.activity.kind), { backEnd: "generated" }); } catch (error) { asked = error.name; }
  const values = [...createCommissioningRunner().run(given).values].map(([id, block]) => [id, [...block.values]]);
  console.log(JSON.stringify({ backEnd, asked, values }));
`;

interface Printed {
  readonly backEnd: string;
  readonly asked: string;
  readonly values: readonly (readonly [string, readonly number[]])[];
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "careshift-no-code-"));
  await build({
    stdin: { contents: SCRIPT, resolveDir: project, loader: "ts" },
    outfile: path.join(folder, "run.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function printed(...switches: readonly string[]): Promise<Printed> {
  const argv = [...switches, path.join(folder, "run.mjs"), caseFile];
  const { stdout } = await promisify(execFile)(process.execPath, argv, { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Printed;
}

describe("a runtime that makes no code from text", () => {
  it("gets closures, and the same figures as one that does", async () => {
    const given = readCase(JSON.parse(await readFile(caseFile, "utf8")) as unknown);
    const blocks = [...createCommissioningRunner().run(given).values].map(([id, { values }]) => [id, [...values]]);
    // As printed: JSON has no -0.
    const here = JSON.parse(JSON.stringify(blocks)) as Printed["values"];
    expect(here).toHaveLength(RESULT_IDS.length);
    const locked = await printed("--disallow-code-generation-from-strings");
    expect(locked).toEqual({ backEnd: "closures", asked: "EvalError", values: here });
    expect(await printed()).toMatchObject({ backEnd: "generated", asked: "" });
  });
});
