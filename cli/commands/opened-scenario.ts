/** The scenario that a command is about. */
import type { OpenedDocument } from "../../engine/index.ts";
import type { Scenario } from "../../scenarios/index.ts";
import type { Io } from "../io.ts";
import { firstExample } from "./first-example.ts";
import type { Session } from "./open-host.ts";

export interface OpenedScenario {
  readonly document: OpenedDocument;
  readonly scenario: Scenario;
}

/**
 * The first scenario of the file; without one, the dataset with nothing moved; without either, the first example. Says on
 * stderr what else the file holds; `done` is what happens to the first ("run").
 */
export async function openScenario(
  io: Io,
  session: Session,
  file: string | undefined,
  data: string | undefined,
  done: string,
): Promise<OpenedScenario> {
  const document = await opened(session, file, data);
  const [scenario, ...others] = document.scenarios;
  if (scenario === undefined) throw new Error("A document always has a scenario.");
  if (others.length > 0 && file !== undefined) {
    const name = document.file?.name ?? file;
    io.err(`${name} holds ${others.length + 1} scenarios; the first one, "${scenario.title}", is ${done}.\n`);
  }
  return { document, scenario };
}

async function opened(session: Session, file: string | undefined, data: string | undefined): Promise<OpenedDocument> {
  const dataset = data === undefined ? null : await session.open(data);
  if (file !== undefined) return session.open(file);
  return dataset ?? firstExample(session.client);
}
