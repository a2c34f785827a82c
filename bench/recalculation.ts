/**
 * One deterministic recalculation of the three-partnership example after a shift amount changed, as when a slider moves:
 * the compiled engine against mathjs evaluating the same formulas cell by cell.
 */
import { join } from "node:path";
import { loadDataset } from "../datasets/index.ts";
import { commissioningInputs } from "../models/commissioning/inputs.ts";
import { commissioningMembers } from "../models/commissioning/members.ts";
import { commissioningModel } from "../models/commissioning/model.ts";
import { type CommissioningCase, createCommissioningRunner } from "../models/index.ts";
import { interpretModel } from "../models/language/interpret.ts";
import { exampleScenario, resolveCase } from "../scenarios/index.ts";
import { type BenchRow, measure } from "./measure.ts";
import { pinned, projectRoot } from "./pinned.ts";

const RESULTS = ["emergencyBedDays", "bedsNeeded", "releasedTotal", "bridging", "fundingGap"];

export async function recalculation(): Promise<BenchRow[]> {
  const dataset = await loadDataset({ kind: "folder", path: join(projectRoot, "examples", "grampian") });
  const given = resolveCase(dataset, exampleScenario(dataset));
  const runner = createCommissioningRunner();
  let step = 0;
  const moved = (): CommissioningCase => {
    step += 1;
    const shifts = given.shifts.map((shift, i) => (i === 0 ? { ...shift, amount: shift.amount + step * 1000 } : shift));
    return { ...given, shifts };
  };
  const ours = await measure(() => runner.run(moved()), 300);
  const theirs = await measure(() => interpret(moved()), 3, 0);
  return [
    {
      what: "recalculate after a slider moved, 3 partnerships",
      ours,
      peer: `${pinned("mathjs")}, cell by cell, 5 results only`,
      theirs,
      aim: "under 2 ms",
    },
  ];
}

function interpret(given: CommissioningCase): void {
  const members = commissioningMembers(given);
  interpretModel(commissioningModel(given.activity.kind), commissioningInputs(given, members), members, RESULTS);
}
