/** The engine in this process, and the calls that every command makes of it. */
import os from "node:os";
import path from "node:path";
import { clientInProcess, createEngineHost } from "../../engine/index.ts";
import type { EngineClient, EngineHost, OpenedDocument } from "../../engine/index.ts";
import { documentsFolder, stateFolder } from "../folders.ts";
import type { Io } from "../io.ts";

export interface HostOptions {
  /** Whether scenarios run in threads, as the window's do, or in this process, for a command that answers and ends. */
  readonly threads: boolean;
  /** Threads that share the draws of a run; 1 where none are drawn. */
  readonly drawThreads: number;
  readonly documents?: string;
}

/** A host for one command. */
export function openHost(io: Io, { threads, drawThreads, documents }: HostOptions): EngineHost {
  return createEngineHost({
    examplesFolder: io.places.examples,
    stateFolder: stateFolder(io),
    documentsFolder: documents ?? documentsFolder(io),
    workerUrl: io.places.worker,
    workers: threads ? Math.max(1, Math.min(4, os.availableParallelism() - 1)) : 0,
    drawThreads,
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
export async function withEngine<T>(io: Io, use: (session: Session) => Promise<T>, drawThreads = 1): Promise<T> {
  const host = openHost(io, { threads: false, drawThreads });
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
