/** What may be known of a programme beyond its effects (section 12). Each is optional; absent means the neutral value. */
export interface ProgrammeRefinements {
  /**
   * Whom the programme serves: eligible admissions, each a person referred ("substitution"), or people, ill or not
   * ("prevention"). Neutral: substitution.
   */
  readonly mechanism?: "substitution" | "prevention" | undefined;
  /** Prevention only: share (0..1) of the people of targeted age and sex who are in the cohort. */
  readonly prevalence?: number | undefined;
  /** Most people a year who can be served in each area, however many places there are. Neutral: no such limit. */
  readonly mostServed?: readonly number[] | undefined;
  /** Share (0..1) of the people reached who would not have been admitted anyway. Neutral: 0. */
  readonly deadweight?: number | undefined;
  /** Bed days that are not delay of an avoided case, over those of the average case of its cell. Neutral: 1. */
  readonly stayRatio?: number | undefined;
  /** Delayed bed days of an avoided case, over those of the average case of its cell. Neutral: 1. */
  readonly delayRatio?: number | undefined;
  /** Share (0..1) of the cases whose admission is avoided that would have been admitted again. Neutral: 0. */
  readonly readmittedShare?: number | undefined;
  /** Admissions afterwards of people served, over those of the same people cared for in hospital. Neutral: 1. */
  readonly readmissionRatio?: number | undefined;
  /** Share of A&E attendances avoided for each eligible person reached, at most 1; negative adds some. Neutral: 0. */
  readonly effectOnAttendances?: number | undefined;
  /** Share (0..1) of the A&E attendances of targeted age and sex that are eligible. Neutral: the eligible share. */
  readonly eligibleShareOfAttendances?: number | undefined;
}
