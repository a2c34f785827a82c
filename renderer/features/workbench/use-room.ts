/** How much higher each of the three rows of charts may be than at the smallest: the window's height is used. */
import { useSyncExternalStore } from "react";

/** Height of the window at which the three rows fit exactly, and the most that a row grows. */
const EXACT = 900;
const MOST = 90;

function subscribe(changed: () => void): () => void {
  window.addEventListener("resize", changed);
  return () => window.removeEventListener("resize", changed);
}

export function useRoom(): number {
  return useSyncExternalStore(subscribe, () =>
    Math.round(Math.min(MOST, Math.max(0, (window.innerHeight - EXACT) / 3))),
  );
}
