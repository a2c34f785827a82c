/** Moving money on the board of sliders: one side is set, the other follows, and the total never changes. */
import type { Scenario } from "../schema.ts";
import { follow, roomOf } from "./follow.ts";
import { sumOf, toPounds } from "./pence.ts";
import { rebuildShifts } from "./rebuild.ts";
import { lockedInWords, ownLimitInWords, shortInWords } from "./refusals.ts";
import { slidersOf, type BoardContext, type Slider } from "./sliders.ts";
import { mixedTerms } from "./terms.ts";

export type MoveOutcome =
  | { readonly kind: "moved"; readonly scenario: Scenario }
  | {
      readonly kind: "refused";
      /** What stands in the way, in a sentence. */
      readonly reason: string;
      /** £ a year: of the amounts that would be accepted, the nearest to the asked one. */
      readonly nearest: number;
      /** Ids of the sliders that are locked or at their limit. */
      readonly binding: readonly string[];
    };

export type BoardSideName = "specialties" | "programmes";

/**
 * Gives a programme `pounds` a year, to the nearest penny. More is drawn from unlocked specialties in proportion to what
 * they hold, within what they hold; less goes back to them in proportion to what was taken. While a thumb is dragged,
 * start each time from the scenario as it was when the drag began, so that going back undoes going forth.
 */
export function setProgramme(
  scenario: Scenario,
  programme: string,
  pounds: number,
  context: BoardContext,
): MoveOutcome {
  return move(scenario, context, "programmes", programme, pounds);
}

/**
 * Takes `pounds` a year from a specialty. More goes to unlocked programmes in proportion to what they have (equally when
 * none has any); less is taken back from them in the same way.
 */
export function setSpecialty(
  scenario: Scenario,
  specialty: string,
  pounds: number,
  context: BoardContext,
): MoveOutcome {
  return move(scenario, context, "specialties", specialty, pounds);
}

function move(scenario: Scenario, context: BoardContext, side: BoardSideName, id: string, pounds: number): MoveOutcome {
  const { specialties, programmes } = slidersOf(scenario, context);
  const [own, others] = side === "programmes" ? [programmes, specialties] : [specialties, programmes];
  const moving = own.find((each) => each.id === id);
  if (moving === undefined) throw new Error(`There is no slider "${id}" on the board.`);
  if (!Number.isFinite(pounds)) return refused("The amount is not a number.", moving.now, [id]);
  const target = Math.round(pounds * 100);
  if (target === moving.now) return { kind: "moved", scenario };
  if (moving.locked) return refused(lockedInWords(moving), moving.now, [id]);
  for (const programme of programmes) {
    const mixed = mixedTerms(scenario, programme.id);
    if (mixed.length > 0) {
      const reason = `The shifts to ${programme.label} differ in ${mixed.join(" and ")}, so they cannot be moved as one. Give them all one ${mixed[0]} first.`;
      return refused(reason, moving.now, [programme.id]);
    }
  }
  const outcome = reach(moving, target, others, side, context.years[0] as string);
  if (outcome.binding !== null) return refused(outcome.reason, outcome.nearest, outcome.binding);

  const changes = follow(others, target - moving.now);
  const ownNext = own.map((each) => (each === moving ? target : each.now));
  const othersNext = others.map((each, i) => each.now + (changes[i] as number));
  const [taken, given] = side === "programmes" ? [othersNext, ownNext] : [ownNext, othersNext];
  return { kind: "moved", scenario: rebuildShifts(scenario, specialties, taken, programmes, given, context.years) };
}

/** Whether the target can be reached; if not, how far, and what binds. */
function reach(moving: Slider, target: number, others: readonly Slider[], side: BoardSideName, baseYear: string) {
  const direction = Math.sign(target - moving.now);
  const room = roomOf(others, direction);
  const ownRoom = roomOf([moving], direction)[0] as number;
  const asked = Math.abs(target - moving.now);
  const possible = Math.min(asked, ownRoom, sumOf(room));
  const nearest = moving.now + direction * possible;
  if (possible === asked) return { binding: null };
  if (ownRoom <= sumOf(room)) {
    return { binding: [moving.id], nearest, reason: ownLimitInWords(moving, side, direction, baseYear) };
  }
  const binding = others.filter((each, i) => each.locked || (room[i] as number) < asked).map((each) => each.id);
  return { binding, nearest, reason: shortInWords(moving, others, side, direction, sumOf(room), nearest) };
}

function refused(reason: string, nearest: number, binding: readonly string[]): MoveOutcome {
  return { kind: "refused", reason, nearest: toPounds(nearest), binding };
}
