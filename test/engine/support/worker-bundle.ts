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

export interface BundleOptions {
  /** The worker, or one that misbehaves as a test needs. */
  readonly worker?: URL;
  /** The same for the threads that share draws. */
  readonly drawWorker?: URL;
  /** Whether kernels in WebAssembly lie beside them. */
  readonly kernels?: boolean;
}

const WORKER = new URL("../../../engine/worker.ts", import.meta.url);
const DRAW_WORKER = new URL("../../../engine/draws/draw-worker.ts", import.meta.url);

export async function bundleWorker({
  worker = WORKER,
  drawWorker = DRAW_WORKER,
  kernels = false,
}: BundleOptions = {}): Promise<Bundle> {
  const folder = await mkdtemp(path.join(tmpdir(), "careshift-worker-"));
  await build({
    absWorkingDir: root,
    entryPoints: {
      worker: fileURLToPath(worker),
      "draw-worker": fileURLToPath(drawWorker),
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
