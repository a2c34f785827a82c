/** The name that was perhaps meant. */
import { describe, expect, it } from "vitest";
import { nearestName } from "../../../models/language/nearest.ts";

describe("the nearest name", () => {
  it.each([
    // Joined by an underscore or a capital, it is the same name, whatever comes before it in the list.
    ["bed_days", ["bedDays0", "bedDays"], "bedDays"],
    ["BEDDAYS", ["beds", "bed_days"], "bed_days"],
    ["bedDyas", ["bedDays0", "bedDays"], "bedDays"],
    ["admisions", ["admissions", "admission"], "admissions"],
    // One letter of five may differ, and underscores are no letters: four would be needed for growth.
    ["__proto__", ["growth"], null],
    ["prot", ["port", "proton"], "port"],
    ["x", ["y", "year"], "y"],
    ["", ["year"], null],
  ])("of %j among %j is %j", (typed, names, nearest) => {
    expect(nearestName(typed, names)).toBe(nearest);
  });

  it("is none for a name that nobody types", () => {
    expect(nearestName("a".repeat(61), ["a".repeat(60)])).toBeNull();
    expect(nearestName("a".repeat(60), ["a".repeat(61)])).toBeNull();
  });
});
