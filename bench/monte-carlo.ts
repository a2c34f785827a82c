/**
 * Runs with draws of models written as formulas, against the same arithmetic in NumPy, timed in the same call; and how
 * time grows with cells and with draws.
 */
import { type BenchRow, type Measurement, measure } from "./measure.ts";
import { type FormulaCase, PEER_SIZES } from "./models/formula-case.ts";
import { fittedExponent, growingCases, GROWING_DRAWS } from "./models/growth.ts";
import { measuresCase } from "./models/measures.ts";
import { separableCase } from "./models/separable.ts";
import { runPeer } from "./peers/run-peer.ts";

const DRAWS = 5000;
const TIMES = 5;
const PERCENTILES = [10, 50, 90];
/** Draws at which time is compared with cells. */
const DRAWS_OF_GROWTH = 200;

/** A case made ready to run: its formulas read and checked, its threads started. */
export interface OpenCase {
  /** Plans, draws, works out and summarises, all anew. */
  run(draws: number, percentiles: readonly number[]): Promise<unknown>;
  close(): Promise<void>;
}

export type OpenFormulaCase = (given: FormulaCase, threads: number) => Promise<OpenCase>;

export async function monteCarlo(open: OpenFormulaCase): Promise<BenchRow[]> {
  return [...(await againstPeers(open)), ...(await growth(open))];
}

async function againstPeers(open: OpenFormulaCase): Promise<BenchRow[]> {
  const cells = `${separableCase(PEER_SIZES).cells.toLocaleString("en-GB")} cells`;
  const draws = [String(DRAWS), String(TIMES)];
  const comparisons = [
    {
      what: `${cells} to year x service, 1 thread`,
      given: separableCase(PEER_SIZES),
      threads: 1,
      peer: ["separable.py", "whole", ...draws],
      name: "every cell in every draw",
      aim: "at most 0.3 x its time",
    },
    {
      what: `${cells} to year x service, 2 threads`,
      given: separableCase(PEER_SIZES),
      threads: 2,
      peer: ["separable.py", "contracted", ...draws],
      name: "summed by hand in the cheapest order",
      aim: "half its time; no slower",
    },
    {
      what: "3 measures x year x locality x service, 2 threads",
      given: measuresCase(PEER_SIZES),
      threads: 2,
      peer: ["measures.py", ...draws],
      name: "summed by hand, float32",
      aim: "at most 0.5 x its time",
    },
  ];
  const rows: BenchRow[] = [];
  for (const { what, given, threads, peer, name, aim } of comparisons) {
    const ours = await timed(open, given, threads, DRAWS);
    const [script, ...args] = peer as [string, ...string[]];
    const { peer: version, theirs } = await runPeer(script, args, threads);
    rows.push({
      what: `${DRAWS} draws, ${what}`,
      ours,
      peer: theirs === null ? version : `${version}, ${name}`,
      theirs,
      aim,
    });
  }
  return rows;
}

async function growth(open: OpenFormulaCase): Promise<BenchRow[]> {
  const cases = growingCases();
  const inCells: Measurement[] = [];
  for (const given of cases) inCells.push(await timed(open, given, 2, DRAWS_OF_GROWTH));
  const inDraws: Measurement[] = [];
  for (const draws of GROWING_DRAWS) inDraws.push(await timed(open, separableCase(PEER_SIZES), 2, draws));
  const cells = cases.map((given) => given.cells);
  return [
    growthRow(`${DRAWS_OF_GROWTH} draws of`, "cells", cells, inCells),
    growthRow("38,880 cells,", "draws", GROWING_DRAWS, inDraws),
  ];
}

/** The largest against the smallest, with the exponent that fits all sizes. */
function growthRow(what: string, unit: string, sizes: readonly number[], times: readonly Measurement[]): BenchRow {
  const exponent = fittedExponent(
    sizes,
    times.map(({ medianMs }) => medianMs),
  );
  const [least, most] = [sizes[0] as number, sizes.at(-1) as number].map((size) => size.toLocaleString("en-GB"));
  return {
    what: `${what} ${most} ${unit}: time grows as ${unit}^${exponent.toFixed(2)}`,
    ours: times.at(-1) as Measurement,
    peer: `ourselves, ${least} ${unit}`,
    theirs: times[0] as Measurement,
    aim: "exponent at most 1.1",
  };
}

async function timed(open: OpenFormulaCase, given: FormulaCase, threads: number, draws: number): Promise<Measurement> {
  const opened = await open(given, threads);
  try {
    return await measure(() => opened.run(draws, PERCENTILES), TIMES, 1);
  } finally {
    await opened.close();
  }
}
