/** A case file (the shape described in docs/method/reference-cases.md) as a case for the model. */
import { financialYears } from "../../models/index.ts";
import type {
  Activity,
  BudgetLine,
  CommissioningCase,
  NamedArray,
  Payer,
  Programme,
  Specialty,
} from "../../models/index.ts";
import { asNumbers, asText, depthOf, Fields, flatten, ReferenceFileError } from "./fields.ts";
import { readShift } from "./read-shift.ts";

const CELL = ["area", "age", "sex", "specialty"];

export interface CaseSizes {
  readonly years: number;
  readonly areas: readonly string[];
  readonly bands: readonly string[];
  readonly sexes: readonly string[];
  readonly hospitals: readonly string[];
}

/** Throws ReferenceFileError, naming the field, when the file is not of that shape or holds a field nobody reads. */
export function readCase(json: unknown): CommissioningCase {
  const fields = new Fields("", json);
  const firstYear = fields.number("firstYear");
  const population = fields.required("population");
  const sizes: CaseSizes = {
    years: Array.isArray(population) ? population.length : 0,
    areas: fields.texts("areas"),
    bands: fields.texts("bands"),
    sexes: fields.texts("sexes"),
    hospitals: fields.texts("hospitals"),
  };
  const { years, areas, bands, sexes, hospitals } = sizes;
  const specialties = fields.objects("specialties").map(readSpecialty);
  const cells = [areas.length, bands.length, sexes.length, specialties.length];
  const lower = fields.numbers("bandLower");
  const middle = fields.numbers("bandMiddle");
  const yearLabels = financialYears(firstYear, years);
  const given: CommissioningCase = {
    firstYear,
    yearCount: years,
    areas,
    bands: bands.map((id, a) => ({ id, lower: lower[a] ?? Number.NaN, middle: middle[a] ?? Number.NaN })),
    sexes,
    hospitals,
    useOf: readUse(fields, sizes, specialties.length),
    population: block(
      "population",
      population,
      ["year", "area", "age", "sex"],
      [years, areas.length, bands.length, sexes.length],
    ),
    activity: readActivity(fields, years, cells),
    delayedBedDays0: readDelay(fields, cells),
    growth: bySpecialty(fields, "growth", specialties.length),
    stayDrift: bySpecialty(fields, "stayDrift", specialties.length),
    healthAgeShift: byYear(fields, years, "healthAgeShift", "healthAge", "healthAgeShiftYears"),
    inflation: readInflation(fields),
    hospitalCostType: fields.text("hospitalCostType"),
    deflator: fromSecondYear(byYear(fields, years, "deflator")),
    specialties,
    programmes: fields.objects("programmes").map((one) => readProgramme(one, areas, bands, sexes, specialties.length)),
    shifts: fields.objects("shifts").map((one) => readShift(one, firstYear, yearLabels, areas, specialties)),
    lines: fields.objects("lines").map(readLine),
    openingReserves: fields.number("openingReserves"),
    reservesFloor: fields.number("reservesFloor"),
  };
  fields.done();
  return given;
}

function block(path: string, value: unknown, dims: readonly string[], sizes: readonly number[]): NamedArray {
  return { dims, values: Float64Array.from(flatten(path, value, sizes)) };
}

/** Each area uses one hospital (`hospitalOfArea`), or shares of several (`useOf`, by area, hospital and specialty). */
function readUse(fields: Fields, sizes: CaseSizes, specialties: number): NamedArray {
  const { areas, hospitals } = sizes;
  const dims = ["area", "hospital", "specialty"];
  const shares = fields.optional("useOf");
  if (shares !== undefined) {
    return block("useOf", shares, dims, [areas.length, hospitals.length, specialties]);
  }
  const of = fields.texts("hospitalOfArea");
  if (of.length !== areas.length)
    throw new ReferenceFileError(`hospitalOfArea has ${of.length} entries; it needs ${areas.length}.`);
  const unknown = of.find((hospital) => !hospitals.includes(hospital));
  if (unknown !== undefined)
    throw new ReferenceFileError(`hospitalOfArea names "${unknown}", which is not in hospitals.`);
  const values = areas.flatMap((_, l) =>
    hospitals.flatMap((hospital) => Array.from({ length: specialties }, () => (of[l] === hospital ? 1 : 0))),
  );
  return { dims, values: Float64Array.from(values) };
}

/** `admissions0` and `bedDays0`, or `admissions` and `bedDays` with a year first. */
function readActivity(fields: Fields, years: number, cells: readonly number[]): Activity {
  if (fields.has("admissions") || fields.has("bedDays")) {
    const dims = ["year", ...CELL];
    return {
      kind: "given",
      admissions: block("admissions", fields.required("admissions"), dims, [years, ...cells]),
      bedDays: block("bedDays", fields.required("bedDays"), dims, [years, ...cells]),
    };
  }
  return {
    kind: "projected",
    admissions0: block("admissions0", fields.required("admissions0"), CELL, cells),
    bedDays0: block("bedDays0", fields.required("bedDays0"), CELL, cells),
  };
}

function readDelay(fields: Fields, cells: readonly number[]): NamedArray {
  const value = fields.required("delayedBedDays0");
  const [areas = 0, bands = 0, , specialties = 0] = cells;
  return depthOf(value) === 3
    ? block("delayedBedDays0", value, ["area", "age", "specialty"], [areas, bands, specialties])
    : block("delayedBedDays0", value, ["area", "specialty"], [areas, specialties]);
}

/** A list by specialty, one number for all, or nothing: 0. */
function bySpecialty(fields: Fields, name: string, count: number): readonly number[] {
  const value = fields.optional(name) ?? 0;
  return typeof value === "number" ? Array.from({ length: count }, () => value) : asNumbers(name, value);
}

/** A list by year, or nothing: 0 in every year. */
function byYear(fields: Fields, years: number, ...names: readonly string[]): readonly number[] {
  const value = fields.optional(...names);
  return value === undefined ? Array.from({ length: years }, () => 0) : asNumbers(names[0] ?? "", value);
}

/** Indices are 1 in the base year and follow the rates of the years after it: what a list says of the base year has no part. */
function fromSecondYear(rates: readonly number[]): readonly number[] {
  return rates.map((rate, t) => (t === 0 ? 0 : rate));
}

function readInflation(fields: Fields): Readonly<Record<string, readonly number[]>> {
  const value = fields.required("inflation");
  if (typeof value !== "object" || value === null) throw new ReferenceFileError("inflation must be an object.");
  return Object.fromEntries(
    Object.entries(value).map(([costType, rates]: [string, unknown]) => [
      costType,
      fromSecondYear(asNumbers(`inflation.${costType}`, rates)),
    ]),
  );
}

function readSpecialty(fields: Fields): Specialty {
  const line = fields.optional("line");
  const specialty: Specialty = {
    id: fields.text("id"),
    line: line === undefined ? null : asText(fields.at("line"), line),
    inScope: fields.number("inScope"),
    directCost: fields.number("directCost"),
    variableShare: fields.number("v"),
    semiFixedShare: fields.number("m"),
    fixedShare: fields.number("f"),
    occupancy: fields.number("occupancy"),
    closureStep: fields.number("closureStep"),
    releaseLagMonths: fields.number("lagMonths"),
    escalationPremium: fields.number("premium"),
  };
  fields.done();
  return specialty;
}

function readProgramme(
  fields: Fields,
  areas: readonly string[],
  bands: readonly string[],
  sexes: readonly string[],
  specialties: number,
): Programme {
  const share = (name: string): number | undefined =>
    fields.optional(name) === undefined ? undefined : fields.number(name);
  const capacity = fields.optional("presentCapacity", "capacity0", "presentPlaces", "currentCapacity");
  const path = fields.at("presentCapacity");
  const programme: Programme = {
    id: fields.text("id"),
    line: fields.text("line"),
    costType: fields.text("costType"),
    unitCost: fields.number("unitCost"),
    throughput: fields.number("throughput"),
    rampMonths: fields.number("rampMonths"),
    rampShape: readRampShape(fields),
    maxReach: fields.number("maxReach"),
    eligibleShare: fields.number("eligibleShare"),
    eligibleShareOfBedDays: share("eligibleShareOfBedDays"),
    eligibleShareOfDelay: share("eligibleShareOfDelay"),
    targets: block(
      fields.at("targets"),
      fields.required("targets"),
      ["age", "sex", "specialty"],
      [bands.length, sexes.length, specialties],
    ),
    effectOnAdmissions: fields.numberOr(0, "effectOnAdmissions"),
    effectOnStay: fields.numberOr(0, "effectOnStay"),
    effectOnDelay: fields.numberOr(0, "effectOnDelay"),
    lineSaving: readSavings(fields),
    // One number is that many places in each area.
    presentCapacity:
      typeof capacity === "number"
        ? areas.map(() => capacity)
        : capacity === undefined
          ? undefined
          : asNumbers(path, capacity),
  };
  fields.done();
  return programme;
}

function readRampShape(fields: Fields): "straight" | "s-curve" {
  const shape = fields.optional("rampShape") ?? "straight";
  if (shape === "straight" || shape === "s-curve") return shape;
  throw new ReferenceFileError(
    `${fields.at("rampShape")} must be "straight" or "s-curve"; it is ${JSON.stringify(shape)}.`,
  );
}

function readSavings(fields: Fields): Readonly<Record<string, number>> {
  const savings = fields.optional("lineSaving");
  if (savings === undefined) return {};
  const inner = new Fields(fields.at("lineSaving"), savings);
  return Object.fromEntries(Object.keys(savings as object).map((line) => [line, inner.number(line)]));
}

function readLine(fields: Fields): BudgetLine {
  const payer = fields.text("payer");
  if (payer !== "set-aside" && payer !== "nhs-delegated" && payer !== "council-delegated") {
    throw new ReferenceFileError(
      `${fields.at("payer")} is "${payer}"; it must be set-aside, nhs-delegated or council-delegated.`,
    );
  }
  const weights = fields.optional("needWeight");
  const line: BudgetLine = {
    id: fields.text("id"),
    payer: payer satisfies Payer,
    costType: fields.text("costType"),
    budget0: fields.number("budget0"),
    uplift: fromSecondYear(fields.numbers("uplift")),
    demandGrowth: fields.numberOr(0, "demandGrowth"),
    needWeight: weights === undefined ? undefined : asNumbers(fields.at("needWeight"), weights),
  };
  fields.done();
  return line;
}
