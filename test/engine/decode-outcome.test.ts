import { describe, expect, test } from "vitest";
import { decodeOutcome, readEngineError } from "../../engine/contract/index.ts";
import type { DoneOutcome } from "../../engine/contract/index.ts";

/** Two years by three areas (1..6), then one number for each year (10, 20). */
function outcome(change: Partial<DoneOutcome> = {}): DoneOutcome {
  return {
    kind: "done",
    runId: "run-1",
    hashes: { model: "m", data: "d", scenario: "s" },
    members: { year: ["2024/25", "2025/26"], area: ["a", "b", "c"] },
    blocks: [
      { id: "bedDays", label: "Bed days", unit: "bed day / year", dims: ["year", "area"], offset: 0, length: 6 },
      { id: "bridging", label: "Bridging", unit: "£", dims: ["year"], offset: 6, length: 2 },
    ],
    values: new Blob([new Float64Array([1, 2, 3, 4, 5, 6, 10, 20])]),
    computeMs: 1,
    ...change,
  };
}

describe("reading a finished run", () => {
  test("gives every result by name", async () => {
    const { values, members, blocks } = await decodeOutcome(outcome());
    expect([...(values.get("bedDays")?.values ?? [])]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(values.get("bridging")).toEqual({ dims: ["year"], values: new Float64Array([10, 20]) });
    expect(members["area"]).toEqual(["a", "b", "c"]);
    expect(blocks.get("bedDays")?.unit).toBe("bed day / year");
  });

  const block = { id: "x", label: "x", unit: "", dims: ["year"], offset: 0, length: 2 };
  test.each<[string, Partial<DoneOutcome>, string]>([
    ["too few values", { values: new Blob([new Float64Array(7)]) }, "reaches beyond the 7 values"],
    ["half a number", { values: new Blob([new Uint8Array(63)]) }, "8 bytes"],
    [
      "a length that its dimensions do not make",
      { blocks: [{ ...block, length: 3 }] },
      "3 values where its dimensions make 2",
    ],
    ["an unknown dimension", { blocks: [{ ...block, dims: ["ward"] }] }, 'unknown dimension "ward"'],
    ["a result that comes twice", { blocks: [block, block] }, "comes twice"],
  ])("refuses %s", async (_, change, message) => {
    await expect(decodeOutcome(outcome(change))).rejects.toThrow(message);
  });
});

describe("reading an error", () => {
  test("keeps the engine's own words", () => {
    const data = { code: "file.system", message: "The drive is full.", path: "", value: "", expected: "" };
    expect(readEngineError(Object.assign(new Error("x"), { data }))).toEqual(data);
  });

  test("says that there was no answer otherwise", () => {
    expect(readEngineError(new Error("socket closed"))).toMatchObject({
      code: "engine.no-answer",
      message: expect.stringContaining("did not answer (socket closed)") as string,
    });
  });
});
