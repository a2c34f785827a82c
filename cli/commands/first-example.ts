/** The bundled example that is run and shown when nothing is named. */
import type { EngineClient, OpenedDocument } from "../../engine/index.ts";
import { CommandProblem } from "./problem.ts";

export async function firstExample(client: EngineClient): Promise<OpenedDocument> {
  const [first] = await client.documents.examples();
  if (first === undefined) {
    throw new CommandProblem(
      "The bundled examples are not there. Install Careshift again, or name a scenario and its --data.",
    );
  }
  return client.documents.openExample({ id: first.id });
}
