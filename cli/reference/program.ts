/** `npm run -s reference -- CASE.json EXPECTED.json`: the model against known answers, one line for each result. */
import { ModelInputError } from "../../models/index.ts";
import { compareAll, passes, TOLERANCE } from "./compare.ts";
import { compute } from "./computed.ts";
import { ReferenceFileError } from "./fields.ts";
import { readCase } from "./read-case.ts";

export interface ReferenceIo {
  readonly read: (path: string) => string;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

export const USAGE = `Usage: npm run -s reference -- CASE.json EXPECTED.json
Runs the model on the case and prints the largest relative difference of each expected result.
Exit code 0: all within ${TOLERANCE}; 1: a difference, a result not computed, or an input that is wrong; 2: wrong usage.`;

/** Gives the exit code: 0 all agree, 1 a difference or a wrong input, 2 wrong usage. */
export function referenceProgram(args: readonly string[], io: ReferenceIo): 0 | 1 | 2 {
  if (args.includes("--help") || args.includes("-h")) {
    io.out(USAGE);
    return 0;
  }
  const [casePath, expectedPath] = args;
  if (casePath === undefined || expectedPath === undefined || args.length > 2) {
    io.err(USAGE);
    return 2;
  }
  try {
    const given = readCase(parse(casePath, io));
    const { lookup, breakEven } = compute(given);
    const lines = compareAll(parse(expectedPath, io), lookup, breakEven, given.firstYear);
    const width = Math.max(0, ...lines.map((line) => line.path.length));
    for (const line of lines) {
      const figure =
        line.difference === null ? "-" : line.difference === Infinity ? "differs" : line.difference.toExponential(2);
      const verdict = passes(line) ? "ok" : "FAIL";
      io.out(
        `${line.path.padEnd(width)}  ${figure.padStart(8)}  ${verdict}${line.remark === "" ? "" : `  (${line.remark})`}`,
      );
    }
    const failed = lines.filter((line) => !passes(line)).length;
    io.out(
      `${lines.length - failed} of ${lines.length} results agree within ${TOLERANCE}${failed === 0 ? "." : `; ${failed} do not.`}`,
    );
    if (lines.length === 0) io.err(`${expectedPath} holds no results.`);
    return failed === 0 && lines.length > 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ReferenceFileError || error instanceof ModelInputError)) throw error;
    io.err(error.message);
    return 1;
  }
}

function parse(path: string, io: ReferenceIo): unknown {
  let text: string;
  try {
    text = io.read(path);
  } catch (error) {
    throw new ReferenceFileError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ReferenceFileError(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
