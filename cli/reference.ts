/** Entry of `npm run -s reference`: the real files and screen, given to the program. */
import { readFileSync } from "node:fs";
import { referenceProgram } from "./reference/program.ts";

process.exitCode = referenceProgram(process.argv.slice(2), {
  read: (path) => readFileSync(path, "utf8"),
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
});
