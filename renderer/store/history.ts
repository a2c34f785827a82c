/** Undo and redo over immutable snapshots. Edits of one gesture (a drag, a held key) make one step. */

export interface History<T> {
  readonly past: readonly T[];
  readonly present: T;
  readonly future: readonly T[];
  /** The gesture that made the present, while it may still go on. */
  readonly gesture: string | null;
}

/** Steps kept: far beyond a working day, and bounded. */
const MOST_STEPS = 500;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], gesture: null };
}

/** Null makes a step of its own; the same gesture again replaces what it made before. */
export function edit<T>(history: History<T>, present: T, gesture: string | null): History<T> {
  if (present === history.present) return history;
  if (gesture !== null && gesture === history.gesture) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present, future: [], gesture };
}

/** The next edit starts a new step. A gesture that ended where it began leaves no step behind. */
export function endGesture<T>(history: History<T>, same: (a: T, b: T) => boolean): History<T> {
  if (history.gesture === null) return history;
  const before = history.past.at(-1);
  if (before !== undefined && same(before, history.present))
    return { ...history, past: history.past.slice(0, -1), present: before, gesture: null };
  return { ...history, gesture: null };
}

export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    gesture: null,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const after = history.future[0];
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future: history.future.slice(1), gesture: null };
}
