// The whole proof, in order of cost: formatting, lint and walls, types, dead code, build, tests in Node, tests in a browser.
// Ends with one line "N passed, N failed" that counts checks and tests alike. `--checks-only` leaves the tests out.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (name) => join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
const shell = process.platform === "win32";
let passed = 0;
let failed = 0;

function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", shell });
  return result.status === 0;
}

function check(name, command, args) {
  console.log(`\n== ${name}`);
  if (run(command, args)) passed += 1;
  else {
    failed += 1;
    console.error(`!! ${name}: failed`);
  }
}

function vitest(project) {
  console.log(`\n== Tests: ${project}`);
  const folder = mkdtempSync(join(tmpdir(), "careshift-tests-"));
  const report = join(folder, "report.json");
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = run(bin("vitest"), args);
  try {
    const { numPassedTests, numFailedTests, success } = JSON.parse(readFileSync(report, "utf8"));
    passed += numPassedTests;
    failed += numFailedTests;
    // A file that fails to load fails no test of its own, yet must count.
    if (!(ok && success) && numFailedTests === 0) failed += 1;
  } catch {
    failed += 1;
    console.error(`!! Tests: ${project}: no report was written`);
  }
  rmSync(folder, { recursive: true, force: true });
}

check("Format", bin("prettier"), ["--check", "--log-level", "warn", "."]);
check("Lint and walls", bin("oxlint"), ["--deny-warnings"]);
check("Types", bin("tsc"), ["-b"]);
check("Dead code", bin("knip"), []);
check("Build", process.execPath, ["scripts/build.mjs", "--quiet", "--if-stale"]);
if (!process.argv.includes("--checks-only")) {
  vitest("unit");
  vitest("browser");
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
