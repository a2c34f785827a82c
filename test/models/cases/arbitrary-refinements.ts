/** What may be known of a programme beyond its effects, at random: often nothing. */
import fc from "fast-check";
import type { Programme } from "../../../models/index.ts";

type Refinements = Pick<
  Programme,
  | "mechanism"
  | "prevalence"
  | "mostServed"
  | "deadweight"
  | "stayRatio"
  | "delayRatio"
  | "readmittedShare"
  | "readmissionRatio"
  | "effectOnAttendances"
>;

/** Half of them without any; ratios up to 1, so that no avoided case takes more with it than there is. */
export function arbitraryRefinements(areas: number, onlyHelps: boolean): fc.Arbitrary<Refinements> {
  const tenths = (least: number, most: number): fc.Arbitrary<number> =>
    fc.integer({ min: least * 10, max: most * 10 }).map((n) => n / 10);
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
  const cohort = fc.oneof(
    fc.constant<Refinements>({ mechanism: "substitution" }),
    tenths(0, 1).map((prevalence): Refinements => ({ mechanism: "prevention", prevalence })),
  );
  const rest = fc.record<Refinements>({
    mostServed: maybe(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: areas, maxLength: areas })),
    deadweight: maybe(tenths(0, 1)),
    stayRatio: maybe(tenths(0, 1)),
    delayRatio: maybe(tenths(0, 1)),
    // Where only help is wished for, nobody comes back more often.
    readmittedShare: maybe(tenths(0, onlyHelps ? 0 : 0.5)),
    readmissionRatio: maybe(tenths(1, 1.5)),
    effectOnAttendances: maybe(tenths(onlyHelps ? 0 : -0.5, 1)),
  });
  return fc.oneof(
    fc.constant({}),
    fc.tuple(cohort, rest).map(([first, second]) => ({ ...second, ...first })),
  );
}
