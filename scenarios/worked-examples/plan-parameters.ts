/** What the worked examples change of the evidence library. */
import type { Dataset } from "../../datasets/index.ts";
import { stridesOf } from "../../models/index.ts";
import { evidenceEntry } from "../evidence/library.ts";
import { datasetMembers } from "../resolve/members.ts";
import type { ProgrammeParameters, ScenarioProgramme } from "../schema.ts";

/** Effects, what an avoided case is worth, and reach at the high end of their ranges. */
export function highEffects(evidence: string): ProgrammeParameters {
  const entry = evidenceEntry(evidence);
  if (entry?.kind !== "effect") return {};
  const { effectOnAdmissions, effectOnStay, effectOnDelay, stayRatio, delayRatio, maxReach } = entry.parameters;
  return {
    maxReach: maxReach.high,
    effectOnAdmissions: effectOnAdmissions.high,
    effectOnStay: effectOnStay.high,
    effectOnDelay: effectOnDelay.high,
    stayRatio: stayRatio?.high,
    delayRatio: delayRatio?.high,
  };
}

/** Places there are today: twice those that £ `cut` a year pays for, over areas by people. */
export function twiceThePlaces(programme: ScenarioProgramme, cut: number, dataset: Dataset): ProgrammeParameters {
  const entry = evidenceEntry(programme.evidence);
  if (entry?.kind !== "effect") return {};
  const places = (2 * cut) / entry.parameters.unitCost.central;
  const people = peopleByArea(dataset);
  const all = people.reduce((sum, each) => sum + each, 0);
  return {
    presentCapacity: Object.fromEntries(
      dataset.areas.map((area, l) => [area.id, Math.ceil((places * (people[l] as number)) / all)]),
    ),
  };
}

/** People of the base year by area, all ages. */
function peopleByArea(dataset: Dataset): number[] {
  const members = datasetMembers(dataset);
  const { dims, values } = dataset.population;
  const step = stridesOf(members, dims)["area"] as number;
  const inBaseYear = values.length / dataset.yearCount;
  const people = dataset.areas.map(() => 0);
  for (let cell = 0; cell < inBaseYear; cell++) {
    const area = Math.floor(cell / step) % people.length;
    people[area] = (people[area] as number) + (values[cell] as number);
  }
  return people;
}
