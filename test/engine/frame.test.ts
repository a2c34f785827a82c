import { describe, expect, test } from "vitest";
import { decodeOutcome } from "../../engine/index.ts";
import { contentKind } from "../../engine/file-content.ts";
import { frameResults, resultsOfFrame } from "../../engine/frame.ts";
import type { CommissioningResults } from "../../models/index.ts";

const results: CommissioningResults = {
  members: { year: ["2024/25", "2025/26"], area: ["a", "b", "c"] },
  values: new Map([
    ["bedDays", { dims: ["year", "area"], values: new Float64Array([1, 2, 3, 4, 5, -0]) }],
    ["total", { dims: [], values: new Float64Array([0.1 + 0.2]) }],
  ]),
};

describe("results as one buffer", () => {
  test("say where each block lies, and come out again bit for bit", async () => {
    const frame = frameResults(results, new Map([["bedDays", { label: "Bed days", unit: "bed day / year" }]]));
    expect(frame.blocks).toEqual([
      { id: "bedDays", label: "Bed days", unit: "bed day / year", dims: ["year", "area"], offset: 0, length: 6 },
      { id: "total", label: "total", unit: "", dims: [], offset: 6, length: 1 },
    ]);
    expect(resultsOfFrame(frame).values).toEqual(results.values);
    const { values, ...rest } = frame;
    const hashes = { model: "", data: "", scenario: "" };
    const sent = { kind: "done" as const, runId: "a", hashes, computeMs: 0, ...rest, values: new Blob([values]) };
    expect((await decodeOutcome(sent)).values).toEqual(results.values);
    expect(Object.is((await decodeOutcome(sent)).values.get("bedDays")?.values[5], -0)).toBe(true);
  });

  test.each([NaN, Infinity, -Infinity])("%s never leaves: the place is named", (odd) => {
    const values = new Float64Array([0, 0, 0, 0, odd, 0]);
    const broken = { ...results, values: new Map([["bedDays", { dims: ["year", "area"], values }]]) };
    expect(() => frameResults(broken, new Map())).toThrow('"bedDays" is not a number at 2025/26, b.');
  });
});

describe("what a file is, by how it begins", () => {
  const bytes = (...parts: (string | number)[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === "number" ? Buffer.from([part]) : Buffer.from(part, "latin1"))));

  test.each<[Uint8Array, string]>([
    [bytes("PK\x03\x04rest"), "zip"],
    [bytes("PK\x05\x06"), "zip"],
    [bytes("ARROW1\0\0"), "arrow"],
    [bytes("\xff\xff\xff\xff\x10\0\0\0"), "arrow"],
    [bytes('  \r\n\t{"a":1}'), "json"],
    [bytes("\xef\xbb\xbf{}"), "json"],
    [bytes("[1]"), "json"],
    [bytes(), "unknown"],
    [bytes("PK"), "unknown"],
    [bytes("area,people"), "unknown"],
    [new Uint8Array(2000), "unknown"],
    [bytes("%PDF-1.7"), "unknown"],
  ])("%# is %s", (content, kind) => {
    expect(contentKind(content)).toBe(kind);
  });
});
