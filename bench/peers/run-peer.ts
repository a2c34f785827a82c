/** Runs a peer written in Python in a process of its own, where there is Python with NumPy. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Measurement } from "../measure.ts";
import { projectRoot } from "../pinned.ts";

export interface PeerRun {
  /** What ran, with its version. */
  readonly peer: string;
  /** Null where the machine has no such peer. */
  readonly theirs: Measurement | null;
}

/** Variables that say how many threads the linear algebra under NumPy uses. */
const THREADS = ["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"];

/**
 * Times `bench/peers/<script> ...args` on so many threads. Where python3 or NumPy is missing nothing fails: the answer says
 * that there is no peer. Throws when the script itself fails.
 */
export async function runPeer(script: string, args: readonly string[], threads: number): Promise<PeerRun> {
  const { code, out, err } = await python([join(projectRoot, "bench", "peers", script), ...args], threads);
  if (code === null || /No module named '?numpy/.test(err)) return { peer: "no NumPy here", theirs: null };
  if (code !== 0) throw new Error(`The peer ${script} failed:\n${err}`);
  const { numpy, python: version, medianMs, lowestMs, times } = readReport(script, out);
  return {
    peer: `NumPy ${numpy}, Python ${version}, ${threads} thread${threads === 1 ? "" : "s"}`,
    theirs: { medianMs, lowestMs, times },
  };
}

interface Report extends Measurement {
  readonly numpy: string;
  readonly python: string;
}

function readReport(script: string, printed: string): Report {
  const report = JSON.parse(printed) as Report;
  if (report.medianMs > 0 && report.lowestMs > 0 && typeof report.numpy === "string") return report;
  throw new Error(`The peer ${script} printed ${printed}, not its times.`);
}

/** `code` is null where there is no python3. */
function python(args: readonly string[], threads: number): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const limits = Object.fromEntries(THREADS.map((name) => [name, String(threads)]));
    const child = spawn("python3", args, {
      env: { ...process.env, ...limits, PYTHONDONTWRITEBYTECODE: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") resolve({ code: null, out, err });
      else reject(error);
    });
    child.once("close", (code, signal) => {
      if (signal === null) resolve({ code: code ?? 1, out, err });
      else reject(new Error(`The peer ${String(args[0])} was stopped by ${signal}.`));
    });
  });
}
