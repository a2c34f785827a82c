/**
 * The files opened or saved last, kept as JSON in the state folder. The list is a convenience: when it cannot be
 * written the work goes on, and a damaged one is set aside under another name, never written over.
 */
import { randomBytes } from "node:crypto";
import { rename } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { readWholeFile, writeWholeFile } from "./atomic-file.ts";
import { fileKind } from "./contract/index.ts";

const MOST_FILES = 12;
const MOST_BYTES = 1024 * 1024;

const recentEntry = z.object({
  path: z.string().min(1),
  kind: fileKind,
  title: z.string(),
  detail: z.string(),
  when: z.string(),
  /** Hash of the dataset in it, or that it was made on: a scenario finds its dataset by this. */
  dataHash: z.string(),
});
export type RecentEntry = z.infer<typeof recentEntry>;

const recentList = z.object({ version: z.literal(1), files: z.array(recentEntry) });

export interface RecentFiles {
  /** Latest first. */
  list(): Promise<readonly RecentEntry[]>;
  /** Puts a file at the head of the list, once. */
  remember(entry: RecentEntry): Promise<void>;
  forget(file: string): Promise<void>;
}

export function createRecentFiles(stateFolder: string): RecentFiles {
  const file = path.join(stateFolder, "recent.json");
  // Changes follow one another, so that two files opened at once both stay in the list.
  let last: Promise<unknown> = Promise.resolve();

  const change = (edit: (entries: readonly RecentEntry[]) => readonly RecentEntry[]): Promise<void> => {
    const next = last.then(async () => {
      const entries = edit(await readList(file)).slice(0, MOST_FILES);
      const text = JSON.stringify({ version: 1, files: entries } satisfies z.infer<typeof recentList>, null, 2);
      await writeWholeFile(file, Buffer.from(`${text}\n`));
    });
    last = next.catch(() => undefined);
    return next.catch(() => undefined);
  };

  return {
    list: async () => {
      await last;
      return readList(file);
    },
    remember: (entry) => change((entries) => [entry, ...entries.filter((other) => other.path !== entry.path)]),
    forget: (forgotten) => change((entries) => entries.filter((entry) => entry.path !== forgotten)),
  };
}

async function readList(file: string): Promise<readonly RecentEntry[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readWholeFile(file, MOST_BYTES);
  } catch {
    return [];
  }
  const parsed = recentList.safeParse(parseJson(bytes));
  if (parsed.success) return parsed.data.files;
  const aside = path.join(path.dirname(file), `recent.damaged-${randomBytes(4).toString("hex")}.json`);
  await rename(file, aside).catch(() => undefined);
  return [];
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}
