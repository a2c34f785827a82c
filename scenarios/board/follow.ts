/** How the other side of the board follows a move. All in whole pence. */
import { allocateWithin, sumOf } from "./pence.ts";
import type { Slider } from "./sliders.ts";

/** How far each slider may go in the direction of the move: 0 for a locked one. */
export function roomOf(sliders: readonly Slider[], direction: number): number[] {
  return sliders.map(({ locked, now, least, most }) =>
    locked ? 0 : Math.max(0, direction > 0 ? most - now : now - least),
  );
}

/**
 * What each slider changes by, summing to `delta` exactly. First what stands on the far side of 0 comes back towards it,
 * in proportion to what stands there; then the rest, in proportion to what a specialty holds or a programme has (equally
 * when none has any). Ask `roomOf` first: it must be enough.
 */
export function follow(sliders: readonly Slider[], delta: number): number[] {
  const direction = Math.sign(delta);
  const room = roomOf(sliders, direction);
  const backToNone = sliders.map(({ now }, i) => Math.min(room[i] as number, Math.max(0, -direction * now)));
  const first = Math.min(Math.abs(delta), sumOf(backToNone));
  const returned = allocateWithin(first, backToNone, backToNone);
  const rest = Math.abs(delta) - first;
  const left = room.map((free, i) => free - (returned[i] as number));
  const weights = sliders.map(({ holds, now }) => (holds > 0 ? holds : Math.max(0, direction * now)));
  const further = allocateWithin(rest, weights, left);
  return sliders.map((_, i) => direction * ((returned[i] as number) + (further[i] as number)) + 0);
}
