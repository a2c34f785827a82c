/** The package that electron-builder makes, without Electron's own files, and its archive unpacked again. */
import { extractAll, listPackage } from "@electron/asar";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface UnpackedPackage {
  /** Where the archive was unpacked: it has dist/ and examples/ as the project has. */
  readonly folder: string;
  /** Names in the archive, with slashes, as "dist/electron/main.cjs". */
  readonly names: readonly string[];
}

/**
 * Packs the built project as a folder for Linux. Electron's runtime is a file that only bears its name, so the fuses,
 * which are burnt into the real one, are left out; all else is as in electron-builder.yml.
 */
export function packAndUnpack(into: string): UnpackedPackage {
  const work = mkdtempSync(path.join(into, "package-"));
  const runtime = path.join(work, "runtime");
  mkdirSync(path.join(runtime, "locales"), { recursive: true });
  writeFileSync(path.join(runtime, "electron"), "");
  chmodSync(path.join(runtime, "electron"), 0o755);
  const config = path.join(work, "electron-builder.json");
  const output = path.join(work, "out");
  writeFileSync(
    config,
    JSON.stringify({
      extends: path.join(ROOT, "electron-builder.yml"),
      electronFuses: null,
      electronDist: runtime,
      directories: { output },
    }),
  );
  const cli = createRequire(import.meta.url).resolve("electron-builder/cli.js");
  const run = spawnSync(process.execPath, [cli, "--projectDir", ROOT, "--linux", "dir", "--config", config], {
    encoding: "utf8",
  });
  if (run.status !== 0) throw new Error(`electron-builder failed:\n${run.stdout}\n${run.stderr}`);
  const archive = path.join(output, "linux-unpacked", "resources", "app.asar");
  const names = listPackage(archive, { isPack: false }).map((name) => name.replaceAll("\\", "/").replace(/^\//, ""));
  const folder = path.join(work, "app");
  extractAll(archive, folder);
  rmSync(output, { recursive: true });
  return { folder, names };
}
