/** A router whose parts answer with fixed values: for tests of the doors, which do not look at what passes. */
import { createRouter } from "../../../engine/router.ts";
import type { EngineParts, EngineRouter } from "../../../engine/router.ts";

const notAsked = (): never => {
  throw new Error("This part is not asked in this test.");
};

export function fakeRouter(parts: Partial<EngineParts["documents"]> = {}): EngineRouter {
  return createRouter({
    documents: {
      examples: () => Promise.resolve([{ id: "grampian", title: "Grampian", detail: "Three partnerships" }]),
      openExample: notAsked,
      open: notAsked,
      receive: notAsked,
      recent: notAsked,
      forgetRecent: notAsked,
      ...parts,
    },
    saving: { saveScenario: notAsked, exportPack: notAsked, nameInFolder: notAsked },
    run: notAsked,
    ranges: notAsked,
    cancel: () => false,
    events: notAsked,
  });
}
