/** What the worked examples ask. */

export interface ProgrammePlan {
  /** Share of the money moved. */
  readonly weight: number;
  /** Months after April of the third year (the second in a plan of two). */
  readonly startsAfter: number;
  readonly phase: readonly number[];
}

export interface ExamplePlan {
  readonly id: string;
  readonly title: string;
  readonly notes: string;
  /** Share of what the set-aside's specialties hold; negative cuts the programmes instead. */
  readonly share: number;
  /** How many specialties take part: those that hold most. */
  readonly specialties: number;
  /** Every programme at the high end of its effects and reach. */
  readonly highEffects?: boolean;
  /** Share of the beds that close which the Board holds shut, and of the variable cost that is taken out. */
  readonly held?: number;
  readonly programmes: Readonly<Record<string, ProgrammePlan>>;
}

const slow = [0.25, 0.5, 0.8, 1];
const quick = [0.5, 1];

const homeFirst: Readonly<Record<string, ProgrammePlan>> = {
  "hospital-at-home": { weight: 26, startsAfter: 6, phase: slow },
  "intermediate-care": { weight: 22, startsAfter: 0, phase: slow },
  "discharge-to-assess": { weight: 20, startsAfter: 0, phase: quick },
  "rapid-response": { weight: 12, startsAfter: 6, phase: slow },
  reablement: { weight: 10, startsAfter: 0, phase: quick },
  "end-of-life-nursing": { weight: 5, startsAfter: 6, phase: quick },
  "anticipatory-care": { weight: 5, startsAfter: 6, phase: slow },
};

/** The default one first. */
export const plans: readonly ExamplePlan[] = [
  {
    id: "home-first",
    title: "Home first, phased",
    notes:
      "Six per cent of the set-aside moves into seven community programmes over four years. Effects are the evidence library's cautious central values; unit costs are placeholders.",
    share: 0.06,
    specialties: 6,
    programmes: homeFirst,
  },
  {
    id: "delays-first",
    title: "Delays first",
    notes: "Half as much money, all of it into what shortens the wait to leave hospital.",
    share: 0.03,
    specialties: 6,
    programmes: {
      "discharge-to-assess": { weight: 50, startsAfter: 0, phase: quick },
      "intermediate-care": { weight: 30, startsAfter: 0, phase: slow },
      reablement: { weight: 20, startsAfter: 0, phase: quick },
    },
  },
  {
    id: "closing-a-ward",
    title: "What it takes to close a ward",
    notes:
      "Home first with nearly three times the money, every effect and reach at the high end of the evidence library, and every closed bed held shut by agreement: what would have to be true for beds to close, and cash to come out, while demand grows.",
    share: 0.16,
    specialties: 6,
    highEffects: true,
    held: 1,
    programmes: homeFirst,
  },
  {
    id: "intermediate-care-cut",
    title: "A cut to intermediate care",
    notes:
      "Money goes the other way: intermediate care is cut and the hospital gets it. Twice the places that are cut are taken to be there today; put your own number in.",
    share: -0.015,
    specialties: 6,
    programmes: { "intermediate-care": { weight: 1, startsAfter: 0, phase: [1] } },
  },
];
