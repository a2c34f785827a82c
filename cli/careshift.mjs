#!/usr/bin/env node
// Starts the built command line; says what to do where it has not been built yet.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const built = new URL("../dist/cli/careshift.js", import.meta.url);
if (existsSync(fileURLToPath(built))) {
  await import(built.href);
} else {
  console.error('Careshift has not been built yet: run "npm run build" in its folder, then try again.');
  process.exitCode = 1;
}
