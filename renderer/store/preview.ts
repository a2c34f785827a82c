/** The worked example, run once for the first screen: a look at what a move does before anything is opened. */
import { readResult } from "../client/results.ts";
import type { Context } from "./context.ts";

/** A lane of its own: it never replaces a run of the workbench. */
const LANE = "home";

export interface PreviewActions {
  /** Runs the first example, unless it was. When it cannot be run the place stays empty: opening it says why. */
  showPreview(): Promise<void>;
}

export function createPreview({ store, client, newId }: Context): PreviewActions {
  let asked = false;
  return {
    async showPreview() {
      const [example] = store.getState().examples;
      if (asked || example === undefined) return;
      asked = true;
      try {
        const { dataset, scenarios } = await client.calls.documents.openExample({ id: example.id });
        const scenario = scenarios[0];
        if (scenario === undefined) return;
        const request = { runId: newId(), lane: LANE, datasetId: dataset.id, scenario, bridge: false };
        const outcome = await client.calls.runs.run(request);
        if (outcome.kind === "done")
          store.setState({ preview: { dataset, scenario, result: await readResult(outcome) } });
      } catch {
        // Nobody has asked for it: it is tried again when the screen is shown again.
        asked = false;
      }
    },
  };
}
