/** datapackage.json: a Frictionless Data Package with a "careshift" block. */
import { z } from "zod";
import { DatasetError } from "../dataset-error.ts";
import { unsafePath } from "../source/safe-path.ts";

export const DESCRIPTOR_NAME = "datapackage.json";
export const FORMAT_VERSION = 1;
const MOST_YEARS = 60;
const MOST_BYTES = 4 * 1024 ** 2;

const line = z.string().min(1).max(2000);

const field = z.looseObject({
  name: z.string().min(1).max(100),
  type: z.enum(["string", "number"]),
  unit: z.string().max(100).optional(),
  description: z.string().max(2000).optional(),
});

const resource = z.looseObject({
  name: z.string().min(1).max(100),
  path: z.string().refine((path) => unsafePath(path) === null, "a file name inside the dataset's folder"),
  format: z.literal("arrow"),
  bytes: z.number().int().min(0),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'a hash such as "sha256:" and 64 hexadecimal digits'),
  schema: z.looseObject({ fields: z.array(field).min(1).max(100) }),
});

export const standingSchema = z.enum(["real", "derived", "illustrative", "assumed"]);

const careshift = z.strictObject({
  version: z.literal(FORMAT_VERSION),
  /** The first financial year starts in April of this year. */
  firstYear: z.number().int().min(1900).max(2200),
  yearCount: z.number().int().min(2).max(MOST_YEARS),
  definitions: z.strictObject({
    bedDay: line,
    admission: line,
    yearKind: z.enum(["financial", "calendar"]),
    priceBase: line,
    costBasis: line,
  }),
  hospitalCostType: line,
  provenance: z
    .array(z.strictObject({ what: line, standing: standingSchema, how: line, source: z.string().max(2000) }))
    .min(1)
    .max(200),
  warnings: z.array(line).max(50),
});

export const descriptorSchema = z.looseObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, "a name of lower-case letters, digits, dots and hyphens"),
  title: line,
  description: z.string().max(10_000).optional(),
  licenses: z
    .array(z.looseObject({ name: line, title: z.string().optional(), path: z.string().optional() }))
    .optional(),
  sources: z.array(z.looseObject({ title: line, path: z.string().optional() })).optional(),
  resources: z.array(resource).min(1).max(40),
  careshift,
});

export type Descriptor = z.infer<typeof descriptorSchema>;
export type Resource = z.infer<typeof resource>;

/** Reads and checks a descriptor. Throws `DatasetError` ("descriptor.…") naming the first thing that is wrong. */
export function parseDescriptor(bytes: Uint8Array): Descriptor {
  if (bytes.length > MOST_BYTES) {
    throw new DatasetError({
      code: "descriptor.too-large",
      problem: "the description is larger than 4 MiB",
      file: DESCRIPTOR_NAME,
      remedy: "Keep data in tables, and the description short",
    });
  }
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new DatasetError({
      code: "descriptor.not-json",
      problem: "the description is not JSON text in UTF-8",
      file: DESCRIPTOR_NAME,
      remedy: "Restore it, or write the dataset again",
    });
  }
  const parsed = descriptorSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path.map(String).join(".") ?? "";
  if (path === "careshift" && issue?.code === "invalid_type") {
    throw new DatasetError({
      code: "descriptor.not-careshift",
      problem: 'this data package has no "careshift" part, so it is not a Careshift dataset',
      file: DESCRIPTOR_NAME,
      remedy: "Choose a Careshift dataset, or add the part that docs/dataset-format.md describes",
    });
  }
  throw new DatasetError({
    code: "descriptor.wrong",
    problem: `"${path}" is not as it must be: ${issue?.message ?? "unknown"}`,
    file: DESCRIPTOR_NAME,
    remedy: "Correct it as docs/dataset-format.md describes",
  });
}
