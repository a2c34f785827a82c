/** Files that are often given in place of an Arrow file, recognised so that the message can name them. */
import { DatasetError } from "../dataset-error.ts";

const STARTS: readonly (readonly [start: string, what: string, remedy: string])[] = [
  ["FEA1", "Feather version 1", "Save it again as Feather version 2 (the same as an Arrow IPC file)"],
  ["PAR1", "a Parquet file", "Save it as an Arrow IPC file"],
  ["PK\u0003\u0004", "a zip file or a spreadsheet", "Unpack it, or open it as a .zip dataset"],
  ["%PDF", "a PDF", "Choose the Arrow file"],
  ["\u001f\u008b", "a gzip file", "Unpack it first"],
  ["{", "a JSON file", "Choose the Arrow file, or the folder that holds datapackage.json"],
  ["<", "a web page or XML", "Download the data itself, not the page about it"],
];

/** Throws `DatasetError` when the bytes are empty or plainly another kind of file. */
export function refuseWhatIsNotArrow(bytes: Uint8Array, file: string): void {
  if (bytes.length === 0) {
    throw new DatasetError({
      code: "arrow.empty",
      problem: "the file is empty (0 bytes)",
      file,
      remedy: "Copy or write it again",
    });
  }
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  for (const [start, what, remedy] of STARTS) {
    if (head.startsWith(start)) throw notArrow(file, what, remedy);
  }
  if (
    !head.startsWith("ARROW1") &&
    /^[\t\n\r\u0020-\u007e\u0080-\u00ff]+$/.test(head) &&
    !head.startsWith("\u00ff\u00ff\u00ff\u00ff")
  ) {
    const isTable = /[,;\t]/.test(head);
    throw notArrow(file, isTable ? "a CSV (text) file" : "a text file", "Save it as an Arrow IPC file");
  }
}

function notArrow(file: string, what: string, remedy: string): DatasetError {
  return new DatasetError({ code: "arrow.not-arrow", problem: `this is ${what}, not an Arrow file`, file, remedy });
}
