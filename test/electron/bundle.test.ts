/** What the shell's bundles are made of: what they do not need cannot go wrong in them. */
import { build } from "esbuild";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Names of the files that give code to the bundle of this entry, with slashes. */
async function partsOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: path.join(ROOT, "dist", "not-written.cjs"),
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "cjs",
    external: ["electron"],
  });
  const [output] = Object.values(metafile.outputs);
  return Object.entries(output?.inputs ?? {}).flatMap(([name, { bytesInOutput }]) => (bytesInOutput > 0 ? [name] : []));
}

test("main knows the engine by its contract and its door, and nothing of the model, the data or the packs", async () => {
  const parts = await partsOf("electron/main/index.ts");
  const folders = new Set(parts.map((name) => name.split("/").slice(0, 2).join("/")));
  expect(parts).toContain("electron/main/app-response.ts");
  expect(
    [...folders].filter((folder) => /^(models|datasets|scenarios|engine|cli|renderer)\//.test(folder)).toSorted(),
  ).toEqual([
    "engine/contract",
    "engine/door",
    "scenarios/evidence-schema.ts",
    "scenarios/indicator-targets-schema.ts",
    "scenarios/register-schema.ts",
    "scenarios/schema.ts",
    "scenarios/uncertainty-schema.ts",
    "scenarios/variables-schema.ts",
  ]);
  // `import * as z` leaves out what is not used; `import { z }` would bring every language of zod's messages.
  expect(parts.filter((name) => name.startsWith("node_modules/zod/") && name.includes("/locales/"))).toEqual([
    "node_modules/zod/v4/locales/en.js",
  ]);
});

test("the preload is its own few files", async () => {
  const parts = await partsOf("electron/preload/index.ts");
  expect(parts.filter((name) => !name.startsWith("electron/"))).toEqual([]);
});
