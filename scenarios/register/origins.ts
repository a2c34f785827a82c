/** Where each number comes from before the scenario changes it: label, value, unit, standing and source. */
import type { Assumption, Dataset } from "../../datasets/index.ts";
import { namedParameters, type EvidenceParameter } from "../evidence/entry.ts";
import { effectOf } from "../evidence/entry-of.ts";
import { programmeLabel } from "../results/labels.ts";
import type { Scenario } from "../schema.ts";
import type { RegisterStanding, SetBy } from "./entry.ts";

export interface Origin {
  readonly label: string;
  readonly value: number;
  readonly unit: string;
  readonly standing: RegisterStanding;
  readonly setBy: SetBy;
  readonly source: string;
}

/** By assumption key. */
export function datasetOrigins({ assumptions }: Pick<Dataset, "assumptions">): Map<string, Origin> {
  return new Map(
    assumptions.map(({ key, label, value, unit, standing, source }: Assumption) => [
      key,
      { label, value, unit, standing, source, setBy: standing === "assumed" ? "default" : "dataset" },
    ]),
  );
}

/** The model's name of a number that the evidence library has under another. */
const OTHER_NAMES: Readonly<Record<string, string>> = { peoplePerPlace: "throughput" };
const SAVING = "saving on ";

/** By key "programme:ID:PARAMETER": what the evidence has for each, before what the scenario sets. */
export function evidenceOrigins(scenario: Scenario): Map<string, Origin> {
  return new Map(
    scenario.programmes.flatMap((programme, i) =>
      namedParameters(effectOf(scenario, programme, `programmes[${i}]`)).map(([name, parameter]): [string, Origin] => [
        `programme:${programme.id}:${parameterName(name)}`,
        originOf(`${programmeLabel(scenario, programme.id)}: ${inWords(name)}`, parameter),
      ]),
    ),
  );
}

function originOf(label: string, { central, unit, standing, source, grade }: EvidenceParameter): Origin {
  const graded = grade === "none" ? source : `${source} (${grade})`;
  return { label, value: central, unit, standing, source: graded, setBy: "default" };
}

function parameterName(name: string): string {
  if (name.startsWith(SAVING)) return `lineSaving:${name.slice(SAVING.length)}`;
  return OTHER_NAMES[name] ?? name;
}

/** "effectOnAdmissions" is "effect on admissions". */
export function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
