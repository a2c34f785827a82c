/** The command as it is installed: the launcher and the bundle, in processes of their own. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { build } from "esbuild";
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const project = fileURLToPath(new URL("../../", import.meta.url));
const REQUIRE = 'import { createRequire as c } from "node:module"; const require = c(import.meta.url);';
let folder: string;

/** The tree of an installed program, in a folder whose name needs care. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "careshift Àrd na Mara's 100% #1-"));
  for (const name of ["cli", "dist/cli", "dist/renderer", "home"])
    await mkdir(path.join(folder, name), { recursive: true });
  await copyFile(path.join(project, "cli/careshift.mjs"), path.join(folder, "cli/careshift.mjs"));
  await symlink(path.join(project, "examples"), path.join(folder, "examples"));
  await writeFile(path.join(folder, "dist/renderer/index.html"), "<!doctype html><title>Careshift</title>");
  const bundles = [
    ["cli/main.ts", "dist/cli/careshift.js"],
    ["engine/worker.ts", "dist/engine/worker.js"],
    ["engine/draws/draw-worker.ts", "dist/engine/draw-worker.js"],
  ] as const;
  await Promise.all(
    bundles.map(([entry, out]) =>
      build({
        absWorkingDir: project,
        entryPoints: [entry],
        outfile: path.join(folder, out),
        bundle: true,
        platform: "node",
        target: "node20",
        format: "esm",
        banner: { js: REQUIRE },
        logLevel: "error",
      }),
    ),
  );
  await writeFile(path.join(folder, "package.json"), '{"type":"module"}');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function careshift(
  ...argv: string[]
): ChildProcess & { stdout: NonNullable<ChildProcess["stdout"]>; stderr: NonNullable<ChildProcess["stderr"]> } {
  const home = path.join(folder, "home");
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  return spawn(process.execPath, [path.join(folder, "cli/careshift.mjs"), ...argv], {
    cwd: home,
    env: { ...env, HOME: home, XDG_STATE_HOME: "", CARESHIFT_STATE: "", CARESHIFT_DOCUMENTS: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function ending(child: ReturnType<typeof careshift>): Promise<{ code: number | null; out: string; err: string }> {
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on("exit", resolve)),
  ]);
  return { code, out, err };
}

describe("the installed command", () => {
  test("prints one whole JSON document to a pipe", async () => {
    const { code, out, err } = await ending(careshift("run", "--json"));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect((JSON.parse(out) as { years: string[] }).years).toHaveLength(11);
  });

  test("ends when it has printed ranges from draws on several threads", async () => {
    const { code, out, err } = await ending(careshift("run", "--draws", "600", "--threads", "3"));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Ranges from 600 draws");
  });

  test("ends with 1 for wrong input and with 2 for wrong usage", async () => {
    expect((await ending(careshift("run", "gone.scenario.json"))).code).toBe(1);
    expect((await ending(careshift("nonsense"))).code).toBe(2);
  });

  test("a reader that has seen enough is no error", async () => {
    const child = careshift("run", "--json");
    child.stdout.once("data", () => child.stdout.destroy());
    const [err, code] = await Promise.all([
      text(child.stderr),
      new Promise<number | null>((resolve) => child.on("exit", resolve)),
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test.each(["SIGINT", "SIGTERM"] as const)("the door stays up until %s, and then ends with 0", async (signal) => {
    const child = careshift("serve", "--no-open");
    let out = "";
    child.stdout.on("data", (part: Buffer) => (out += part.toString()));
    await expect.poll(() => out, { timeout: 20_000 }).toContain("Press Ctrl-C here to stop.");
    const answer = await fetch(/http:\S+/.exec(out)?.[0] ?? "", { redirect: "manual" });
    expect(answer.status).toBe(303);
    const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
    child.kill(signal);
    expect(await ended).toBe(0);
  });

  test("says what to do where it has not been built", async () => {
    const bare = path.join(folder, "bare");
    await mkdir(path.join(bare, "cli"), { recursive: true });
    await copyFile(path.join(project, "cli/careshift.mjs"), path.join(bare, "cli/careshift.mjs"));
    const child = spawn(process.execPath, [path.join(bare, "cli/careshift.mjs"), "run"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const { code, err } = await ending(child as ReturnType<typeof careshift>);
    expect(code).toBe(1);
    expect(err).toContain('run "npm run build"');
  });
});
