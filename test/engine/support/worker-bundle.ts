/** The engine's worker, bundled as it is for the program, in a folder of its own. */
import { build } from "esbuild";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const REQUIRE = 'import { createRequire as c } from "node:module"; const require = c(import.meta.url);';

export interface Bundle {
  readonly url: URL;
  readonly remove: () => Promise<void>;
}

/** Bundles the engine's worker, or one that misbehaves as a test needs. */
export async function bundleWorker(entry = new URL("../../../engine/worker.ts", import.meta.url)): Promise<Bundle> {
  const folder = await mkdtemp(path.join(tmpdir(), "careshift-worker-"));
  const outfile = path.join(folder, "worker.mjs");
  await build({
    absWorkingDir: root,
    entryPoints: [fileURLToPath(entry)],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    banner: { js: REQUIRE },
    logLevel: "error",
  });
  return { url: pathToFileURL(outfile), remove: () => rm(folder, { recursive: true, force: true }) };
}
