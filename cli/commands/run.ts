/** `careshift run [SCENARIO]`: one scenario, computed and printed. */
import type { OpenedDocument } from "../../engine/index.ts";
import type { Io } from "../io.ts";
import { resultText } from "../result-text.ts";
import { firstExample } from "./first-example.ts";
import { withEngine } from "./open-host.ts";
import type { Session } from "./open-host.ts";

export interface RunOptions {
  readonly data?: string | undefined;
  readonly out?: string | undefined;
  readonly json: boolean;
}

export async function run(io: Io, file: string | undefined, options: RunOptions): Promise<number> {
  return withEngine(io, async (session) => {
    const document = await opened(session, file, options.data);
    const [scenario, ...others] = document.scenarios;
    if (scenario === undefined) throw new Error("A document always has a scenario.");
    if (others.length > 0 && file !== undefined) {
      io.err(
        `${document.file?.name ?? file} holds ${others.length + 1} scenarios; the first one, "${scenario.title}", is run.\n`,
      );
    }
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

/** The scenario's document; without one, the dataset with nothing moved; without either, the first example. */
async function opened(session: Session, file: string | undefined, data: string | undefined): Promise<OpenedDocument> {
  const dataset = data === undefined ? null : await session.open(data);
  if (file !== undefined) return session.open(file);
  return dataset ?? firstExample(session.client);
}
