/** `careshift run [SCENARIO]`: one scenario, computed and printed; with draws, its ranges too. */
import { drawThreadsHere } from "../../engine/index.ts";
import type { DrawOptions } from "../../engine/index.ts";
import type { TypedTarget } from "../draw-arguments.ts";
import type { Io } from "../io.ts";
import { rangesAsJson } from "../ranges-json.ts";
import { rangesText } from "../ranges-text.ts";
import { resultText } from "../result-text.ts";
import { drawRanges } from "./draw-ranges.ts";
import type { DrawnRanges } from "./draw-ranges.ts";
import { withEngine } from "./open-host.ts";
import type { Session } from "./open-host.ts";
import { openScenario } from "./opened-scenario.ts";
import type { OpenedScenario } from "./opened-scenario.ts";

export interface RunOptions {
  readonly data?: string | undefined;
  readonly out?: string | undefined;
  readonly json?: boolean | undefined;
  /** Absent: no draws, and what follows is not looked at. */
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
  readonly points?: DrawOptions["points"];
  readonly threads?: number | undefined;
  readonly targets?: readonly TypedTarget[] | undefined;
  readonly chance?: boolean | undefined;
  /** A file whose first scenario this one is compared with. */
  readonly against?: string | undefined;
}

export async function run(io: Io, file: string | undefined, options: RunOptions): Promise<number> {
  const drawThreads = options.draws === undefined ? 1 : (options.threads ?? drawThreadsHere());
  return withEngine(io, (session) => runIn(session, io, file, options), drawThreads);
}

async function runIn(session: Session, io: Io, file: string | undefined, options: RunOptions): Promise<number> {
  const opened = await openScenario(io, session, file, options.data, "run");
  const { document, scenario } = opened;
  const reported = await session.host.report(document.dataset.id, scenario);
  for (const { ok, detail } of reported.report.checks) if (!ok) io.err(`A check of these results failed: ${detail}\n`);
  const drawn = options.draws === undefined ? null : await rangesOf(session, io, opened, options);
  if (options.out !== undefined) {
    const request = { handle: session.writeTo(options.out), datasetId: document.dataset.id, scenarios: [scenario] };
    const { file: pack, entries } = await session.client.files.exportPack(request);
    io.err(`Wrote ${pack.name}: ${entries} entries.\n`);
  }
  if (options.json === true) {
    const ranges = drawn === null ? {} : { ranges: rangesAsJson(drawn.ranges) };
    io.out(`${JSON.stringify({ ...reported.report, ...ranges }, null, 2)}\n`);
  } else {
    const text = resultText(reported, scenario, document.dataset);
    io.out(drawn === null ? text : [text, ...rangesText(drawn.ranges, drawn.against)].join("\n"));
  }
  return 0;
}

/** The ranges, and the title of the scenario that this one is compared with. */
async function rangesOf(
  session: Session,
  io: Io,
  { document, scenario }: OpenedScenario,
  { draws, seed, points, targets, chance, against }: RunOptions,
): Promise<{ readonly ranges: DrawnRanges; readonly against: string | undefined }> {
  const other =
    against === undefined ? undefined : (await openScenario(io, session, against, undefined, "compared")).scenario;
  const asked = { draws, seed, points, chance, targets: targets === undefined ? undefined : [...targets] };
  const ranges = await drawRanges(session, document.dataset.id, scenario, other, asked);
  return { ranges, against: other?.title };
}
