/** Money that is not there, that nobody pays, or that is not released. */
import { formatMoney } from "../../format/money.ts";
import { formatPercent } from "../../format/numbers.ts";
import { labelOf } from "../labels.ts";
import { byYear, membersOf, SCENARIO, yearsOf } from "../read.ts";
import { largest, type Concern, type Questioned } from "./concern.ts";

/** Taking more than this share of what a specialty holds is said; taking more than it holds is refused. */
const MOST_OF_IT = 0.5;
/** Less than this, in £, is rounding. */
const A_POUND = 1;

export function moneyConcerns(questioned: Questioned): Concern[] {
  return [
    ...takenConcerns(questioned),
    ...lineConcerns(questioned),
    ...bridgingConcern(questioned),
    ...heldConcern(questioned),
  ];
}

function takenConcerns({ results, names }: Questioned): Concern[] {
  return membersOf(results, "specialty").flatMap((specialty) => {
    const holds = byYear(results, "specialtyHolds", { specialty });
    const taken = byYear(results, "specialtyTaken", { specialty });
    const most = largest(
      taken.flatMap((amount, t) => {
        const held = holds[t] as number;
        return held > A_POUND ? [{ t, amount, held, value: amount / held }] : [];
      }),
    );
    if (most === null || most.value <= MOST_OF_IT) return [];
    const name = labelOf(names.specialties, specialty);
    return [
      {
        id: "most-of-a-specialty-taken",
        sentence: `Shifts take ${formatMoney(most.amount)} of the ${formatMoney(most.held)} that ${name} holds in ${yearsOf(results)[most.t]}: ${formatPercent(most.value)}.`,
        place: `Shifts from ${name}`,
        path: "shifts",
      },
    ];
  });
}

function lineConcerns({ results, names }: Questioned): Concern[] {
  return membersOf(results, "line").flatMap((line) => {
    const lowest = largest(
      byYear(results, "budget", { world: SCENARIO, line }).map((amount, t) => ({ t, amount, value: -amount })),
    );
    if (lowest === null || lowest.value <= A_POUND) return [];
    const name = labelOf(names.lines, line);
    return [
      {
        id: "shift-larger-than-line",
        sentence: `Shifts take more from ${name} than it has: its budget in ${yearsOf(results)[lowest.t]} would be ${formatMoney(lowest.amount)}.`,
        place: `Shifts that cut ${name}`,
        path: "shifts",
      },
    ];
  });
}

function bridgingConcern({ results }: Questioned): Concern[] {
  const most = largest(byYear(results, "bridging").map((value, t) => ({ t, value })));
  if (most === null || most.value <= A_POUND) return [];
  return [
    {
      id: "bridging-unfunded",
      sentence: `Money leaves the set-aside before its cost does: ${formatMoney(most.value)} of bridging in ${yearsOf(results)[most.t]}, the dearest year, and the plan names nobody who pays it.`,
      place: "Money parts, bridging",
      path: "shifts",
    },
  ];
}

/** What could be released, and is not while beds are refilled or staff stay. */
function heldConcern({ results, scenario, names }: Questioned): Concern[] {
  const most = largest(byYear(results, "refilledTotal").map((value, t) => ({ t, value })));
  if (most === null || most.value <= A_POUND) return [];
  const agreed = [
    ...names.assumptions.map(({ key, value }) => [key, value] as const),
    ...Object.entries(scenario.assumptions),
  ].some(([key, value]) => key.startsWith("held-closed:") && value > 0);
  const amount = formatMoney(most.value);
  const year = yearsOf(results)[most.t] as string;
  return [
    {
      id: "released-cash-not-held",
      sentence: agreed
        ? `${amount} that could be released in ${year} is not: only part of the closed beds are held shut, or of the cost taken out.`
        : `${amount} that could be released in ${year} is not: nobody has agreed to hold the closed beds shut.`,
      place: "Assumptions, share of closed beds held shut",
      path: "assumptions[held-closed:…]",
    },
  ];
}
