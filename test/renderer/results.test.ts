import { expect, test } from "vitest";
import { readResult } from "../../renderer/client/results.ts";
import { byYear, sumAlong } from "../../renderer/client/sums.ts";
import type { RunOutcome } from "../../engine/contract/index.ts";

type Done = Extract<RunOutcome, { kind: "done" }>;

/** [world 2, year 2, area 3]: 0, 1, 2, ... 11. */
function outcome(
  change: Partial<Done> = {},
  figures: readonly number[] = Array.from({ length: 12 }, (_, i) => i),
): Done {
  return {
    kind: "done",
    runId: "r",
    hashes: { model: "m", data: "d", scenario: "s" },
    members: { world: ["doing-nothing", "scenario"], year: ["2024/25", "2025/26"], area: ["a", "b", "c"] },
    blocks: [{ id: "bedDays", label: "Bed days", unit: "day", dims: ["world", "year", "area"], offset: 0, length: 12 }],
    values: new Blob([new Float64Array(figures)]),
    computeMs: 1,
    ...change,
  };
}

test("sums over what is not named, by the names of what is", async () => {
  const result = await readResult(outcome());
  // World 1 starts at 6: year 0 is 6 + 7 + 8, year 1 is 9 + 10 + 11.
  expect(byYear(result, "bedDays", { world: "scenario" })).toEqual([21, 30]);
  // Both worlds, area b: (1 + 7), (4 + 10).
  expect(byYear(result, "bedDays", { area: "b" })).toEqual([8, 14]);
  // Areas a and c in doing nothing, by year: 0 + 2, 3 + 5.
  expect(byYear(result, "bedDays", { world: "doing-nothing", area: ["a", "c"] })).toEqual([2, 8]);
  expect(sumAlong(result, "bedDays", "area", { world: "scenario", year: "2025/26" })).toEqual([9, 10, 11]);
});

test("asking for what is not there is an error that names it, never a 0", async () => {
  const result = await readResult(outcome());
  expect(() => byYear(result, "beds")).toThrow('lacks "beds"');
  expect(() => byYear(result, "bedDays", { area: "z" })).toThrow('no "z" in its dimension "area"');
  expect(() => byYear(result, "bedDays", { hospital: "h" })).toThrow('"bedDays" has no dimension "hospital"');
  expect(() => sumAlong(result, "bedDays", "age")).toThrow('"bedDays" has no dimension "age"');
});

test("an answer whose parts do not fit never reaches a chart", async () => {
  const block = { id: "x", label: "X", unit: "", dims: ["year"], offset: 0, length: 3 };
  await expect(readResult(outcome({ blocks: [block] }))).rejects.toThrow('"x" has 3 values');
  await expect(readResult(outcome({ blocks: [{ ...block, length: 2, offset: 11 }] }))).rejects.toThrow('"x" reaches');
});
