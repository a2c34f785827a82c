/** A case as the inputs that the model declares: one named block each. The case has been checked before. */
import type { Members, NamedArray } from "../language/named-array.ts";
import { sizeOf } from "../language/named-array.ts";
import type { ModelInputs } from "../language/runner.ts";
import type { BudgetLine, CommissioningCase, Programme, Shift, Specialty } from "./case.ts";
import { attendanceInputs } from "./inputs-attendances.ts";
import { booksInputs } from "./inputs-books.ts";
import { indicatorInputs } from "./inputs-indicators.ts";
import { hospitalInputs } from "./inputs-hospital.ts";
import { delayInputs } from "./inputs-delay.ts";
import { programmeRefinementInputs } from "./inputs-programmes.ts";
import { PAYERS } from "./members.ts";
import { leapDay, monthFacts } from "./month-facts.ts";

export function commissioningInputs(given: CommissioningCase, members: Members): ModelInputs {
  const block = blockBuilder(members);
  return new Map([
    ...calendarInputs(given, block),
    ...activityInputs(given, block),
    ...specialtyInputs(given, block),
    ...hospitalInputs(given, members),
    ...programmeInputs(given, block),
    ...programmeRefinementInputs(given),
    ...delayInputs(given),
    ...shiftInputs(given, members, block),
    ...lineInputs(given, block),
    ...indicatorInputs(given.bands),
    ...booksInputs(given),
    ...attendanceInputs(given, members),
  ]);
}

type Inputs = readonly (readonly [string, NamedArray])[];
type BlockBuilder = (dims: readonly string[], value: (i: number, j: number) => number) => NamedArray;

/** Blocks of up to two dimensions, each value from its positions. */
function blockBuilder(members: Members): BlockBuilder {
  return (dims, value) => {
    const [rows, columns] = [dims[0], dims[1]].map((dim) => (dim === undefined ? 1 : sizeOf(members, dim))) as [
      number,
      number,
    ];
    const values = new Float64Array(rows * columns);
    for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) values[i * columns + j] = value(i, j);
    return { dims, values };
  };
}

const flag = (yes: boolean): number => (yes ? 1 : 0);

function calendarInputs(given: CommissioningCase, block: BlockBuilder): Inputs {
  const costTypes = Object.keys(given.inflation);
  const rates = Object.values(given.inflation);
  return [
    ["yearNumber", block(["year"], (t) => t)],
    ["leapDay", block(["year"], (t) => leapDay(given.firstYear + t))],
    ["inScenario", block(["world"], (world) => world)],
    ["inflation", block(["costType", "year"], (c, t) => rates[c]?.[t] ?? 0)],
    ["deflator", block(["year"], (t) => given.deflator[t] ?? 0)],
    ["hospitalCostType", block(["costType"], (c) => flag(costTypes[c] === given.hospitalCostType))],
  ];
}

function activityInputs(given: CommissioningCase, block: BlockBuilder): Inputs {
  const byBand = given.delayedBedDays0.dims.includes("age");
  // Known for all ages together, there is one age group, and the cells lie in the same order.
  const delayed = given.delayedBedDays0.values;
  const common: Inputs = [
    ["population", given.population],
    ["delayedBedDays0", { dims: ["area", "delayBand", "specialty"], values: delayed }],
    ["ageInDelayBand", block(["age", "delayBand"], (a, group) => flag(!byBand || a === group))],
  ];
  if (given.activity.kind === "given") {
    return [...common, ["givenAdmissions", given.activity.admissions], ["givenBedDays", given.activity.bedDays]];
  }
  return [
    ...common,
    ["admissions0", given.activity.admissions0],
    ["bedDays0", given.activity.bedDays0],
    ["growth", block(["specialty"], (k) => given.growth[k] ?? 0)],
    ["stayDrift", block(["specialty"], (k) => given.stayDrift[k] ?? 0)],
    ["healthAgeShift", block(["year"], (t) => given.healthAgeShift[t] ?? 0)],
    ["bandLower", block(["age"], (a) => given.bands[a]?.lower ?? 0)],
    ["bandMiddle", block(["age"], (a) => given.bands[a]?.middle ?? 0)],
  ];
}

function specialtyInputs(given: CommissioningCase, block: BlockBuilder): Inputs {
  const each = (value: (specialty: Specialty) => number): NamedArray =>
    block(["specialty"], (k) => value(given.specialties[k] as Specialty));
  return [
    ["useOf", given.useOf],
    ["inScope", each((specialty) => specialty.inScope)],
    ["directCost", each((specialty) => specialty.directCost)],
    ["variableShare", each((specialty) => specialty.variableShare)],
    ["semiFixedShare", each((specialty) => specialty.semiFixedShare)],
    ["fixedShare", each((specialty) => specialty.fixedShare)],
    ["occupancy", each((specialty) => specialty.occupancy)],
    ["closureStep", each((specialty) => specialty.closureStep)],
    ["releaseLagMonths", each((specialty) => specialty.releaseLagMonths)],
    ["escalationPremium", each((specialty) => specialty.escalationPremium)],
    ["specialtyLine", block(["specialty", "line"], (k, b) => flag(given.specialties[k]?.line === given.lines[b]?.id))],
  ];
}

function programmeInputs(given: CommissioningCase, block: BlockBuilder): Inputs {
  const costTypes = Object.keys(given.inflation);
  const each = (value: (programme: Programme) => number): NamedArray =>
    block(["programme"], (p) => value(given.programmes[p] as Programme));
  return [
    ["unitCost", each((programme) => programme.unitCost)],
    ["throughput", each((programme) => programme.throughput)],
    ["rampMonths", each((programme) => programme.rampMonths)],
    ["sCurve", each((programme) => flag(programme.rampShape === "s-curve"))],
    ["maxReach", each((programme) => programme.maxReach)],
    ["eligibleShare", each((programme) => programme.eligibleShare)],
    ["eligibleShareOfBedDays", each((programme) => programme.eligibleShareOfBedDays ?? programme.eligibleShare)],
    ["eligibleShareOfDelay", each((programme) => programme.eligibleShareOfDelay ?? programme.eligibleShare)],
    ["effectOnAdmissions", each((programme) => programme.effectOnAdmissions)],
    ["effectOnStay", each((programme) => programme.effectOnStay)],
    ["effectOnDelay", each((programme) => programme.effectOnDelay)],
    ["targets", targets(given)],
    ["presentCapacity", block(["programme", "area"], (p, l) => given.programmes[p]?.presentCapacity?.[l] ?? 0)],
    [
      "programmeCostType",
      block(["programme", "costType"], (p, c) => flag(given.programmes[p]?.costType === costTypes[c])),
    ],
    ["programmeLine", block(["programme", "line"], (p, b) => flag(given.programmes[p]?.line === given.lines[b]?.id))],
    [
      "lineSaving",
      block(["programme", "line"], (p, b) => savingOn(given.programmes[p] as Programme, given.lines[b] as BudgetLine)),
    ],
  ];
}

function savingOn(programme: Programme, line: BudgetLine): number {
  return Object.hasOwn(programme.lineSaving, line.id) ? (programme.lineSaving[line.id] ?? 0) : 0;
}

/** Targets of every programme side by side, programme last. */
function targets(given: CommissioningCase): NamedArray {
  const programmes = given.programmes.length;
  const cells = given.bands.length * given.sexes.length * given.specialties.length;
  const values = new Float64Array(cells * programmes);
  given.programmes.forEach((programme, p) => {
    for (let cell = 0; cell < cells; cell++) values[cell * programmes + p] = programme.targets.values[cell] ?? 0;
  });
  return { dims: ["age", "sex", "specialty", "programme"], values };
}

function shiftInputs(given: CommissioningCase, members: Members, block: BlockBuilder): Inputs {
  const { phase, monthsSinceStart } = monthFacts(given.shifts, sizeOf(members, "year"));
  const each = (value: (shift: Shift) => number): NamedArray =>
    block(["shift"], (n) => value(given.shifts[n] as Shift));
  const shares = (shift: Shift | undefined): readonly number[] =>
    shift !== undefined && typeof shift.split !== "string" ? shift.split : [];
  return [
    ["amount", each((shift) => shift.amount)],
    ["isCash", each((shift) => flag(shift.priceBase === "cash"))],
    ["priceBase", block(["shift", "year"], (n, t) => flag(given.shifts[n]?.priceBase === t))],
    ["phase", { dims: ["shift", "year", "month"], values: phase }],
    ["monthsSinceStart", { dims: ["shift", "year", "month"], values: monthsSinceStart }],
    ["toProgramme", block(["shift", "programme"], (n, p) => flag(given.shifts[n]?.to === given.programmes[p]?.id))],
    ["splitByHand", each((shift) => flag(typeof shift.split !== "string"))],
    ["splitByNeed", each((shift) => flag(shift.split === "need"))],
    ["handShare", block(["shift", "area"], (n, l) => shares(given.shifts[n])[l] ?? 0)],
    [
      "fromSpecialty",
      block(["shift", "specialty"], (n, k) => flag(given.shifts[n]?.from === given.specialties[k]?.id)),
    ],
    ["fromAll", each((shift) => flag(shift.from === "all"))],
    ["hasSource", each((shift) => flag(shift.from !== null))],
  ];
}

function lineInputs(given: CommissioningCase, block: BlockBuilder): Inputs {
  const costTypes = Object.keys(given.inflation);
  const each = (value: (line: BudgetLine) => number): NamedArray =>
    block(["line"], (b) => value(given.lines[b] as BudgetLine));
  return [
    ["budget0", each((line) => line.budget0)],
    ["uplift", block(["line", "year"], (b, t) => given.lines[b]?.uplift[t] ?? 0)],
    ["demandGrowth", each((line) => line.demandGrowth)],
    ["needWeight", block(["line", "age"], (b, a) => given.lines[b]?.needWeight?.[a] ?? 1)],
    ["hasNeedWeight", each((line) => flag(line.needWeight !== undefined))],
    ["lineCostType", block(["line", "costType"], (b, c) => flag(given.lines[b]?.costType === costTypes[c]))],
    ["isSetAside", each((line) => flag(line.payer === "set-aside"))],
    ["payerOfLine", block(["line", "payer"], (b, payer) => flag(given.lines[b]?.payer === PAYERS[payer]))],
    ["openingReserves", block([], () => given.openingReserves)],
    ["reservesFloor", block([], () => given.reservesFloor)],
  ];
}
