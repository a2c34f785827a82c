/** The specialties of the examples, and how each is found in the published bed statistics. */

export interface ExampleSpecialty {
  readonly id: string;
  readonly label: string;
  /** Name in the bed statistics; null for what is left of "All Acute". */
  readonly published: string | null;
  /** Whether the bed statistics count it under "All Acute". */
  readonly acute: boolean;
  /** Youngest age that it treats. */
  readonly youngest: number;
  /** Illustrative: mean stay against the others', by which admissions are split. */
  readonly relativeStay: number;
  /** Illustrative: how likely a bed day is to be delay, against the others. */
  readonly delayWeight: number;
}

/** Geriatric medicine is "units other than long stay" throughout: 65 and over. The set-aside is for adults: 18 and over. */
export const SPECIALTIES: readonly ExampleSpecialty[] = [
  specialty("general-medicine", "General medicine", "General Medicine", { relativeStay: 6, delayWeight: 1 }),
  specialty("geriatric-medicine", "Geriatric medicine", "Geriatric Medicine - units other than long stay", {
    youngest: 65,
    relativeStay: 16,
    delayWeight: 2,
  }),
  specialty("respiratory-medicine", "Respiratory medicine", "Respiratory Medicine", {
    relativeStay: 7,
    delayWeight: 0.5,
  }),
  specialty("rehabilitation-medicine", "Rehabilitation medicine", "Rehabilitation Medicine", {
    relativeStay: 30,
    delayWeight: 2,
  }),
  specialty("palliative-medicine", "Palliative medicine", "Palliative Medicine", {
    relativeStay: 14,
    delayWeight: 0.5,
  }),
  specialty("gp-beds", "GP beds", "GP Other than Obstetrics", { acute: false, relativeStay: 20, delayWeight: 2 }),
  specialty("other-specialties", "Other specialties", null, { youngest: 0, relativeStay: 5, delayWeight: 0.25 }),
];

function specialty(
  id: string,
  label: string,
  published: string | null,
  rest: { relativeStay: number; delayWeight: number; acute?: boolean; youngest?: number },
): ExampleSpecialty {
  return { acute: true, youngest: 18, ...rest, id, label, published };
}
