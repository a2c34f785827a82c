// Builds everything that runs into dist/: the command line, the engine worker, the Electron shell, the examples' builder
// and the window. `--quiet` prints only errors; `--if-stale` does nothing when no source is newer than the last build.
import { build } from "esbuild";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileKernels } from "./kernels.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const stamp = join(dist, ".built");
const quiet = process.argv.includes("--quiet");

const SOURCES = [
  "models",
  "datasets",
  "scenarios",
  "engine",
  "cli",
  "electron",
  "renderer",
  "examples",
  "bench",
  "scripts",
];
const SOURCE_FILE = /\.(ts|tsx|css|html|mjs)$/;

/** Bundles for Node: entry → output, below dist/. Look-ups by relative URL rely on this tree. */
const NODE_BUNDLES = [
  { entry: "cli/main.ts", out: "cli/careshift.js", format: "esm" },
  { entry: "cli/reference.ts", out: "cli/reference.js", format: "esm" },
  { entry: "engine/worker.ts", out: "engine/worker.js", format: "esm" },
  { entry: "engine/draws/draw-worker.ts", out: "engine/draw-worker.js", format: "esm" },
  { entry: "examples/build.ts", out: "examples/build.js", format: "esm" },
  { entry: "bench/benches.ts", out: "bench/benches.js", format: "esm" },
  { entry: "electron/engine-process.ts", out: "electron/engine.js", format: "esm" },
  { entry: "electron/main/index.ts", out: "electron/main.cjs", format: "cjs" },
  { entry: "electron/preload/index.ts", out: "electron/preload.cjs", format: "cjs" },
];

// Bundled CommonJS packages call require() for Node's own modules: an ES module has to be given one.
const REQUIRE_FOR_ESM =
  'import { createRequire as createRequireForBundle } from "node:module"; const require = createRequireForBundle(import.meta.url);';

function newestSource() {
  let newest = 0;
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (SOURCE_FILE.test(entry.name)) newest = Math.max(newest, statSync(path).mtimeMs);
    }
  };
  for (const folder of SOURCES) if (existsSync(join(root, folder))) visit(join(root, folder));
  for (const file of ["package.json", "package-lock.json"])
    newest = Math.max(newest, statSync(join(root, file)).mtimeMs);
  return newest;
}

async function buildForNode({ entry, out, format }) {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(dist, out),
    bundle: true,
    platform: "node",
    target: "node20",
    format,
    // Electron brings itself; the browser driver is a tool of the bench and finds its own files.
    external: ["electron", "playwright-core", "@sparticuz/chromium"],
    // Numbers that have a name are written where they are used: loops over them are up to twice as fast.
    minifySyntax: true,
    sourcemap: true,
    sourcesContent: false,
    logLevel: "warning",
    logOverride: { "empty-import-meta": "silent" },
    ...(format === "esm" ? { banner: { js: REQUIRE_FOR_ESM } } : {}),
  });
}

async function buildKernels() {
  const bytes = await compileKernels();
  mkdirSync(join(dist, "engine"), { recursive: true });
  writeFileSync(join(dist, "engine/kernels.wasm"), bytes);
}

async function buildWindow() {
  const { build: viteBuild } = await import("vite");
  await viteBuild({ configFile: join(root, "renderer/vite.config.ts"), logLevel: quiet ? "error" : "warn" });
}

if (process.argv.includes("--if-stale") && existsSync(stamp) && statSync(stamp).mtimeMs > newestSource())
  process.exit(0);

const started = Date.now();
rmSync(stamp, { force: true });
mkdirSync(dist, { recursive: true });
await Promise.all([...NODE_BUNDLES.map(buildForNode), buildKernels()]);
await buildWindow();
writeFileSync(stamp, "");
if (!quiet) console.log(`Built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
