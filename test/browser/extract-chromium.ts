/**
 * Unpacks the Chromium that comes as an npm package, with the shared libraries a bare system lacks, once for each
 * installation: into a folder of its own beside the packages, or in the temporary folder where that is read-only.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface ExtractedChromium {
  readonly executable: string;
  /** The executable's own libraries and fonts: for its environment only, not for ours. */
  readonly environment: Readonly<Record<string, string>>;
}

const PACKAGE_ENTRY = fileURLToPath(import.meta.resolve("@sparticuz/chromium"));
const PACKAGE_FOLDER = dirname(dirname(PACKAGE_ENTRY));

/** The package's own list of font folders names places on another system: its text would be drawn without a font. */
const fontList = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts/cache</cachedir>
  <alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

function packageVersion(): string {
  const described: unknown = JSON.parse(readFileSync(join(PACKAGE_FOLDER, "package.json"), "utf8"));
  if (typeof described === "object" && described !== null && "version" in described) return String(described.version);
  throw new Error(`${PACKAGE_FOLDER}/package.json states no version.`);
}

function describe(folder: string): ExtractedChromium {
  return {
    executable: join(folder, "chromium"),
    environment: { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_PATH: join(folder, "fonts") },
  };
}

/**
 * The package unpacks into the temporary folder and takes any file it finds there for a whole one. So it runs in a
 * process of its own with an empty temporary folder, and the result is renamed into place: whole, or not there.
 */
function extractInto(parent: string, name: string): string {
  const folder = join(parent, name);
  if (existsSync(join(folder, "chromium"))) return folder;
  mkdirSync(parent, { recursive: true });
  const staging = mkdtempSync(join(parent, "chromium-being-unpacked-"));
  try {
    const script = `import chromium from ${JSON.stringify(import.meta.resolve("@sparticuz/chromium"))}; await chromium.executablePath();`;
    const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      encoding: "utf8",
      // The package unpacks its libraries only where it believes itself on the system that lacks them.
      env: { ...process.env, TMPDIR: staging, TEMP: staging, TMP: staging, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
    });
    if (run.status !== 0 || !existsSync(join(staging, "chromium")))
      throw new Error(`The Chromium of @sparticuz/chromium could not be unpacked into ${staging}: ${run.stderr}`);
    writeFileSync(join(staging, "fonts", "fonts.conf"), fontList(folder));
    try {
      renameSync(staging, folder);
    } catch (problem) {
      // Another test run was first: its folder is as good as ours.
      if (!existsSync(join(folder, "chromium"))) throw problem;
    }
    return folder;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Linux on x64 only, which is all that the package carries; takes some seconds the first time. */
export function extractChromium(): ExtractedChromium {
  const name = `careshift-chromium-${packageVersion()}`;
  const beside = join(dirname(dirname(PACKAGE_FOLDER)), ".cache");
  try {
    return describe(extractInto(beside, name));
  } catch (problem) {
    const code = problem instanceof Error && "code" in problem ? problem.code : undefined;
    if (code !== "EACCES" && code !== "EROFS" && code !== "EPERM") throw problem;
    return describe(extractInto(join(tmpdir(), `careshift-${process.getuid?.() ?? "user"}`), name));
  }
}
