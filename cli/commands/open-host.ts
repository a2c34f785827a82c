/** The engine in this process, and the calls that every command makes of it. */
import os from "node:os";
import path from "node:path";
import { clientInProcess, createEngineHost } from "../../engine/index.ts";
import type { EngineClient, EngineHost, OpenedDocument } from "../../engine/index.ts";
import { documentsFolder, stateFolder } from "../folders.ts";
import type { Io } from "../io.ts";

/** A host for one command. A command that answers and ends computes in this process; the window's host has threads. */
export function openHost(io: Io, { threads, documents }: { threads: boolean; documents?: string }): EngineHost {
  return createEngineHost({
    examplesFolder: io.places.examples,
    stateFolder: stateFolder(io),
    documentsFolder: documents ?? documentsFolder(io),
    workerUrl: io.places.worker,
    workers: threads ? Math.max(1, Math.min(4, os.availableParallelism() - 1)) : 0,
  });
}

export interface Session {
  readonly client: EngineClient;
  readonly host: EngineHost;
  /** Opens a file or folder named on the command line. */
  open(file: string): Promise<OpenedDocument>;
  /** A handle to write a file named on the command line. */
  writeTo(file: string): string;
}

/** Gives `use` an engine, and closes it whatever happens. */
export async function withEngine<T>(io: Io, use: (session: Session) => Promise<T>): Promise<T> {
  const host = openHost(io, { threads: false });
  const { client, close } = clientInProcess(host.router);
  const at = (file: string): string => path.resolve(io.cwd, file);
  try {
    return await use({
      client,
      host,
      open: (file) => client.documents.open({ handle: host.grant(at(file), "read").handle }),
      writeTo: (file) => host.grant(at(file), "read-write").handle,
    });
  } finally {
    close();
    host.close();
  }
}
