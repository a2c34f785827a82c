/** `careshift verify PACK`: whether a pack's results are what this program computes from its data and scenarios. */
import type { Io } from "../io.ts";
import { withEngine } from "./open-host.ts";
import { CommandProblem } from "./problem.ts";

export async function verify(io: Io, file: string): Promise<number> {
  return withEngine(io, async (session) => {
    const { verification, file: opened } = await session.open(file);
    if (verification === null) {
      throw new CommandProblem(
        `${opened?.name ?? file} is a ${opened?.kind ?? "dataset"}, not a pack: it holds no results to verify.`,
      );
    }
    if (verification.reproduces) {
      io.out(`${verification.statement}\n`);
      return 0;
    }
    const differences = verification.differences.map(
      ({ result, stored, recomputed }) => `  ${result}: ${stored} in the pack, ${recomputed} recomputed`,
    );
    io.err([verification.statement, ...differences, ""].join("\n"));
    return 1;
  });
}
