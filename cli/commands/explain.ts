/** `careshift explain [SCENARIO]`: what a run will do, and what a variable's formula says. Nothing is computed. */
import type { Io } from "../io.ts";
import { planText } from "../plan-text.ts";
import { withEngine } from "./open-host.ts";
import { openScenario } from "./opened-scenario.ts";

export interface ExplainOptions {
  readonly data?: string | undefined;
  /** Id of the one variable that is asked about. */
  readonly variable?: string | undefined;
  readonly json: boolean;
}

export async function explain(io: Io, file: string | undefined, options: ExplainOptions): Promise<number> {
  return withEngine(io, async (session) => {
    const { document, scenario } = await openScenario(io, session, file, options.data, "explained");
    const explained = session.host.explain(document.dataset.id, scenario, options.variable ?? null);
    io.out(options.json ? `${JSON.stringify(explained, null, 2)}\n` : planText(explained, scenario.title));
    return 0;
  });
}
