import { mkdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { DatasetError } from "../../datasets/index.ts";
import { describeProblem, EngineProblem, problemOf, withNames } from "../../engine/problem.ts";
import { ScenarioError } from "../../scenarios/index.ts";
import { PackError } from "../../scenarios/packs/index.ts";

describe("an error as a person is shown it", () => {
  test("a table's error keeps its words, and says where in the file", () => {
    const error = new DatasetError({
      code: "table.negative",
      problem: "a number of people cannot be negative",
      file: "population.arrow",
      column: "people",
      row: 12,
      value: "-3",
      remedy: "Correct the value",
    });
    expect(describeProblem(error)).toEqual({
      code: "table.negative",
      message: error.message,
      path: "population.arrow, row 12, column people",
      value: "-3",
      expected: "",
    });
  });

  test("a scenario's error keeps place, value and what was expected", () => {
    const error = new ScenarioError("scenario.bad-value", "It is wrong.", {
      path: "shifts[2].start",
      value: "x",
      expected: "a month",
    });
    expect(describeProblem(error)).toEqual({
      code: "scenario.bad-value",
      message: "It is wrong.",
      path: "shifts[2].start",
      value: '"x"',
      expected: "a month",
    });
  });

  test("a pack's error names the entry", () => {
    const error = new PackError("pack.changed-entry", "x.careshift", "It was changed.", "results/1.json");
    expect(describeProblem(error)).toMatchObject({ code: "pack.changed-entry", path: "results/1.json" });
  });

  test.each([
    [() => readFile("/no/such/file"), "ENOENT", /^The file or folder is not there any more\. .* \(\/no\/such\/file\)$/],
    [() => readFile("/"), "EISDIR", /^This is a folder/],
    [() => mkdir("/dev/null/below"), "ENOTDIR", /^A part of the path is a file/],
  ])("the system's error is put in words (%#)", async (act, value, message) => {
    const error = await act().then(
      () => null,
      (reason: unknown) => reason,
    );
    const told = describeProblem(error);
    expect(told).toMatchObject({ code: "file.system", value });
    expect(told.message).toMatch(message);
  });

  test.each([
    [
      new TypeError("Cannot read properties of undefined (reading 'x')\n    at secret.ts:1:1"),
      /reading 'x'\)\. Nothing/,
    ],
    [new Error(""), /in the engine\. Nothing/],
    ["thrown text", /in the engine: thrown text\. Nothing/],
    [undefined, /in the engine: undefined\. Nothing/],
    [Object.assign(new Error("odd"), { code: 7 }), /odd\. Nothing/],
  ])("anything else is told as unexpected, without its stack (%#)", (error, message) => {
    const told = describeProblem(error);
    expect(told.code).toBe("engine.unexpected");
    expect(told.message).toMatch(message);
    expect(told.message).not.toContain("secret.ts");
    expect(told.message).toMatch(/Try again; .* open Careshift anew\.$/);
  });

  test("survives being told, thrown and told again", () => {
    const told = { code: "shift.split", message: "No.", path: "shifts[0]", value: "1", expected: "0" };
    expect(describeProblem(problemOf(told))).toEqual(told);
    expect(problemOf(told)).toBeInstanceOf(EngineProblem);
  });
});

describe("names in place of ids", () => {
  const names = new Map([
    ["general-medicine", "General medicine"],
    ["moray", "Moray"],
    ["falls-exercise", "Falls exercise classes"],
    ["all", "All adults"],
  ]);
  const error = (message: string, path: string) => ({ code: "x", message, path, value: "", expected: "" });

  test("those that the path gives in brackets, alone or as a cell in words", () => {
    const taken = error(
      "In 2034/35 the shifts take all that general-medicine has; general-medicine-to-care too.",
      "shifts.from[general-medicine][2034/35]",
    );
    expect(withNames(taken, names).message).toBe(
      "In 2034/35 the shifts take all that General medicine has; general-medicine-to-care too.",
    );
    const where = "year 2034/35, programme falls-exercise, area moray";
    expect(withNames(error(`${where}: too few.`, `programmes.capacity[${where}]`), names).message).toBe(
      "year 2034/35, programme Falls exercise classes, area Moray: too few.",
    );
  });

  test("not elsewhere: a word that happens to be an id stays", () => {
    expect(withNames(error("moray is all there is.", "areas"), names).message).toBe("moray is all there is.");
  });
});
