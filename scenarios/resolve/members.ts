/** The dataset's dimensions. */
import type { Dataset } from "../../datasets/index.ts";
import { financialYears, type Members } from "../../models/index.ts";

/** Members of the dataset's dimensions by id, in order; years by label. */
export function datasetMembers(dataset: Dataset): Members {
  const ids = (list: readonly { readonly id: string }[]) => list.map((each) => each.id);
  return {
    year: financialYears(dataset.firstYear, dataset.yearCount),
    area: ids(dataset.areas),
    age: ids(dataset.bands),
    sex: ids(dataset.sexes),
    specialty: ids(dataset.specialties),
    hospital: ids(dataset.hospitals),
  };
}
