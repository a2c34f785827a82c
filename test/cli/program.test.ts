import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../../cli/program.ts";
import type { JsonReport, Scenario } from "../../scenarios/index.ts";
import { readPack, writePack } from "../../scenarios/packs/index.ts";
import { fakeIo } from "./support/fake-io.ts";

let home: string;
let example: Scenario;

interface Ending {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function careshift(...argv: string[]): Promise<Ending> {
  const { io, out, err } = fakeIo(home);
  const code = await main(argv, io);
  return { code, out: out(), err: err() };
}

async function scenarioFile(name: string, change: Partial<Scenario> = {}): Promise<string> {
  await writeFile(path.join(home, name), JSON.stringify({ ...example, ...change }));
  return name;
}

async function report(...argv: string[]): Promise<JsonReport> {
  const { code, out, err } = await careshift("run", "--json", ...argv);
  expect(err).toBe("");
  expect(code).toBe(0);
  return JSON.parse(out) as JsonReport;
}

/** The example with every amount that moves multiplied. */
function scaled(factor: number): Scenario["shifts"] {
  return example.shifts.map((shift) => ({ ...shift, amount: Math.round(shift.amount * factor * 100) / 100 }));
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), "careshift-cli-"));
  await careshift("run", "--out", "example.careshift");
  const pack = await readPack(await readFile(path.join(home, "example.careshift")), "example.careshift");
  const [first] = pack.scenarios;
  if (first === undefined) throw new Error("The pack holds no scenario.");
  example = first.scenario;
});
afterAll(() => rm(home, { recursive: true, force: true }));

/** Of benchmark lines and of the assumption register: not modelled, a table, or nobody has said. */
const NOT_SAID = ["level", "value", "range", "inPlaceOf", "owner", "date", "note"];

describe("usage", () => {
  test.each([
    [[]],
    [["nonsense"]],
    [["run", "a", "b"]],
    [["run", "--nonsense"]],
    [["run", "--data"]],
    [["run", "--out", "results.zip"]],
    [["check"]],
    [["verify"]],
    [["verify", "a", "b"]],
    [["explain", "a", "b"]],
    [["explain", "--variable"]],
    [["serve", "--port", "70000"]],
    [["serve", "--port", "-1"]],
    [["serve", "--port", "4e3"]],
    [["start", "now"]],
  ])("%j ends with 2 and says so on stderr", async (argv) => {
    const { code, out, err } = await careshift(...argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).not.toBe("");
  });

  test.each(["run", "check", "formula", "verify", "explain", "serve", "start"])(
    "%s --help ends with 0 and gives an example",
    async (command) => {
      const { code, out, err } = await careshift(command, "--help");
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toContain(`Examples:\n  careshift ${command}`);
    },
  );

  test("--help names every command; --version is that of the package", async () => {
    const { code, out } = await careshift("--help");
    expect(code).toBe(0);
    for (const command of ["run", "check", "formula", "verify", "explain", "serve", "start"])
      expect(out).toMatch(new RegExp(`^  ${command} `, "m"));
    const { version } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    expect(await careshift("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});

describe("run", () => {
  test("without a name prints the example's result, by year", async () => {
    const { code, out, err } = await careshift("run");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Home first, phased");
    expect(out.match(/^20\d\d\/\d\d /gm)).toHaveLength(22);
    expect(out).toContain("bridging");
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("--json prints one JSON document, every figure finite, with the hashes it rests on", async () => {
    const { out } = await careshift("run", "--json");
    const result = JSON.parse(out) as JsonReport;
    expect(result.years).toHaveLength(11);
    for (const hash of Object.values(result.hashes)) expect(hash).toMatch(/^sha256-[0-9a-f]{64}$/);
    const numbers: number[] = [];
    // JSON has no NaN: one that was not finite would have become null.
    JSON.parse(out, (key, value: unknown) => {
      if (typeof value === "number") numbers.push(value);
      const mayBeNone = [...NOT_SAID, "start", "valueMatchedCountingGrowthAvoided", "undiscounted", "discounted"];
      if (value === null && !mayBeNone.includes(key)) throw new Error(`${key} is null`);
      return value;
    });
    expect(numbers.length).toBeGreaterThan(1000);
  });

  test("budgets sum to the same total before and after, to the penny, every year", async () => {
    const { budgets, years } = await report();
    years.forEach((_, t) => {
      const total = (lines: Readonly<Record<string, readonly number[]>>): number =>
        Object.values(lines).reduce((sum, byYear) => sum + (byYear[t] ?? NaN), 0);
      expect(Math.abs(total(budgets.after) - total(budgets.before))).toBeLessThan(0.005);
      expect(total(budgets.after)).toBeGreaterThan(1e8);
    });
  });

  test("areas sum to the whole, in every measure and year", async () => {
    const { measures, years } = await report();
    for (const measure of Object.values(measures)) {
      for (const world of ["baseline", "scenario"] as const) {
        years.forEach((_, t) => {
          const whole = measure[world][t] ?? NaN;
          const parts = Object.values(measure.byArea).reduce((sum, area) => sum + (area[world][t] ?? NaN), 0);
          expect(Math.abs(parts - whole)).toBeLessThanOrEqual(1e-9 * whole);
        });
      }
    }
  });

  test("a shift of nothing is the baseline, bit for bit", async () => {
    const { measures, money, budgets } = await report(await scenarioFile("zero.scenario.json", { shifts: scaled(0) }));
    for (const { baseline, scenario } of Object.values(measures)) expect(scenario).toEqual(baseline);
    expect(budgets.after).toEqual(budgets.before);
    for (const part of [money.nominal.released, money.nominal.bridging, money.nominal.investment]) {
      expect(new Set(part)).toEqual(new Set([0]));
    }
  });

  test("a larger investment never raises admissions", async () => {
    const byFactor: (readonly number[])[] = [];
    for (const factor of [0, 0.25, 0.5, 1, 2, 4]) {
      const name = await scenarioFile(`x${factor}.scenario.json`, { shifts: scaled(factor) });
      byFactor.push((await report(name)).measures["admissions"]?.scenario ?? []);
    }
    byFactor.slice(1).forEach((admissions, i) => {
      admissions.forEach((value, t) => expect(value).toBeLessThanOrEqual(byFactor[i]?.[t] ?? NaN));
    });
    expect(byFactor.at(-1)?.at(-1)).toBeLessThan(byFactor[0]?.at(-1) ?? NaN);
  });

  test("--data alone runs doing nothing on that dataset; a scenario runs on the --data it was made on", async () => {
    const data = path.join(fakeIo(home).io.places.examples, "grampian");
    const nothing = await report("--data", data);
    expect(nothing.title).toBe("Nothing moved yet");
    expect(nothing.hashes.data).toBe(example.dataset.hash);
    expect((await report(await scenarioFile("plan.scenario.json"), "--data", data)).title).toBe(example.title);
  });

  test.each<[string, () => Promise<string[]>, RegExp]>([
    [
      "a file that is not there",
      () => Promise.resolve(["gone.scenario.json"]),
      /not there any more.*gone\.scenario\.json/,
    ],
    [
      "a scenario cut short",
      async () => {
        await writeFile(path.join(home, "cut.scenario.json"), '{"format":"careshift-scenario"');
        return ["cut.scenario.json"];
      },
      /cut\.scenario\.json is incomplete/,
    ],
    ["more than is held", async () => [await scenarioFile("more.scenario.json", { shifts: scaled(100) })], /too much/],
    [
      "a dataset that is nowhere",
      async () => [
        await scenarioFile("fife.scenario.json", { dataset: { name: "fife", hash: `sha256-${"1".repeat(64)}` } }),
      ],
      /"fife".*Open that dataset first/,
    ],
    [
      "a scenario of another dataset",
      async () => [await scenarioFile("plan.scenario.json"), "--data", "no-such-folder"],
      /no-such-folder/,
    ],
  ])("%s ends with 1 and a message on stderr", async (_, argv, message) => {
    const { code, out, err } = await careshift("run", "--json", ...(await argv()));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe("packs", () => {
  test("the same scenario gives the same bytes, and verifies", async () => {
    await careshift("run", "--out", "again.careshift");
    const [first, second] = await Promise.all(
      ["example", "again"].map((name) => readFile(path.join(home, `${name}.careshift`))),
    );
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    const { code, out, err } = await careshift("verify", "example.careshift");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Reproduces exactly: [\d,]+ results recomputed, largest difference 0\.\n$/);
  });

  test("a pack runs to the results that it was made with", async () => {
    expect(await report("example.careshift")).toEqual(await report());
  });

  test("a changed byte is refused by name", async () => {
    const bytes = await readFile(path.join(home, "example.careshift"));
    const at = bytes.indexOf('"bridging":');
    expect(at).toBeGreaterThan(0);
    const digit = bytes.indexOf("1", at);
    bytes[digit] = "7".charCodeAt(0);
    await writeFile(path.join(home, "changed.careshift"), bytes);
    const { code, out, err } = await careshift("verify", "changed.careshift");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("results/1.json");
  });

  test("results that were changed with their hashes are found by computing them again", async () => {
    const pack = await readPack(await readFile(path.join(home, "example.careshift")), "example.careshift");
    const scenarios = structuredClone(pack.scenarios);
    const released = scenarios[0]?.report.money.nominal.bridging as number[];
    released[10] = (released[10] ?? 0) + 1000;
    const { manifest, datasetFiles } = pack;
    const { bytes } = await writePack({
      programVersion: "0.1.0",
      modelHash: manifest.model,
      dataset: manifest.dataset,
      datasetFiles,
      scenarios,
    });
    await writeFile(path.join(home, "forged.careshift"), bytes);
    const { code, out, err } = await careshift("verify", "forged.careshift");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^Does not reproduce: 1 of /);
    expect(err).toContain("money.nominal.bridging.2034/35:");
    const checked = await careshift("check", "forged.careshift");
    expect(checked.code).toBe(1);
    expect(checked.out).toMatch(/^forged\.careshift is a pack but its results are not what this program computes\./);
  });

  test("what is no pack is not verified", async () => {
    const { code, err } = await careshift("verify", await scenarioFile("plan.scenario.json"));
    expect(code).toBe(1);
    expect(err).toBe("plan.scenario.json is a scenario, not a pack: it holds no results to verify.\n");
  });

  test("a pack that cannot be written leaves nothing behind", async () => {
    const { code, err } = await careshift("run", "--out", "example.careshift/inside.careshift");
    expect(code).toBe(1);
    expect(err).toContain("A file stands where a folder");
    expect((await readdir(home)).filter((name) => name.includes("inside") || name.startsWith("."))).toEqual([".local"]);
  });
});

describe("check", () => {
  test("says what a dataset, a scenario and a pack hold", async () => {
    const data = await careshift("check", path.join(fakeIo(home).io.places.examples, "scotland"));
    expect(data).toMatchObject({ code: 0, err: "" });
    expect(data.out).toMatch(/^scotland is a dataset and is in order\.\n/);
    expect(data.out).toMatch(/^Areas +31: /m);
    const scenario = await careshift("check", await scenarioFile("plan.scenario.json"));
    expect(scenario.out).toMatch(/^plan\.scenario\.json is a scenario and is in order\.\n/);
    const pack = await careshift("check", "example.careshift");
    expect(pack.out).toMatch(/Reproduces exactly/);
  });

  test("says what is wrong, on stderr, and ends with 1", async () => {
    await writeFile(path.join(home, "table.csv"), "a,b\n1,2\n");
    const { code, out, err } = await careshift("check", "table.csv");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(/^table\.csv is not a file that Careshift can open/);
  });
});
