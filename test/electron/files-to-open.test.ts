import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { filesToOpen, withoutProgram } from "../../electron/main/files-to-open.ts";

const folder = path.resolve("/home/finance");
const at = (...names: string[]): string => path.resolve(folder, ...names);

// Case C65: a folder's name is taken letter for letter.
const HARD_NAMES = [
  "Àrd na Mara's 100% #1 (x86)/Plan.scenario.json",
  "100%25/Plan.scenario.json",
  "%C3%80rd/Board paper.careshift",
  "a?b&c=d/Board paper.careshift",
  "日本 – “quoted”/Board's paper.careshift",
  "e\u0301 decomposed/plan.zip",
  "two  spaces /plan.arrow",
];

describe("files named on a command line", () => {
  test.each(HARD_NAMES)("%s, as a path", (name) => {
    expect(filesToOpen([name], folder)).toEqual([at(name)]);
    expect(filesToOpen([at(name)], "/elsewhere")).toEqual([at(name)]);
  });

  test.each(HARD_NAMES)("%s, as the address that a desktop makes of it", (name) => {
    expect(filesToOpen([pathToFileURL(at(name)).href], "/elsewhere")).toEqual([at(name)]);
  });

  test("several, in their order, whatever the case of their endings", () => {
    expect(filesToOpen(["b.CARESHIFT", "a.Zip", "datapackage.json"], folder)).toEqual([
      at("b.CARESHIFT"),
      at("a.Zip"),
      at("datapackage.json"),
    ]);
  });

  test("switches are skipped until the words after --", () => {
    const words = ["--no-sandbox", "-psn_0_1234", "--file=secret.careshift", "--", "--odd.careshift", "-x.zip"];
    expect(filesToOpen(words, folder)).toEqual([at("--odd.careshift"), at("-x.zip")]);
  });

  test.each([
    ["no words", []],
    ["an empty word", [""]],
    ["a folder", ["."]],
    ["another kind of file", ["letter.docx", "setup.exe", "careshift", "notes.careshift.txt"]],
    ["an address on the web", ["https://example.com/plan.careshift"]],
    ["another scheme", ["app://careshift/plan.json", "smb://server/share/plan.zip"]],
    [
      "an address that cannot be a path",
      ["file://server%2f/plan.careshift", "file:///a%2fb.careshift", "file:///%00.careshift", "file:///%zz.zip"],
    ],
    ["a path with a NUL", ["plan\0.careshift"]],
  ])("%s: nothing to open", (_what, words) => {
    expect(filesToOpen(words, folder)).toEqual([]);
  });
});

test("the program's own words are left out: one when packed, the app's folder as well while developing", () => {
  expect(withoutProgram(["/opt/Careshift/careshift", "plan.careshift"], true)).toEqual(["plan.careshift"]);
  expect(withoutProgram(["electron", ".", "plan.careshift"], false)).toEqual(["plan.careshift"]);
  expect(withoutProgram(["electron"], false)).toEqual([]);
});
