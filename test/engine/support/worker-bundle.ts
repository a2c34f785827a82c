/** The engine's worker, bundled as it is for the program, in a folder of its own. */
import { build } from "esbuild";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { kernelsFile } from "../kernels/support/kernels.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const REQUIRE = 'import { createRequire as c } from "node:module"; const require = c(import.meta.url);';

export interface Bundle {
  readonly url: URL;
  readonly remove: () => Promise<void>;
}

/** Bundles the engine's worker, or one that misbehaves as a test needs; with `kernels`, those in WebAssembly lie beside it. */
export async function bundleWorker(
  entry = new URL("../../../engine/worker.ts", import.meta.url),
  kernels = false,
): Promise<Bundle> {
  const folder = await mkdtemp(path.join(tmpdir(), "careshift-worker-"));
  await build({
    absWorkingDir: root,
    entryPoints: {
      worker: fileURLToPath(entry),
      "draw-worker": fileURLToPath(new URL("../../../engine/draws/draw-worker.ts", import.meta.url)),
    },
    outdir: folder,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    banner: { js: REQUIRE },
    logLevel: "error",
  });
  await writeFile(path.join(folder, "package.json"), '{ "type": "module" }');
  if (kernels) await copyFile(kernelsFile(), path.join(folder, "kernels.wasm"));
  return {
    url: pathToFileURL(path.join(folder, "worker.js")),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
