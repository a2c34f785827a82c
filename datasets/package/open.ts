/** A dataset's files to its descriptor and tables, once the listing, the hashes and the columns are right. */
import { readArrowTable } from "../arrow/read.ts";
import type { Table } from "../arrow/table.ts";
import { DatasetError } from "../dataset-error.ts";
import { DESCRIPTOR_NAME } from "./descriptor.ts";
import type { Descriptor, Resource } from "./descriptor.ts";
import { fileHash } from "./hash.ts";
import { isTableName, specOf } from "./table-specs.ts";
import type { TableName } from "./table-specs.ts";

export interface OpenedPackage {
  readonly descriptor: Descriptor;
  readonly tables: ReadonlyMap<TableName, Table>;
}

/**
 * Opens what the descriptor lists. `ready` holds tables that were read on the way here, by path. Throws `DatasetError` on a listed file that is missing, changed or has other columns.
 */
export function openPackage(
  descriptor: Descriptor,
  files: ReadonlyMap<string, Uint8Array>,
  ready: ReadonlyMap<string, Table> = new Map(),
): OpenedPackage {
  const tables = new Map<TableName, Table>();
  const paths = new Set<string>([DESCRIPTOR_NAME]);
  for (const resource of descriptor.resources) {
    const { name, path } = resource;
    if (!isTableName(name)) throw wrongListing(`it lists a table "${name}", which is not one of a dataset's`, name);
    if (tables.has(name)) throw wrongListing(`it lists the table "${name}" twice`, name);
    if (paths.has(path)) throw wrongListing(`it lists the file "${path}" twice`, path);
    paths.add(path);
    const bytes = files.get(path);
    if (bytes === undefined) throw missingFile(path);
    const made = ready.get(path);
    if (made === undefined) checkUnchanged(resource, bytes);
    checkDeclaredFields(resource, name);
    const table = made ?? readArrowTable(bytes, path);
    checkColumns(resource, table);
    tables.set(name, table);
  }
  return { descriptor, tables };
}

function checkUnchanged(resource: Resource, bytes: Uint8Array): void {
  if (bytes.length === resource.bytes && fileHash(bytes) === resource.hash) return;
  throw new DatasetError({
    code: "package.changed-file",
    problem: "the file is not the one that the dataset's description was made for: its contents have changed",
    file: resource.path,
    remedy: "Get the dataset again from where it came, or write it again with its description",
  });
}

function checkDeclaredFields(resource: Resource, name: TableName): void {
  const spec = specOf(name);
  const declared = new Map(resource.schema.fields.map((field) => [field.name, field]));
  for (const field of spec.fields) {
    const found = declared.get(field.name);
    if (found === undefined) {
      if (field.optional === true) continue;
      throw wrongColumn("package.missing-column", resource.path, field.name, "the column is missing", "Add it");
    }
    if (found.type !== field.type) {
      const problem = `the description calls the column a ${found.type}, and it must be a ${field.type}`;
      throw wrongColumn(
        "package.wrong-type",
        resource.path,
        field.name,
        problem,
        "Correct the description and the file",
      );
    }
    if ((found.unit ?? "") !== field.unit) {
      const problem = `the unit is "${found.unit ?? ""}", and must be "${field.unit}"`;
      throw wrongColumn(
        "package.wrong-unit",
        resource.path,
        field.name,
        problem,
        "Convert the values and correct the unit",
      );
    }
  }
  for (const field of resource.schema.fields) {
    if (spec.fields.some((one) => one.name === field.name)) continue;
    throw wrongColumn(
      "package.unknown-column",
      resource.path,
      field.name,
      "this is not a column of the table",
      "Remove it",
    );
  }
}

function checkColumns(resource: Resource, table: Table): void {
  const declared = resource.schema.fields.map((field) => field.name);
  const found = table.columns.map((column) => column.name);
  for (const name of declared) {
    if (found.includes(name)) continue;
    throw wrongColumn("package.missing-column", resource.path, name, "the column is not in the file", "Add it");
  }
  for (const name of found) {
    if (declared.includes(name)) continue;
    const problem = "the column is in the file but not in the dataset's description";
    throw wrongColumn("package.unknown-column", resource.path, name, problem, "Remove it from the file");
  }
}

function wrongColumn(code: string, file: string, column: string, problem: string, remedy: string): DatasetError {
  return new DatasetError({
    code,
    problem,
    file,
    column,
    remedy: `${remedy} (docs/dataset-format.md lists the columns)`,
  });
}

function wrongListing(problem: string, value: string): DatasetError {
  return new DatasetError({
    code: "package.wrong-listing",
    problem,
    file: DESCRIPTOR_NAME,
    value,
    remedy: "Correct the list of tables as docs/dataset-format.md describes",
  });
}

function missingFile(path: string): DatasetError {
  return new DatasetError({
    code: "package.missing-file",
    problem: "the dataset's description lists this file, and it is not there",
    file: path,
    remedy: "Get the whole dataset again from where it came",
  });
}
