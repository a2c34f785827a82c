/** The figures that the method pages print, against the model: a page that drifts from the model fails here. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bridge, bridgeInputs, createCommissioningRunner, RESULT_IDS } from "../../models/index.ts";
import { commissioningModel } from "../../models/commissioning/model.ts";
import { figure } from "./cases/figure.ts";
import { workedCase } from "./cases/worked-case.ts";

const cells = [
  "admissions",
  "notDelayedBedDays",
  "delayedBedDayCells",
  "bedDays",
  "rate",
  "bedYear",
  "hospitalPriceIndex",
];
const factors = ["programmeAdmissionFactor", "programmeStayFactor", "programmeDelayFactor", "areaShare"];
const wanted = [...new Set([...RESULT_IDS, ...cells, ...factors, ...bridgeInputs(workedCase)])];
const results = createCommissioningRunner().run(workedCase, wanted);
const parts = bridge(workedCase, results);

const page = (name: string): string =>
  readFileSync(new URL(`../../docs/method/${name}.md`, import.meta.url), "utf8").replaceAll(/\s+/g, " ");

const year = "2027/28";
const nothing = { world: "doing-nothing", year };
const plan = { world: "scenario", year };
const older = { area: "east", age: "75+", sex: "all" };
const east = { year, area: "east", programme: "home-first" };
const geriatrics = { hospital: "royal", specialty: "geriatrics" };
const part = { year, area: "east" };

/** What a page prints; the figure, and where it is; the sign of the figure is the page's. */
type Printed = readonly [text: string, id: string, at: Readonly<Record<string, string>>];

const PRINTED: Readonly<Record<string, readonly Printed[]>> = {
  prices: [
    ["1.21", "hospitalPriceIndex", { year: "2028/29" }],
    ["1.050625", "deflatorIndex", { year: "2028/29" }],
    ["8,297,560.98", "budgetReal", { ...plan, line: "set-aside" }],
  ],
  "doing-nothing": [
    ["618.75", "admissions", { ...nothing, ...older, specialty: "medicine" }],
    ["5,568.75", "bedDays", { ...nothing, ...older, specialty: "medicine" }],
    ["0.46", "rate", { ...older, year: "2028/29", specialty: "medicine" }],
    ["695.75", "admissions", { ...nothing, ...older, year: "2028/29", specialty: "medicine" }],
    ["2,463.75", "delayedBedDayCells", { ...nothing, ...older, specialty: "geriatrics" }],
  ],
  shifts: [
    ["945,000", "investment", east],
    ["9", "capacity", east],
    ["225", "eligible", east],
    ["0.4", "reach", east],
    ["90", "served", east],
    ["0.9", "programmeAdmissionFactor", { ...east, world: "scenario" }],
    ["0.96", "programmeStayFactor", { ...east, world: "scenario" }],
    ["405", "admissions", { ...plan, ...older, specialty: "geriatrics" }],
    ["6,386.04", "notDelayedBedDays", { ...plan, ...older, specialty: "geriatrics" }],
    ["1,995.6375", "delayedBedDayCells", { ...plan, ...older, specialty: "geriatrics" }],
  ],
  bridge: [
    ["65.637", "bridgeAdmissions", { ...part, cause: "demography", specialty: "medicine" }],
    ["-958.558", "bridgeBedDays", { ...part, cause: "home-first:admissions", specialty: "geriatrics" }],
    ["-280.709", "bridgeBedDays", { ...part, cause: "home-first:stay", specialty: "geriatrics" }],
    ["-234.056", "bridgeBedDays", { ...part, cause: "home-first:delay", specialty: "geriatrics" }],
  ],
  beds: [
    ["292", "bedYear", { specialty: "geriatrics" }],
    ["31", "bedsOpenBase", geriatrics],
    ["29.704375", "bedsNeeded", { ...plan, ...geriatrics }],
    ["0.5", "bedsClosed", { ...plan, ...geriatrics }],
    ["3.75", "bedsExtra", { ...nothing, ...geriatrics }],
    ["4,896,834.525", "hospitalCost", { ...plan, ...geriatrics }],
    ["5,520,625", "hospitalCost", { ...nothing, ...geriatrics }],
  ],
  "money-released": [
    ["41,615.475", "releasedVariable", { year, ...geriatrics }],
    ["40,150", "releasedBeds", { year, ...geriatrics }],
    ["81,765.475", "released", { year, ...geriatrics }],
    ["542,025", "avoided", { year, ...geriatrics }],
    ["810,327.375", "notionalReduction", { year, ...geriatrics }],
    ["186,536.9", "stranded", { year, ...geriatrics }],
  ],
  budgets: [
    ["4,802,459", "specialtyHolds", { year, specialty: "geriatrics" }],
    ["9,971,971.185", "lineCost", { ...plan, line: "set-aside" }],
    ["3,087,000", "lineCost", { ...plan, line: "community" }],
    ["3,534,300", "lineCost", { ...plan, line: "home-care" }],
    ["-1,466,971.185", "trueUp", plan],
    ["863,234.525", "bridging", { year }],
    ["-1,893,271.185", "position", plan],
    ["-1,581,511.66", "position", nothing],
  ],
};

describe.each(Object.entries(PRINTED))("the method page %s", (name, printed) => {
  const text = page(name);

  it.each(printed)("prints %s, which is %s", (shown, id, at) => {
    expect(text.replaceAll("£", "")).toMatch(
      new RegExp(`(^|[^\\d.,-])${shown.replaceAll(".", "\\.")}($|[^\\d,]|,\\s)`),
    );
    const digits = (shown.split(".")[1] ?? "").length;
    const value = figure(id.startsWith("bridge") ? parts : results, id, at);
    expect(value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits })).toBe(shown);
  });

  it("names in its tables only quantities that the model has", () => {
    const rows = readFileSync(new URL(`../../docs/method/${name}.md`, import.meta.url), "utf8").split("\n");
    const named = rows.flatMap((row) =>
      row.startsWith("| `") ? [...(row.split("|")[1] ?? "").matchAll(/`(\w+)`/g)] : [],
    );
    const { inputs, variables } = commissioningModel("projected");
    const known = new Set([...inputs, ...variables].map(({ id }) => id));
    expect(named.map(([, id = ""]) => id).filter((id) => !known.has(id))).toEqual([]);
  });
});

it("prints what half of the closed beds held shut releases: 0.5 × 40,150, and as much is refilled", () => {
  expect(page("money-released")).toContain("0.5 × 40,150 = £20,075");
  const specialties = workedCase.specialties.map((specialty) => ({ ...specialty, heldClosed: 0.5 }));
  const half = createCommissioningRunner().run({ ...workedCase, specialties }, ["releasedBeds", "refilled"]);
  expect(figure(half, "releasedBeds", { year, ...geriatrics })).toBeCloseTo(20_075, 6);
  expect(figure(half, "refilled", { year, ...geriatrics })).toBeCloseTo(20_075, 6);
});
