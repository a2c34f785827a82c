/** The description of a dataset that is one demand table. */
import { financialYear } from "../../models/index.ts";
import type { Provenance } from "../dataset.ts";
import type { DatasetDescription } from "../package/write.ts";
import { standardProvenance } from "../standard-assumptions.ts";
import type { DemandNotes } from "./notes.ts";
import type { YearRange } from "./years.ts";

const NOT_STATED = "not stated by the file";

/** The same for the same file under any name, so that a scenario finds its dataset again. */
export function describeDemand(
  notes: DemandNotes,
  { firstYear, yearCount }: YearRange,
  hasDelay: boolean,
): DatasetDescription {
  const last = financialYear(firstYear + yearCount - 1);
  const definitions = {
    bedDay: notes.definitions?.bedDay ?? NOT_STATED,
    admission: notes.definitions?.admission ?? NOT_STATED,
    yearKind: notes.definitions?.yearKind ?? "financial",
    priceBase: "2018/19 (published average)",
    costBasis: "average cost of an inpatient day",
  } as const;
  const fromFile = (what: string): Provenance => ({
    what,
    standing: notes.standing ?? "derived",
    how:
      notes.source === undefined
        ? "As the file gives it; the file does not say how it was made."
        : "As the file gives it.",
    source: notes.source ?? "",
  });
  const provenance = [fromFile("Population"), fromFile("Emergency admissions and bed days")];
  const warnings = [...(notes.warnings ?? [])];
  if (hasDelay) provenance.push(fromFile("Delayed bed days"));
  else {
    const how = "None, since the file has no column delayed_bed_days: services that shorten delay show no effect.";
    provenance.push({ what: "Delayed bed days", standing: "assumed", how, source: "" });
    warnings.push("Delayed bed days are not in the file and are taken as none.");
  }
  if (definitions.bedDay === NOT_STATED || definitions.admission === NOT_STATED) {
    warnings.push("The file does not state its definitions of a bed day and an admission.");
  }
  warnings.push("Costs, budgets, hospitals and assumptions are the program's own standard ones, not local figures.");
  return {
    name: "demand-table",
    title: notes.title ?? `Demand table, ${financialYear(firstYear)} to ${last}`,
    description: "One demand table; everything else is assumed, as the provenance lists.",
    licenses: [],
    sources: notes.source === undefined ? [] : [{ title: notes.source }],
    careshift: {
      firstYear,
      yearCount,
      definitions,
      hospitalCostType: "hospital",
      provenance: [...provenance, ...standardProvenance],
      warnings,
    },
  };
}
