/** The colour roles as the chart library needs them: resolved, and read again when the theme changes. */
import { useSyncExternalStore } from "react";

const ROLES = [
  "paper",
  "ink",
  "rule",
  "c-scn",
  "c-base",
  "c-avoid",
  "c-release",
  "c-strand",
  "c-bridge",
  "c-hosp",
  "c-comm",
  "c-up",
] as const;
export type ColourRole = (typeof ROLES)[number];
export type Colours = Readonly<Record<ColourRole, string>>;

/** Resolved through an element, so that the system's own colour names come out as figures too. */
function readColours(page: Document): Colours {
  const probe = page.createElement("span");
  probe.hidden = true;
  page.body.append(probe);
  const resolved = ROLES.map((role) => {
    probe.style.color = `var(--${role})`;
    return [role, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(resolved) as Record<ColourRole, string>;
}

let current: Colours | null = null;

function subscribe(changed: () => void): () => void {
  const refresh = (): void => {
    current = null;
    changed();
  };
  const queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", refresh);
  const observer = new MutationObserver(refresh);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => {
    for (const query of queries) query.removeEventListener("change", refresh);
    observer.disconnect();
  };
}

export function useColours(): Colours {
  return useSyncExternalStore(subscribe, () => (current ??= readColours(document)));
}

/** A tint of a resolved colour. `tint("rgb(11, 90, 138)", 0.28)` is "rgba(11, 90, 138, 0.28)". */
export function tint(colour: string, alpha: number): string {
  return colour.replace(/^rgba?\(([^,]+),([^,]+),([^,)]+).*$/, `rgba($1,$2,$3, ${alpha})`);
}
