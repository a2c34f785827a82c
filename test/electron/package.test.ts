import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const description = readFileSync(new URL("../../electron-builder.yml", import.meta.url), "utf8");

/** The lines below a heading of the description, without their indent. */
function block(heading: string): string[] {
  const lines = description.split("\n");
  const from = lines.indexOf(`${heading}:`);
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => /^\S/.test(line));
  return rest.slice(0, to).map((line) => line.trim());
}

test("every fuse is set, and set shut", () => {
  expect(block("electronFuses").toSorted()).toEqual(
    [
      "runAsNode: false",
      "enableCookieEncryption: true",
      "enableNodeOptionsEnvironmentVariable: false",
      "enableNodeCliInspectArguments: false",
      "enableEmbeddedAsarIntegrityValidation: true",
      "onlyLoadAppFromAsar: true",
      "loadBrowserProcessSpecificV8Snapshot: false",
      "grantFileProtocolExtraPrivileges: false",
    ].toSorted(),
  );
});

test("the app is one archive, is published nowhere, and fetches nothing while it is packed", () => {
  for (const line of ["asar: true", "publish: null", "npmRebuild: false"])
    expect(description.split("\n")).toContain(line);
});

test("what draws run on is built beside the worker, and packed as it is: nothing of dist/engine but maps is left out", () => {
  const build = readFileSync(new URL("../../scripts/build.mjs", import.meta.url), "utf8");
  for (const name of ["engine/worker.js", "engine/draw-worker.js", "engine/kernels.wasm"])
    expect(build).toContain(`"${name}"`);
  const ofDist = block("files").filter((line) => line.includes("dist"));
  expect(ofDist).toEqual(["- dist/**", '- "!dist/**/*.map"', '- "!dist/.built"', '- "!dist/{bench,examples}/**"']);
});
