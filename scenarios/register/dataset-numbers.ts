/** Numbers of the dataset that no scenario changes: costs, shares and budgets one by one, tables as a whole. */
import type { Dataset, Provenance } from "../../datasets/index.ts";
import type { NamedArray } from "../../models/index.ts";
import type { RegisterStanding } from "./entry.ts";

export interface DatasetNumber {
  readonly key: string;
  readonly label: string;
  /** Null for a table. */
  readonly value: number | null;
  readonly numbers: number;
  readonly unit: string;
  readonly standing: RegisterStanding;
  readonly source: string;
  /** The model's input. */
  readonly input: string;
}

/** [key, label, unit, input, words by which the dataset tells where it is from]. */
type Table = readonly [key: string, label: string, unit: string, input: string, told: RegExp, block: NamedArray | null];

export function datasetNumbers(dataset: Dataset): DatasetNumber[] {
  const { specialties, lines, provenance, definitions } = dataset;
  const cost = toldOf(provenance, /cost per bed day/i);
  const scope = toldOf(provenance, /in scope|share in/i);
  const budgets = toldOf(provenance, /budget/i);
  const prices = `${definitions.priceBase} prices`;
  return [
    ...tablesOf(dataset).flatMap(([name, label, unit, input, told, block]) =>
      block === null
        ? []
        : [
            {
              key: `table:${name}`,
              label,
              value: null,
              numbers: block.values.length,
              unit,
              input,
              ...toldOf(provenance, told),
            },
          ],
    ),
    ...specialties.flatMap(({ id, label, directCost, inScope }) => [
      one(`direct-cost:${id}`, `Cost per bed day: ${label}`, directCost, `£ / bed day, ${prices}`, "directCost", cost),
      one(`in-scope:${id}`, `Share in the set-aside: ${label}`, inScope, "1", "inScope", scope),
    ]),
    ...lines.map(({ id, label, budget0 }) =>
      one(`budget:${id}`, `Budget of the base year: ${label}`, budget0, "£ / year", "budget0", budgets),
    ),
  ];
}

function tablesOf({ activity, population, delayedBedDays0, useOf, staffedBeds }: Dataset): Table[] {
  const own = activity.kind === "projected";
  const [admissions, bedDays] = own
    ? [activity.admissions0, activity.bedDays0]
    : [activity.admissions, activity.bedDays];
  return [
    ["population", "People by year, area, age and sex", "person", "population", /population/i, population],
    [
      "admissions",
      "Emergency admissions",
      "emergency admission / year",
      own ? "admissions0" : "givenAdmissions",
      /admissions/i,
      admissions,
    ],
    [
      "bed-days",
      "Occupied bed days",
      "bed day / year",
      own ? "bedDays0" : "givenBedDays",
      /occupied bed days|bed days/i,
      bedDays,
    ],
    ["delayed-bed-days", "Delayed bed days", "bed day / year", "delayedBedDays0", /delayed/i, delayedBedDays0],
    ["use-of-hospitals", "Use of hospitals by area", "1", "useOf", /hospitals/i, useOf],
    ["staffed-beds", "Staffed beds", "bed", "staffedBeds", /staffed/i, staffedBeds],
  ];
}

type Told = Pick<DatasetNumber, "standing" | "source">;

/** "assumed" where the dataset does not tell. */
function toldOf(provenance: readonly Provenance[], about: RegExp): Told {
  const found = provenance.find(({ what }) => about.test(what));
  return found === undefined
    ? { standing: "assumed", source: "The dataset does not say" }
    : { standing: found.standing, source: found.source === "" ? found.how : found.source };
}

function one(key: string, label: string, value: number, unit: string, input: string, told: Told): DatasetNumber {
  return { key, label, value, numbers: 1, unit, input, ...told };
}
