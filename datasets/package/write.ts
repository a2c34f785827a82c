/** Writes a dataset: tables to Arrow files, and the descriptor that lists them. The same input gives the same bytes. */
import type { WritableColumn } from "../arrow/write.ts";
import { writeArrowTable } from "../arrow/write.ts";
import { DESCRIPTOR_NAME, FORMAT_VERSION } from "./descriptor.ts";
import type { Descriptor, Resource } from "./descriptor.ts";
import { fileHash } from "./hash.ts";
import { specOf } from "./table-specs.ts";
import type { TableName } from "./table-specs.ts";

export interface WritableTable {
  readonly name: TableName;
  /** In the words of the dataset's maker; the table's general description when absent. */
  readonly description?: string;
  readonly columns: readonly WritableColumn[];
}

/** What the descriptor says besides its tables. */
export interface DatasetDescription {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly licenses: readonly { readonly name: string; readonly title: string; readonly path: string }[];
  readonly sources: readonly { readonly title: string; readonly path?: string }[];
  readonly careshift: Omit<Descriptor["careshift"], "version">;
}

/** Files of the dataset by path, `datapackage.json` first. Table columns are named as the format says. */
export function writeDataset(
  description: DatasetDescription,
  tables: readonly WritableTable[],
): Map<string, Uint8Array> {
  return assembleFiles(description, tables.map(writeTable));
}

export interface WrittenTable {
  readonly resource: Resource;
  readonly bytes: Uint8Array;
}

/** One table's file and its entry in the descriptor. */
export function writeTable(table: WritableTable): WrittenTable {
  const bytes = writeArrowTable(table.columns);
  const columns = table.columns.map((column) => column.name);
  return { resource: describeTable(table.name, `${table.name}.arrow`, bytes, columns, table.description), bytes };
}

/** The descriptor over files that exist already, and the files. */
export function assembleFiles(
  description: DatasetDescription,
  written: readonly WrittenTable[],
): Map<string, Uint8Array> {
  const { name, title, licenses, sources, careshift } = description;
  const descriptor = {
    name,
    title,
    description: description.description,
    licenses,
    sources,
    careshift: { version: FORMAT_VERSION, ...careshift },
    resources: written.map((one) => one.resource),
  };
  const files = new Map<string, Uint8Array>([
    [DESCRIPTOR_NAME, new TextEncoder().encode(`${JSON.stringify(descriptor, null, 2)}\n`)],
  ]);
  for (const { resource, bytes } of written) files.set(resource.path, bytes);
  return files;
}

/** The descriptor's entry for one table. `columns` are those of the file; fields not among them are left out. */
export function describeTable(
  name: TableName,
  path: string,
  bytes: Uint8Array,
  columns: readonly string[],
  description?: string | undefined,
): Resource {
  const spec = specOf(name);
  const fields = spec.fields
    .filter((field) => columns.includes(field.name))
    .map(({ name: field, type, unit, description: meaning }) => ({
      name: field,
      type,
      ...(type === "number" && unit !== "" ? { unit } : {}),
      description: meaning,
    }));
  return {
    name,
    path,
    format: "arrow",
    mediatype: "application/vnd.apache.arrow.file",
    description: description ?? spec.description,
    bytes: bytes.length,
    hash: fileHash(bytes),
    schema: { fields },
  };
}
