/** The board as the person sees it, and its sliders in whole pence. */
import type { Scenario } from "../schema.ts";
import { marginsOf } from "./margins.ts";
import { toPence } from "./pence.ts";

/** One slider: £ a year. A locked one keeps its money. */
export interface BoardSide {
  readonly id: string;
  /** As the person knows it, for messages. */
  readonly label: string;
  readonly locked: boolean;
  /** Lowest amount; absent means 0. Below 0 a programme is cut and a specialty gets money: a cut needs both to be allowed. */
  readonly least?: number | undefined;
  /** Highest amount; absent means no limit of its own. */
  readonly most?: number | undefined;
}

export interface BoardSpecialty extends BoardSide {
  /** £ a year that it holds of the set-aside in the base year: never more is taken. */
  readonly holds: number;
  /** The year in which more than `most` would be short (see `lastingLimits`); absent where no year is. */
  readonly shortIn?: string | null | undefined;
}

export interface BoardContext {
  /** Years of the plan: `["2024/25", ...]`. */
  readonly years: readonly string[];
  readonly specialties: readonly BoardSpecialty[];
  readonly programmes: readonly BoardSide[];
}

/** A slider in whole pence. */
export interface Slider {
  readonly id: string;
  readonly label: string;
  readonly locked: boolean;
  readonly now: number;
  readonly least: number;
  readonly most: number;
  /** What it holds, for a specialty; 0 for a programme. */
  readonly holds: number;
  /** The year in which more than `most` would be short, or null. */
  readonly shortIn: string | null;
}

export interface Sliders {
  readonly specialties: readonly Slider[];
  readonly programmes: readonly Slider[];
}

/** Sliders of the scenario. What has money but is not on the board keeps it, as if locked. */
export function slidersOf(scenario: Scenario, context: BoardContext): Sliders {
  const margins = marginsOf(scenario);
  const specialties = context.specialties.map((side) => {
    const holds = Math.floor(side.holds * 100 + 1e-6);
    const most = Math.min(holds, limit(side.most, Infinity));
    return { ...slider(side, margins.specialties, most, holds), shortIn: side.shortIn ?? null };
  });
  const programmes = context.programmes.map((side) => slider(side, margins.programmes, limit(side.most, Infinity), 0));
  return {
    specialties: [...specialties, ...offBoard(specialties, margins.specialties)],
    programmes: [...programmes, ...offBoard(programmes, margins.programmes)],
  };
}

function slider(side: BoardSide, amounts: ReadonlyMap<string, number>, most: number, holds: number): Slider {
  const now = toPence(amounts.get(side.id) ?? 0);
  const { id, label, locked } = side;
  return { id, label, locked, now, least: limit(side.least, 0), most, holds, shortIn: null };
}

function limit(pounds: number | undefined, otherwise: number): number {
  return pounds === undefined ? otherwise : Math.round(pounds * 100);
}

function offBoard(sliders: readonly Slider[], amounts: ReadonlyMap<string, number>): Slider[] {
  const there = new Set(sliders.map((each) => each.id));
  return [...amounts]
    .filter(([id]) => !there.has(id))
    .map(([id, pounds]) => {
      const now = toPence(pounds);
      return { id, label: id, locked: true, now, least: now, most: now, holds: 0, shortIn: null };
    });
}
