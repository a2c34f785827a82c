/** `careshift run [SCENARIO]`: one scenario, computed and printed. */
import type { Io } from "../io.ts";
import { resultText } from "../result-text.ts";
import { withEngine } from "./open-host.ts";
import { openScenario } from "./opened-scenario.ts";

export interface RunOptions {
  readonly data?: string | undefined;
  readonly out?: string | undefined;
  readonly json: boolean;
}

export async function run(io: Io, file: string | undefined, options: RunOptions): Promise<number> {
  return withEngine(io, async (session) => {
    const { document, scenario } = await openScenario(io, session, file, options.data, "run");
    const reported = await session.host.report(document.dataset.id, scenario);
    for (const { ok, detail } of reported.report.checks)
      if (!ok) io.err(`A check of these results failed: ${detail}\n`);
    if (options.out !== undefined) {
      const request = { handle: session.writeTo(options.out), datasetId: document.dataset.id, scenarios: [scenario] };
      const { file: pack, entries } = await session.client.files.exportPack(request);
      io.err(`Wrote ${pack.name}: ${entries} entries.\n`);
    }
    io.out(
      options.json ? `${JSON.stringify(reported.report, null, 2)}\n` : resultText(reported, scenario, document.dataset),
    );
    return 0;
  });
}
