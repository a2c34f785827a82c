/** The dimensions of a dataset's large tables. */
import type { Members } from "./members.ts";

/** Everything that the tables of population, activity and delay are about. */
export interface Axes {
  readonly years: Members;
  readonly areas: Members;
  readonly bands: Members;
  readonly sexes: Members;
  readonly specialties: Members;
}
