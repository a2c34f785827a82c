/** The walls between folders must stand by themselves: each deliberate violation of the fixture is found, and nothing else. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
let house = "";

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "careshift-walls-"));
  cpSync(join(root, "test/architecture/fixture"), house, { recursive: true });
  const config = JSON.parse(readFileSync(join(root, ".oxlintrc.json"), "utf8"));
  delete config.$schema;
  config.ignorePatterns = [];
  writeFileSync(join(house, ".oxlintrc.json"), JSON.stringify(config));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

interface Finding {
  filename: string;
  code: string;
  labels: { span: { line: number } }[];
}

function lint(): string[] {
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  const result = spawnSync(process.execPath, [oxlint, "--format=json", "."], { cwd: house, encoding: "utf8" });
  const { diagnostics } = JSON.parse(result.stdout) as { diagnostics: Finding[] };
  return diagnostics
    .map((finding) => `${finding.filename.replaceAll("\\", "/")}:${finding.labels[0]?.span.line} ${finding.code}`)
    .toSorted();
}

describe("walls between folders", () => {
  test("the linter finds every deliberate violation, and only those", () => {
    expect(lint()).toEqual([
      "cli/run.ts:1 eslint(no-restricted-imports)",
      "datasets/load.ts:1 eslint(no-restricted-imports)",
      "datasets/load.ts:2 eslint(no-restricted-imports)",
      "electron/main/shell.ts:1 eslint(no-restricted-imports)",
      "engine/contract/index.ts:1 eslint(no-restricted-imports)",
      "engine/host.ts:1 eslint(no-restricted-imports)",
      "engine/host.ts:2 eslint(no-restricted-imports)",
      "engine/host.ts:3 typescript(no-explicit-any)",
      "models/commissioning/clock.ts:1 eslint(no-restricted-properties)",
      "models/commissioning/clock.ts:2 eslint(no-restricted-properties)",
      "models/commissioning/cycle-a.ts:1 import(no-cycle)",
      "models/commissioning/cycle-b.ts:1 import(no-cycle)",
      "models/commissioning/host.ts:1 eslint(no-restricted-imports)",
      "models/commissioning/host.ts:2 eslint(no-restricted-imports)",
      "models/commissioning/host.ts:3 eslint(no-restricted-imports)",
      "models/commissioning/screen.ts:1 eslint(no-restricted-globals)",
      "renderer/charts/page.ts:1 eslint(no-restricted-imports)",
      "renderer/features/home/home.tsx:1 eslint(no-restricted-imports)",
      "renderer/features/home/home.tsx:2 eslint(no-restricted-imports)",
      "renderer/features/home/home.tsx:3 eslint(no-restricted-imports)",
      "renderer/features/home/home.tsx:4 eslint(no-restricted-imports)",
      "scenarios/resolve.ts:1 eslint(no-restricted-imports)",
      "scenarios/resolve.ts:2 eslint(no-restricted-imports)",
      "scenarios/resolve.ts:4 eslint(no-restricted-imports)",
    ]);
  });

  test("the window, the console and Node do not compile in models", () => {
    writeFileSync(
      join(house, "models/tsconfig.json"),
      JSON.stringify({
        extends: join(root, "models/tsconfig.json"),
        compilerOptions: {
          rootDir: ".",
          noEmit: true,
          composite: false,
          emitDeclarationOnly: false,
          declaration: false,
        },
        files: ["outside.ts"],
        include: [],
      }),
    );
    writeFileSync(join(house, "models/outside.ts"), 'console.log(window);\nimport "node:fs";\nprocess.exit();\n');
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const result = spawnSync(process.execPath, [tsc, "-p", "models", "--pretty", "false"], {
      cwd: house,
      encoding: "utf8",
    });
    for (const name of ["console", "window", "node:fs", "process"]) expect(result.stdout).toContain(`'${name}'`);
    expect(result.status).not.toBe(0);
  });
});
