/** `careshift formula`: one formula as typed at a terminal. Each answer is a finite number, or one message. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../cli/program.ts";
import { GREEDY, HOSTILE, NOT_NUMBERS, TYPED } from "../models/language/refused-formulas.ts";
import { fakeIo } from "./support/fake-io.ts";

let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "careshift-formula-"));
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function formula(...argv: string[]) {
  const { io, out, err } = fakeIo(home, { input: () => Promise.resolve("1 +\n 1\n") });
  const code = await main(["formula", ...argv], io);
  return { code, out: out(), err: err() };
}

interface Document {
  readonly expression: string;
  readonly reading: string;
  readonly dims: readonly string[];
  readonly members: Readonly<Record<string, readonly string[]>>;
  readonly values: readonly number[];
  readonly unit: string;
}

async function document(...argv: string[]): Promise<Document> {
  const { code, out, err } = await formula(...argv, "--json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as Document;
}

describe("numbers alone", () => {
  test.each([
    ["100*(1+2%)*(1+3%)", 105.06, "(100 * (1 + 0.02)) * (1 + 0.03)"],
    ["100*5%", 5, "100 * 0.05"],
    ["200/50%", 400, "200 / 0.5"],
    ["10% + 20%", 0.3, "0.1 + 0.2"],
    ["22573.8*8%-1614.86", 191.044, "(22573.8 * 0.08) - 1614.86"],
    ["-2 + 3", 1, "(-2) + 3"],
    ["-5%", -0.05, "-0.05"],
    ["--2", 2, "-(-2)"],
    ["-(2^2)", -4, "-(2 ^ 2)"],
    ["abs(-3)", 3, "abs(-3)"],
    ["(((((((((((((((((((((((((((((((1)))))))))))))))))))))))))))))))", 1, "1"],
    ["-", 2, "1 + 1"],
  ])("%s", async (expression, value, reading) => {
    const { out, code, err } = await formula(expression);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(`${value}\nRead as: ${reading}\n`);
  });

  test("after -- as well, and with --json on either side", async () => {
    expect((await formula("--", "-2 + 3")).out).toMatch(/^1\n/);
    const wanted = { expression: "-2", reading: "-2", dims: [], members: {}, values: [-2], unit: "number" };
    expect(await document("-2")).toEqual(wanted);
    const { out } = await formula("--json", "--", "-2");
    expect(JSON.parse(out)).toEqual(wanted);
  });

  test("says which logarithm it is: a spreadsheet's LOG is another", async () => {
    expect((await formula("log(100)")).out).toBe(
      "4.60517018598809\nRead as: log(100)\nlog is the natural logarithm, the LN of a spreadsheet.\n",
    );
  });

  test("no zero has a sign", async () => {
    expect((await formula("-0")).out).toMatch(/^0\n/);
    expect((await formula("-0", "--json")).out).not.toContain("-0,");
    expect(Object.is((await document("0 * -1")).values[0], 0)).toBe(true);
  });
});

/** A plain number by many dimensions. */
const WIDE = "ratio(bedDays, bedDays) * inflation * phase * programmeLine * isCash";
const WIDE_DIMS = "world, year, area, age, sex, specialty, programme, costType, month, shift, line";

describe("figures of a dataset", () => {
  test("prints one row a cell, the unit and the reading", async () => {
    const { code, out, err } = await formula('sum(population, age, sex)[area = "moray"]');
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^year +value\n2024\/25 +\d+/);
    expect(out.match(/^20\d\d\/\d\d /gm)).toHaveLength(11);
    expect(out).toMatch(/\nUnit: people\nRead as: sum\(population, age, sex\)\[area = "moray"\]\n$/);
  });

  test("gives the days of each year, and every member of the result", async () => {
    const { dims, members, values } = await document("days(year)");
    expect(dims).toEqual(["year"]);
    expect(Object.keys(members)).toEqual(["year"]);
    expect(members["year"]).toHaveLength(11);
    expect(values).toEqual(members["year"]?.map((year) => (["2027/28", "2031/32"].includes(year) ? 366 : 365)));
  });

  test("may begin with a minus before a name", async () => {
    const [minus, plain] = [await document("-days(year)"), await document("days(year)")];
    expect(minus.values).toEqual(plain.values.map((value) => -value));
    expect((await formula("-bedDay")).err).toMatch(/Did you mean bedDays/);
  });

  test("has nothing moved: the scenario is doing nothing", async () => {
    const { values } = await document(
      'sum(bedDays, year, area, age, sex, specialty)[world = "scenario"] - sum(bedDays, year, area, age, sex, specialty)[world = "doing-nothing"]',
    );
    expect(values).toEqual([0]);
  });

  test("says which number was taken to have a unit", async () => {
    const { code, out } = await formula('max(0, sum(bedDays, area, age, sex, specialty)[year = "2024/25"] - 100)');
    expect(code).toBe(0);
    expect(out).toContain("100 is taken as bed days a year.");
    const { numbers } = JSON.parse((await formula("days(year) - 1", "--json")).out) as { numbers: unknown };
    expect(numbers).toEqual([{ number: "1", unit: "days a year" }]);
  });

  test("says where a long table goes on", async () => {
    const { out } = await formula("admissions");
    expect(out).toMatch(/and \d+ more rows; --json prints them all\.\nUnit: admissions a year\n/);
    expect(out.split("\n").length).toBeLessThan(70);
  });

  test.each([
    ["bedDay", /no variable or input called "bedDay"\. Did you mean bedDays\?/],
    ['population[area = "morray"]', /no member called "morray"\. Did you mean moray\?/],
    ['population[county = "x"]', /needs the name of a dimension and has "county"/],
    ["released + bedDays", /£ a year.*bed days a year/],
    ["sqrt(bedDays)", /which no figure has/],
    [`${WIDE}`, /it has \d+ values, by world \(2\), year \(11\), .*; the most is 200000\. Add up/],
    [
      `sum(exp(${WIDE}), ${WIDE_DIMS})`,
      /it takes about [\d,]+ steps, over world \(2\), .* Add up over a dimension earlier/,
    ],
    ["admissions / (admissions - admissions)", /not a number at world doing-nothing, year 2024\/25/],
  ])("%s is refused", async (expression, message) => {
    const { code, out, err } = await formula(expression);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(message);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  test("a dataset that is not there is told, whatever the formula", async () => {
    const { code, err } = await formula("1 + 1", "--data", "nowhere");
    expect(code).toBe(1);
    expect(err).toContain("not there any more");
  });
});

describe("what is refused", () => {
  test.each(
    [...TYPED, ...NOT_NUMBERS, ...HOSTILE, ...GREEDY].map(
      (expression) => [expression.slice(0, 40), expression] as const,
    ),
  )("%s", async (_, expression) => {
    const { code, out, err } = await formula("--json", "--", expression);
    expect(code).toBe(1);
    const { error } = JSON.parse(out) as { error: { code: string; message: string } };
    expect(error.code).toMatch(/^(formula|model)\.[a-z-]+$/);
    expect(err).toBe(`${error.message}\n`);
    expect(error.message.length).toBeLessThan(700);
  });

  test("a wrong option beside the formula is wrong usage", async () => {
    expect((await formula("1 + 1", "--jsn")).code).toBe(2);
    expect((await formula()).code).toBe(2);
  });
});

describe("formula over named numbers of a JSON file", () => {
  async function onValues(text: string, contents: string): Promise<{ code: number; out: string; err: string }> {
    const folder = await mkdtemp(path.join(tmpdir(), "careshift-values-"));
    try {
      const file = path.join(folder, "values.json");
      await writeFile(file, contents);
      const { io, out, err } = fakeIo(folder);
      const code = await main(["formula", text, "--data", file], io);
      return { code, out: out(), err: err() };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const numbers = JSON.stringify({ admissions: 100, bed_days: 300, a: 2, b: 5, x: 1.005 });

  test.each([
    ["admissions*1.02^5", 110.40808032],
    ["(bed_days/admissions)*0.9", 2.7],
    ["max(0, bed_days-100)", 200],
    ["min(a,b)", 2],
    ["round(x,2)", 1.01],
    ["abs(-3)", 3],
  ])("%s is %d", async (text, value) => {
    const { code, out, err } = await onValues(text, numbers);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(Number.parseFloat(out)).toBeCloseTo(value, 9);
  });

  test.each([
    ["{", /is not JSON/],
    ['{"a": "1"}', /must hold a number under each name; "a" is something else/],
    ['{"sum": 1, "a": 1}', /also the name of a function/],
    ['{"__proto__": {"a": 1}}', /no variable or input called "a"/],
  ])("a file that holds %s is refused", async (contents, message) => {
    const { code, err } = await onValues("a + 1", contents);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });
});
