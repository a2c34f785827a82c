/** Wards that are fuller than full, more closed than open, or whose beds nobody counted. */
import { formatCount, formatPercent } from "../../format/numbers.ts";
import { labelOf } from "../labels.ts";
import { joined } from "../phrases.ts";
import { byYear, membersOf, SCENARIO, total, yearsOf } from "../read.ts";
import { largest, type Concern, type Questioned } from "./concern.ts";

/** Less than this is rounding. */
const NO_BEDS = 1e-6;
const MOST_NAMED = 3;

interface Ward {
  readonly hospital: string;
  readonly specialty: string;
  readonly name: string;
}

export function bedConcerns(questioned: Questioned): Concern[] {
  const wards = wardsOf(questioned);
  return [
    ...wards.flatMap((ward) => tooFull(questioned, ward)),
    ...wards.flatMap((ward) => moreClosedThanOpen(questioned, ward)),
    ...notCounted(questioned, wards),
  ];
}

/** Those that have beds in the base year. */
function wardsOf({ results, names }: Questioned): Ward[] {
  return membersOf(results, "hospital").flatMap((hospital) =>
    membersOf(results, "specialty").flatMap((specialty) => {
      if (total(results, "bedsOpenBase", { hospital, specialty }) <= NO_BEDS) return [];
      const name = `${labelOf(names.specialties, specialty)} at ${labelOf(names.hospitals, hospital)}`;
      return [{ hospital, specialty, name }];
    }),
  );
}

/** Beds needed are those that hold everyone at the target; at the target times needed over open is how full they are. */
function tooFull({ results, scenario, names }: Questioned, { hospital, specialty, name }: Ward): Concern[] {
  const key = `occupancy:${specialty}`;
  const target = scenario.assumptions[key] ?? names.assumptions.find((each) => each.key === key)?.value ?? 0;
  const at = { world: SCENARIO, hospital, specialty };
  const open = byYear(results, "bedsOpen", at);
  const most = largest(
    byYear(results, "bedsNeeded", at).map((needed, t) => ({
      t,
      open: open[t] as number,
      value: (open[t] as number) > NO_BEDS ? (target * needed) / (open[t] as number) : 0,
    })),
  );
  if (most === null || most.value <= 1 + NO_BEDS) return [];
  return [
    {
      id: "occupancy-above-100",
      sentence: `${name} is ${formatPercent(most.value, 1)} full in ${yearsOf(results)[most.t]}: more people than its ${formatCount(most.open)} open beds hold.`,
      place: `${name}, staffed beds and bed days`,
    },
  ];
}

function moreClosedThanOpen({ results }: Questioned, { hospital, specialty, name }: Ward): Concern[] {
  const at = { world: SCENARIO, hospital, specialty };
  const open = byYear(results, "bedsOpen", at);
  const most = largest(
    byYear(results, "bedsClosed", at).map((closed, t) => ({
      t,
      closed,
      open: open[t] as number,
      value: closed - (open[t] as number),
    })),
  );
  if (most === null || most.value <= NO_BEDS) return [];
  return [
    {
      id: "more-closed-than-open",
      sentence: `${name} has ${formatCount(most.closed)} beds closed and ${formatCount(most.open)} open in ${yearsOf(results)[most.t]}: more closed than open.`,
      place: `${name}, beds`,
      path: "shifts",
    },
  ];
}

function notCounted({ results }: Questioned, wards: readonly Ward[]): Concern[] {
  const open = ({ hospital, specialty }: Ward): number => total(results, "bedsOpenBase", { hospital, specialty });
  const sum = (of: readonly Ward[]): number => of.reduce((beds, ward) => beds + open(ward), 0);
  const assumed = wards.filter(
    ({ hospital, specialty }) => total(results, "bedsCounted", { hospital, specialty }) === 0,
  );
  if (assumed.length === 0) return [];
  const dearest = assumed.toSorted((a, b) => open(b) - open(a)).map(({ name }) => name);
  const further = dearest.length - MOST_NAMED;
  const named = joined([...dearest.slice(0, MOST_NAMED), ...(further > 0 ? [`${further} more`] : [])]);
  return [
    {
      id: "beds-assumed",
      sentence: `${formatCount(sum(assumed))} of the ${formatCount(sum(wards))} beds open in ${yearsOf(results)[0]} are assumed, not counted: those that bed days fill at target occupancy (${named}).`,
      place: "Dataset, staffed beds",
    },
  ];
}
