/** What the board of sliders shows: £ taken from each specialty and given to each programme. */
import type { Scenario, ScenarioShift } from "../schema.ts";
import { toPence, toPounds } from "./pence.ts";

export interface Margins {
  /** £ a year at full effect taken from each specialty; negative where money runs back to it. */
  readonly specialties: ReadonlyMap<string, number>;
  /** £ a year at full effect given to each programme from specialties; every programme of the scenario is there. */
  readonly programmes: ReadonlyMap<string, number>;
  /** £ a year moved from specialties to programmes: both sides sum to it exactly. */
  readonly moved: number;
  /** £ a year taken from all specialties together (a shift from "all"), by programme. Not on the sliders. */
  readonly acrossAll: ReadonlyMap<string, number>;
  /** £ a year of money from outside (a shift with no source), by programme. Not on the sliders. */
  readonly newMoney: ReadonlyMap<string, number>;
  /** The price years that amounts are typed in ("2024/25", "cash"): amounts of different ones do not add up to much. */
  readonly priceBases: readonly string[];
}

/** Margins of the scenario's shifts, exact to the penny. */
export function marginsOf(scenario: Scenario): Margins {
  const specialties = new Map<string, number>();
  const programmes = new Map<string, number>(scenario.programmes.map((each) => [each.id, 0]));
  const acrossAll = new Map<string, number>();
  const newMoney = new Map<string, number>();
  let moved = 0;
  for (const shift of scenario.shifts) {
    const pence = toPence(shift.amount);
    if (shift.from === null) add(newMoney, shift.to, pence);
    else if (shift.from === "all") add(acrossAll, shift.to, pence);
    else {
      add(specialties, shift.from, pence);
      add(programmes, shift.to, pence);
      moved += pence;
    }
  }
  return {
    specialties: inPounds(specialties),
    programmes: inPounds(programmes),
    moved: toPounds(moved),
    acrossAll: inPounds(acrossAll),
    newMoney: inPounds(newMoney),
    priceBases: [...new Set(scenario.shifts.filter((each) => each.amount !== 0).map((each) => each.priceBase))].sort(),
  };
}

/** Whether the shift is between a specialty and a programme: those on the sliders. */
export function isOnBoard(shift: ScenarioShift): shift is ScenarioShift & { from: string } {
  return shift.from !== null && shift.from !== "all";
}

function add(map: Map<string, number>, id: string, pence: number): void {
  map.set(id, (map.get(id) ?? 0) + pence);
}

function inPounds(pence: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...pence].map(([id, value]) => [id, toPounds(value)]));
}
