/** `careshift serve`: the window in a browser, until it is stopped. */
import { access } from "node:fs/promises";
import path from "node:path";
import { drawThreadsHere } from "../../engine/index.ts";
import { openDoor } from "../serve/door.ts";
import type { Door } from "../serve/door.ts";
import { documentsFolder, stateFolder } from "../folders.ts";
import type { Io } from "../io.ts";
import { openInBrowser } from "../start/open-browser.ts";
import { exampleResult } from "./example-result.ts";
import { openHost } from "./open-host.ts";
import { CommandProblem } from "./problem.ts";

export interface ServeOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Whether to open a browser. */
  readonly open: boolean;
  /** Folder of saved scenarios and packs; the usual one when absent. */
  readonly folder?: string | undefined;
}

/** A reload is back within this time; after it, the window counts as closed. */
const WINDOW_GONE_MS = 3000;

export async function serve(io: Io, options: ServeOptions): Promise<number> {
  await checkBuilt(io);
  const documents = options.folder === undefined ? documentsFolder(io) : path.resolve(io.cwd, options.folder);
  const host = openHost(io, { documents, threads: true, drawThreads: drawThreadsHere() });
  let door: Door | null = null;
  try {
    const opened = await open(io, options.port, host.router);
    door = opened;
    const address = opened.newAddress();
    io.out(`Careshift runs at ${address}\n`);
    io.out(`Scenarios and packs are saved in ${documents}\n`);
    const opening = options.open
      ? await openInBrowser(io, address, stateFolder(io))
      : { kind: "none" as const, why: "No window is opened, as asked." };
    if (opening.kind === "opened") io.out(`It is open in ${opening.where}. Press Ctrl-C here to stop it.\n`);
    else
      io.out(
        `\n${opening.why}\n\n${await exampleResult(host)}\nOpen ${address} in a browser. Press Ctrl-C here to stop.\n`,
      );
    await io.stopped;
    io.out("Careshift has stopped.\n");
    return 0;
  } finally {
    await door?.close();
    host.close();
  }
}

async function open(io: Io, port: number, router: Parameters<typeof openDoor>[0]["router"]): Promise<Door> {
  let gone: NodeJS.Timeout | undefined;
  let address = (): string => "";
  const windows = (there: boolean): void => {
    clearTimeout(gone);
    if (there) return;
    gone = setTimeout(() => {
      io.out(`The window has been closed. Open it again at ${address()} or press Ctrl-C here to stop.\n`);
    }, WINDOW_GONE_MS);
    gone.unref();
  };
  const shutOut = (): void =>
    io.out(`A browser asked to be let in. If it was yours, give it this address: ${address()}\n`);
  try {
    const door = await openDoor({ router, rendererFolder: io.places.renderer, port, windows, shutOut });
    address = door.newAddress;
    return door;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EADDRINUSE") {
      throw new CommandProblem(
        `Port ${port} is in use by another program. Give another --port, or leave it out for a free one.`,
      );
    }
    if (code === "EACCES")
      throw new CommandProblem(`You may not use port ${port}. Give a --port above 1023, or leave it out.`);
    throw error;
  }
}

async function checkBuilt(io: Io): Promise<void> {
  const page = path.join(io.places.renderer, "index.html");
  await access(page).catch(() => {
    throw new CommandProblem(
      'The window has not been built yet: run "npm run build" in Careshift\'s folder, then try again.',
    );
  });
}
