/** Ids for the names that a demand table uses. */
import { DatasetError } from "../dataset-error.ts";
import type { Labelled } from "../dataset.ts";

/** "Àrd na Mara" is "ard-na-mara", "General Medicine" is "general-medicine". Throws `DatasetError` on a clash. */
export function namedMembers(texts: readonly string[], column: string, file: string): Labelled[] {
  const byId = new Map<string, string>();
  return texts.map((label) => {
    const id = idOf(label);
    const other = byId.get(id);
    if (id === "" || (id === "all" && column === "specialty")) {
      throw clash("the name cannot be made into an id of letters and digits", label, column, file);
    }
    if (other !== undefined) throw clash(`the name is too like another, "${other}"`, label, column, file);
    byId.set(id, label);
    return { id, label };
  });
}

function idOf(label: string): string {
  return label
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 64)
    .replaceAll(/^-|-$/g, "");
}

function clash(problem: string, value: string, column: string, file: string): DatasetError {
  const remedy = "Choose names that differ in their letters or digits";
  return new DatasetError({ code: "demand.name", problem, file, column, value, remedy });
}
