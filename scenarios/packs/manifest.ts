/** manifest.json of a pack: what is in it, and the hash of every entry. Described in docs/pack-format.md. */
import { z } from "zod";
import { PackError, NOTHING_OPENED } from "./pack-error.ts";

export const PACK_FORMAT = "careshift-pack";
export const PACK_VERSION = 1;
export const MANIFEST_NAME = "manifest.json";
export const DESCRIPTOR_NAME = "datapackage.json";
export const DATASET_FOLDER = "dataset/";
export const SCENARIO_FOLDER = "scenarios/";
export const RESULTS_FOLDER = "results/";
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

const hash = z.string().regex(/^sha256-[0-9a-f]{64}$/, 'a hash: "sha256-" and 64 hexadecimal digits');
const path = z.string().min(1).max(200);

const manifestSchema = z.strictObject({
  format: z.literal(PACK_FORMAT),
  version: z.literal(PACK_VERSION),
  /** The program that made the pack: "careshift 0.1.0". */
  program: z.string().max(100),
  /** Hash of the model that made the results. */
  model: hash,
  dataset: z.strictObject({ name: z.string().max(200), title: z.string().max(2000), hash }),
  scenarios: z
    .array(z.strictObject({ path, title: z.string().max(200), hash, results: path }))
    .min(1)
    .max(100),
  /** Every entry but the manifest itself, by path. */
  entries: z
    .array(
      z.strictObject({
        path,
        bytes: z.number().int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits"),
      }),
    )
    .min(1)
    .max(5_000),
});
export type PackManifest = z.infer<typeof manifestSchema>;

/** Throws PackError when it is not a manifest, or one of a later version. */
export function parseManifest(bytes: Uint8Array, file: string): PackManifest {
  const refused = (code: string, why: string) =>
    new PackError(code, file, `${file}: ${why} ${NOTHING_OPENED}`, MANIFEST_NAME);
  if (bytes.length > MAX_MANIFEST_BYTES) {
    throw refused(
      "pack.manifest-too-large",
      `${MANIFEST_NAME} holds ${bytes.length} bytes; at most ${MAX_MANIFEST_BYTES} are read.`,
    );
  }
  const raw = json(bytes);
  if (typeof raw !== "object" || raw === null) {
    throw refused("pack.manifest-not-json", `${MANIFEST_NAME} is not whole JSON text.`);
  }
  const { format, version } = raw as { format?: unknown; version?: unknown };
  if (format !== PACK_FORMAT) {
    throw refused(
      "pack.other-format",
      `this is a zip with a ${MANIFEST_NAME} of another kind, not a Careshift pack: its "format" is not "${PACK_FORMAT}".`,
    );
  }
  if (typeof version === "number" && version > PACK_VERSION) {
    throw new PackError(
      "pack.newer-version",
      file,
      `${file} is in version ${version} of the pack format, and this program reads up to version ${PACK_VERSION}. Open it with the Careshift that made it, or a newer one.`,
      MANIFEST_NAME,
    );
  }
  const result = manifestSchema.safeParse(raw);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw refused(
    "pack.bad-manifest",
    `in ${MANIFEST_NAME}, "${issue?.path.join(".") ?? ""}" is not as it must be: ${issue?.message ?? ""}.`,
  );
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
