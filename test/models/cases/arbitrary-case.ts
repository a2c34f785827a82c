/** Cases at random, for the laws: any shape the model takes, with figures of a plausible size. */
import fc from "fast-check";
import type { Activity, CommissioningCase, NamedArray, Programme, Shift } from "../../../models/index.ts";
import { arbitraryRefinements } from "./arbitrary-refinements.ts";

/** Hundredths from `least` to `most`: a number that shrinks well. */
const hundredths = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(least * 100), max: Math.round(most * 100) }).map((n) => n / 100);

const list = <T>(item: fc.Arbitrary<T>, count: number): fc.Arbitrary<T[]> =>
  fc.array(item, { minLength: count, maxLength: count });

function block(
  dims: readonly string[],
  sizes: readonly number[],
  item: fc.Arbitrary<number>,
): fc.Arbitrary<NamedArray> {
  const cells = sizes.reduce((product, size) => product * size, 1);
  return list(item, cells).map((values) => ({ dims, values: Float64Array.from(values) }));
}

interface Sizes {
  readonly years: number;
  readonly areas: number;
  readonly bands: number;
  readonly sexes: number;
  readonly hospitals: number;
  readonly specialties: number;
  readonly programmes: number;
  readonly shifts: number;
}

export interface CaseWishes {
  readonly kind?: Activity["kind"];
  /** Only effects that help, and only money that adds. */
  readonly onlyHelps?: boolean;
}

/** A case; some are refused for taking too much, or cutting what is not there: see `accepted`. */
export function arbitraryCase(wishes: CaseWishes = {}): fc.Arbitrary<CommissioningCase> {
  return fc
    .record<Sizes>({
      years: fc.integer({ min: 2, max: 5 }),
      areas: fc.integer({ min: 1, max: 3 }),
      bands: fc.integer({ min: 1, max: 3 }),
      sexes: fc.integer({ min: 1, max: 2 }),
      hospitals: fc.integer({ min: 1, max: 2 }),
      specialties: fc.integer({ min: 1, max: 3 }),
      programmes: fc.integer({ min: 1, max: 3 }),
      shifts: fc.integer({ min: 0, max: 3 }),
    })
    .chain((sizes) => caseOf(sizes, wishes));
}

function caseOf(n: Sizes, wishes: CaseWishes): fc.Arbitrary<CommissioningCase> {
  const names = (what: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${what}-${i + 1}`);
  const rates = fc
    .integer({ min: -5, max: 8 })
    .map((r) => Array.from({ length: n.years }, (_, t) => (t === 0 ? 0 : r / 100)));
  const specialties = names("specialty", n.specialties);
  const programmes = names("programme", n.programmes);
  return fc
    .record<CommissioningCase>({
      firstYear: fc.integer({ min: 2020, max: 2030 }),
      yearCount: fc.constant(n.years),
      areas: fc.constant(names("area", n.areas)),
      bands: fc.constant(names("band", n.bands).map((id, a) => ({ id, lower: 20 + a * 25, middle: 30 + a * 25 }))),
      sexes: fc.constant(names("sex", n.sexes)),
      hospitals: fc.constant(names("hospital", n.hospitals)),
      useOf: useOf(n),
      population: block(
        ["year", "area", "age", "sex"],
        [n.years, n.areas, n.bands, n.sexes],
        fc.oneof(
          { weight: 9, arbitrary: fc.integer({ min: 100, max: 30_000 }) },
          { weight: 1, arbitrary: fc.constant(0) },
        ),
      ),
      activity: activity(n, wishes.kind),
      delayedBedDays0: fc.oneof(
        block(["area", "specialty"], [n.areas, n.specialties], hundredths(0, 1)),
        block(["area", "age", "specialty"], [n.areas, n.bands, n.specialties], hundredths(0, 1)),
      ),
      code9BedDays0: fc.option(block(["area", "specialty"], [n.areas, n.specialties], hundredths(0, 1)), {
        nil: undefined,
      }),
      delayInScope: fc.option(list(hundredths(0, 1), n.areas), { nil: undefined }),
      growth: list(hundredths(-0.05, 0.05), n.specialties),
      stayDrift: list(hundredths(-0.05, 0.05), n.specialties),
      healthAgeShift: fc.oneof(
        fc.constant(Array.from({ length: n.years }, () => 0)),
        fc.constant(Array.from({ length: n.years }, (_, t) => t / 2)),
      ),
      inflation: fc.record({ hospital: rates, care: rates }),
      hospitalCostType: fc.constant("hospital"),
      deflator: rates,
      specialties: fc.tuple(...specialties.map(specialty)),
      programmes: fc.tuple(...programmes.map((id) => programme(id, n, wishes))),
      shifts: fc.tuple(...names("shift", n.shifts).map((id) => shift(id, n, specialties, programmes, wishes))),
      lines: fc.tuple(
        line("set-aside-1", "set-aside", n, rates),
        line("set-aside-2", "set-aside", n, rates),
        line("community", "nhs-delegated", n, rates),
        line("home-care", "council-delegated", n, rates),
      ),
      openingReserves: fc.integer({ min: 0, max: 2_000_000 }),
      reservesFloor: fc.integer({ min: 0, max: 500_000 }),
      staffedBeds: fc.option(atWards(n, fc.integer({ min: 0, max: 60 })), { nil: undefined }),
      otherBedDays: fc.option(atWards(n, fc.integer({ min: 0, max: 5000 })), { nil: undefined }),
    })
    .map(scaleDelay)
    .map(noBudgetWithoutCost);
}

function useOf(n: Sizes): fc.Arbitrary<NamedArray> {
  return list(fc.constantFrom(0, 0.25, 0.5, 1), n.areas * n.specialties).map((firsts) => ({
    dims: ["area", "hospital", "specialty"],
    values: Float64Array.from(
      Array.from({ length: n.areas * n.hospitals * n.specialties }, (_, i) => {
        const k = i % n.specialties;
        const h = Math.floor(i / n.specialties) % n.hospitals;
        const l = Math.floor(i / (n.specialties * n.hospitals));
        const first = n.hospitals === 1 ? 1 : (firsts[l * n.specialties + k] ?? 1);
        return h === 0 ? first : 1 - first;
      }),
    ),
  }));
}

function activity(n: Sizes, kind: Activity["kind"] | undefined): fc.Arbitrary<Activity> {
  const dims = ["area", "age", "sex", "specialty"];
  const cells = [n.areas, n.bands, n.sexes, n.specialties];
  const admissions = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 2000 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  );
  const bedDays = fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 20_000 }) },
    { weight: 1, arbitrary: fc.constant(0) },
  );
  const projected: fc.Arbitrary<Activity> = fc.record({
    kind: fc.constant("projected" as const),
    admissions0: block(dims, cells, admissions),
    bedDays0: block(dims, cells, bedDays),
  });
  const given: fc.Arbitrary<Activity> = fc.record({
    kind: fc.constant("given" as const),
    admissions: block(["year", ...dims], [n.years, ...cells], admissions),
    bedDays: block(["year", ...dims], [n.years, ...cells], bedDays),
  });
  if (kind !== undefined) return kind === "projected" ? projected : given;
  return fc.oneof({ weight: 3, arbitrary: projected }, { weight: 1, arbitrary: given });
}

function atWards(n: Sizes, item: fc.Arbitrary<number>): fc.Arbitrary<NamedArray> {
  return block(["hospital", "specialty"], [n.hospitals, n.specialties], item);
}

/** A set-aside line whose specialties are all outside the set-aside costs nothing, so it has no budget. */
function noBudgetWithoutCost(given: CommissioningCase): CommissioningCase {
  const costsNothing = (id: string): boolean => {
    const own = given.specialties.filter((specialty) => specialty.line === id);
    return own.length > 0 && own.every(({ inScope }) => inScope === 0);
  };
  return { ...given, lines: given.lines.map((line) => (costsNothing(line.id) ? { ...line, budget0: 0 } : line)) };
}

/** Delay drawn as a share becomes bed days: a part of what is there. */
function scaleDelay(given: CommissioningCase): CommissioningCase {
  const byAge = given.delayedBedDays0.dims.includes("age");
  const bedDays = given.activity.kind === "given" ? given.activity.bedDays.values : given.activity.bedDays0.values;
  const [bands, sexes, count] = [given.bands.length, given.sexes.length, given.specialties.length];
  const values = given.delayedBedDays0.values.map((share, i) => {
    const k = i % count;
    const group = Math.floor(i / count);
    let all = 0;
    for (let cell = 0; cell < (byAge ? sexes : bands * sexes); cell++) {
      all += bedDays[(group * (byAge ? sexes : bands * sexes) + cell) * count + k] ?? 0;
    }
    return share * all;
  });
  const code9 = given.code9BedDays0;
  return {
    ...given,
    delayedBedDays0: { ...given.delayedBedDays0, values },
    // Drawn as shares, and never quite all of the delay; where delay is by age, all but the first cells are standard.
    code9BedDays0: code9 && {
      dims: given.delayedBedDays0.dims,
      values: values.map((days, i) => days * 0.9 * (code9.values[i] ?? 0)),
    },
  };
}

function specialty(id: string): fc.Arbitrary<CommissioningCase["specialties"][number]> {
  return fc
    .record({
      line: fc.constantFrom("set-aside-1", "set-aside-2"),
      inScope: hundredths(0, 1),
      directCost: fc.integer({ min: 100, max: 900 }),
      variable: hundredths(0, 0.5),
      semiFixed: hundredths(0, 0.5),
      occupancy: hundredths(0.6, 1),
      closureStep: fc.constantFrom(1, 4, 12, 24),
      releaseLagMonths: fc.integer({ min: 0, max: 30 }),
      escalationPremium: hundredths(1, 2),
      heldClosed: fc.option(hundredths(0, 1), { nil: undefined }),
      realised: fc.option(hundredths(0, 1), { nil: undefined }),
    })
    .map(({ variable, semiFixed, ...rest }) => ({
      id,
      ...rest,
      variableShare: variable,
      semiFixedShare: semiFixed,
      fixedShare: 1 - variable - semiFixed,
    }));
}

function programme(id: string, n: Sizes, wishes: CaseWishes): fc.Arbitrary<Programme> {
  const effect = hundredths(wishes.onlyHelps === true ? 0 : -0.5, 1);
  const plain = fc.record<Programme>({
    id: fc.constant(id),
    line: fc.constantFrom("community", "home-care"),
    costType: fc.constantFrom("care", "hospital"),
    unitCost: fc.integer({ min: 5000, max: 80_000 }),
    throughput: fc.integer({ min: 1, max: 100 }),
    rampMonths: fc.integer({ min: 0, max: 24 }),
    rampShape: fc.constantFrom("straight", "s-curve"),
    maxReach: hundredths(0, 0.95),
    eligibleShare: hundredths(0.05, 1),
    eligibleShareOfBedDays: fc.option(hundredths(0, 1), { nil: undefined }),
    eligibleShareOfDelay: fc.option(hundredths(0, 1), { nil: undefined }),
    targets: block(["age", "sex", "specialty"], [n.bands, n.sexes, n.specialties], fc.constantFrom(1, 1, 0)),
    effectOnAdmissions: effect,
    effectOnStay: effect,
    effectOnDelay: effect,
    lineSaving: fc.constantFrom({}, { "home-care": 300 }, { community: -50, "home-care": 120 }),
    presentCapacity: fc.option(list(fc.integer({ min: 0, max: 60 }), n.areas), { nil: undefined }),
  });
  return fc
    .tuple(plain, arbitraryRefinements(n.areas, wishes.onlyHelps === true))
    .map(([one, refined]) => ({ ...one, ...refined }));
}

function shift(
  id: string,
  n: Sizes,
  specialties: readonly string[],
  programmes: readonly string[],
  wishes: CaseWishes,
): fc.Arbitrary<Shift> {
  const evenly = Array.from({ length: n.areas }, () => 1 / n.areas);
  return fc.record<Shift>({
    id: fc.constant(id),
    from: fc.constantFrom(...specialties, "all", null),
    to: fc.constantFrom(...programmes),
    amount: fc.integer({ min: wishes.onlyHelps === true ? 0 : -100_000, max: 900_000 }),
    priceBase: fc.oneof(fc.constant("cash" as const), fc.integer({ min: 0, max: n.years - 1 })),
    startMonth: fc.integer({ min: 12, max: n.years * 12 - 1 }),
    phase: fc.array(hundredths(0, 1.5), { minLength: 1, maxLength: 3 }),
    split: fc.constantFrom<Shift["split"]>("population", "need", evenly),
  });
}

function line(
  id: string,
  payer: CommissioningCase["lines"][number]["payer"],
  n: Sizes,
  rates: fc.Arbitrary<number[]>,
): fc.Arbitrary<CommissioningCase["lines"][number]> {
  return fc.record({
    id: fc.constant(id),
    payer: fc.constant(payer),
    costType: fc.constantFrom("care", "hospital"),
    budget0: fc.integer({ min: 3_000_000, max: 40_000_000 }),
    uplift: rates,
    demandGrowth: hundredths(-0.02, 0.04),
    needWeight: fc.option(list(hundredths(0.1, 1), n.bands), { nil: undefined }),
  });
}
