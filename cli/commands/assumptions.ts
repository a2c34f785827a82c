/** `careshift assumptions [SCENARIO]`: every number that a run uses, or how those of two scenarios differ. */
import { compareAssumptions, illustrativeReport } from "../../scenarios/index.ts";
import { differencesText, registerText } from "../assumptions-text.ts";
import type { Io } from "../io.ts";
import { withEngine } from "./open-host.ts";
import { openScenario } from "./opened-scenario.ts";

export interface AssumptionsOptions {
  readonly data?: string | undefined;
  /** A file whose first scenario this one is compared with. */
  readonly against?: string | undefined;
  readonly json: boolean;
}

export async function assumptions(io: Io, file: string | undefined, options: AssumptionsOptions): Promise<number> {
  return withEngine(io, async (session) => {
    const { document, scenario } = await openScenario(io, session, file, options.data, "listed");
    const register = session.host.assumptions(document.dataset.id, scenario);
    if (options.against === undefined) {
      const illustrative = illustrativeReport(register);
      io.out(options.json ? json({ ...register, illustrative }) : registerText(register));
      return 0;
    }
    const other = await openScenario(io, session, options.against, undefined, "compared");
    const against = session.host.assumptions(other.document.dataset.id, other.scenario);
    const differences = compareAssumptions(register, against);
    io.out(
      options.json
        ? json({ ...register, against: { title: against.title, dataset: against.dataset }, differences })
        : differencesText(register, against, differences),
    );
    return 0;
  });
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
