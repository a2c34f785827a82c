/** Public entry of the datasets layer: checked datasets from files, and files from tables. */
export type { Assumption, Dataset, LineRecord, Provenance } from "./dataset.ts";
export { DatasetError } from "./dataset-error.ts";
export { datasetFiles, loadDataset, loadDatasetFiles } from "./load-dataset.ts";
export type { DatasetSource } from "./load-dataset.ts";
export { assumptionsTable, commonTables } from "./package/common-tables.ts";
export { writeDataset } from "./package/write.ts";
export type { DatasetDescription, WritableTable } from "./package/write.ts";
export { readZip } from "./source/zip.ts";
