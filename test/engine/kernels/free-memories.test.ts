/** Which memories are kept for the next results: few, not too large together, and the largest rather than the smallest. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FreeMemories } from "../../../engine/kernels/free-memories.ts";
import type { ResultMemory } from "../../../engine/kernels/free-memories.ts";

/** 256 MiB in pages of 64 KiB. */
const MOST_PAGES = 4096;

const named = (id: string, pages: number): ResultMemory => {
  const memory = { buffer: new SharedArrayBuffer(0), grow: () => 0 };
  return { id, pages, memory };
};

describe("memories that are free", () => {
  it("are given out once, the smallest that will do", () => {
    const free = new FreeMemories();
    for (const [id, pages] of [
      ["a", 10],
      ["b", 30],
      ["c", 20],
    ] as const)
      free.give(named(id, pages));
    expect(free.take(15)?.id).toBe("c");
    expect(free.take(15)?.id).toBe("b");
    expect(free.take(15)).toBeUndefined();
    expect(free.take(1)?.id).toBe("a");
  });

  it("are at most three, and the smallest makes room", () => {
    const free = new FreeMemories();
    for (const pages of [10, 40, 20, 30]) free.give(named(String(pages), pages));
    expect([free.take(0)?.id, free.take(0)?.id, free.take(0)?.id, free.take(0)]).toEqual(["20", "30", "40", undefined]);
  });

  it("of a need that grows a little each time are used again sooner or later: the larger stays, not the smaller", () => {
    const free = new FreeMemories();
    free.give(named("old", 1000));
    free.give(named("new", 2500));
    free.give(named("newest", 2600));
    expect(free.take(2500)?.id).toBe("newest");
  });

  it("take no more than 256 MiB together, whatever is given; one that is larger alone is not kept", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6000 }), { maxLength: 20 }), (sizes) => {
        const free = new FreeMemories();
        sizes.forEach((pages, i) => free.give(named(String(i), pages)));
        const kept: number[] = [];
        for (let next = free.take(0); next !== undefined; next = free.take(0)) kept.push(next.pages);
        expect(kept.reduce((sum, pages) => sum + pages, 0)).toBeLessThanOrEqual(MOST_PAGES);
        const largest = Math.max(0, ...sizes.filter((pages) => pages <= MOST_PAGES));
        expect(kept.at(-1) ?? 0).toBe(largest);
      }),
    );
  });
});
