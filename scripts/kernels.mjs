// Compiles the assembly kernels (engine/kernels/assembly) to WebAssembly. `node scripts/kernels.mjs FILE` writes them to FILE;
// with `--if-stale` only when a source is newer than FILE.
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(import.meta.url);
const root = dirname(dirname(script));
const folder = "engine/kernels/assembly";
/** The name that the compiler gives its output; it is kept in memory. */
const OUT = "kernels.wasm";

const OPTIONS = [
  "--optimizeLevel 3 --shrinkLevel 0 --noAssert --runtime stub",
  // Memory comes from outside, is shared between threads, and may be anything from one page of 64 KiB to all 4 GiB.
  "--importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536 --noExportMemory",
  "--enable simd --enable threads --enable bulk-memory",
  // Vectors pass between the kernels' own functions alone.
  "--disableWarning 112",
].flatMap((words) => words.split(" "));

/** Functions that give a vector. */
const OF_VECTORS = /^(export )?function \w+\([^)]*\): v128 \{/gm;

/**
 * A source as the compiler is to see it; null where there is none. Functions that give a vector are written into those that call them:
 * several vectors at a time then go through in step, and the processor does not wait for one result after the other.
 */
function readSource(name, baseDir) {
  const file = resolve(baseDir, name);
  return existsSync(file) ? readFileSync(file, "utf8").replace(OF_VECTORS, "@inline $&") : null;
}

/** The kernels' bytes. Throws with the compiler's words. */
export async function compileKernels() {
  const { default: asc } = await import("assemblyscript/asc");
  let bytes;
  const { error, stderr } = await asc.main([`${folder}/index.ts`, "--baseDir", root, "--outFile", OUT, ...OPTIONS], {
    readFile: readSource,
    writeFile: (name, contents) => {
      if (name === OUT) bytes = contents;
    },
  });
  const words = stderr.toString();
  if (error !== null || words !== "") throw new Error(`The kernels do not compile:\n${words || error.message}`);
  return bytes;
}

function newestSource() {
  const sources = readdirSync(join(root, folder)).map((name) => join(root, folder, name));
  return Math.max(...[script, ...sources].map((file) => statSync(file).mtimeMs));
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === script) {
  const file = process.argv.slice(2).find((word) => !word.startsWith("--"));
  if (file === undefined) throw new Error("Say which file the kernels are to be written to.");
  const stale = !existsSync(file) || statSync(file).mtimeMs <= newestSource();
  if (stale || !process.argv.includes("--if-stale")) {
    const bytes = await compileKernels();
    mkdirSync(dirname(file), { recursive: true });
    // Under another name first: who reads the file meanwhile finds all of it or none.
    const part = `${file}.${process.pid}`;
    writeFileSync(part, bytes);
    renameSync(part, file);
  }
}
