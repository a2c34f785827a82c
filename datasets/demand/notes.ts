/** What a demand table's file may say about itself: the schema metadata under "careshift", as JSON. */
import { z } from "zod";
import { DatasetError } from "../dataset-error.ts";
import { standingSchema } from "../package/descriptor.ts";

const text = z.string().min(1).max(2000);

const notesSchema = z.strictObject({
  title: text.optional(),
  source: text.optional(),
  standing: standingSchema.optional(),
  definitions: z
    .strictObject({
      bedDay: text.optional(),
      admission: text.optional(),
      yearKind: z.enum(["financial", "calendar"]).optional(),
    })
    .optional(),
  warnings: z.array(text).max(20).optional(),
});

export type DemandNotes = z.infer<typeof notesSchema>;

/** The notes, or none. Throws `DatasetError` when there are some and they are not as they must be. */
export function readNotes(metadata: ReadonlyMap<string, string>, file: string): DemandNotes {
  const raw = metadata.get("careshift");
  if (raw === undefined) return {};
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    throw wrong("the note is not JSON", file);
  }
  const parsed = notesSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw wrong(`"${issue?.path.map(String).join(".") ?? ""}" is not as it must be: ${issue?.message ?? ""}`, file);
}

function wrong(problem: string, file: string): DatasetError {
  return new DatasetError({
    code: "demand.notes",
    problem: `in the file's metadata "careshift", ${problem}`,
    file,
    remedy: "Correct it as docs/dataset-format.md describes, or leave it out",
  });
}
