/**
 * The outside of an Arrow file or stream, checked message by message before anything in it is read, so that a file which
 * is cut short, padded or something else altogether is refused in words and never half loaded.
 * Layout: https://arrow.apache.org/docs/format/Columnar.html#serialization-and-interprocess-communication-ipc
 */
import { DatasetError } from "../dataset-error.ts";
import { FlatTable } from "./flat-table.ts";
import { refuseWhatIsNotArrow } from "./not-arrow.ts";

/** Most bytes that one file's compressed columns may unfold to. */
const MOST_UNFOLDED_BYTES = 2 * 1024 ** 3;

/** Most rows of one file: as many cells as any table of a dataset may have. */
const MOST_ROWS = 50_000_000;

export interface ArrowFrame {
  readonly rowCount: number;
}

const MAGIC = "ARROW1";
const CONTINUATION = 0xffffffff;
const SCHEMA = 1;
const DICTIONARY = 2;
const RECORD_BATCH = 3;

/** Checks the frame of an IPC file or stream. Throws `DatasetError` ("arrow.…") when it is not whole and well formed. */
export function checkArrowFrame(bytes: Uint8Array, file: string): ArrowFrame {
  refuseWhatIsNotArrow(bytes, file);
  const isFile = textOf(bytes, 0, 6) === MAGIC;
  try {
    return isFile ? checkFile(bytes, file) : checkStream(bytes, file);
  } catch (error) {
    if (error instanceof DatasetError) throw error;
    throw damaged(file);
  }
}

function checkFile(bytes: Uint8Array, file: string): ArrowFrame {
  const end = bytes.length;
  if (end < 8 + 4 + 6) throw incomplete(file);
  if (textOf(bytes, end - 6, end) !== MAGIC) {
    const extra = bytesAfterEndMark(bytes);
    throw extra === 0 ? incomplete(file) : padded(file, extra);
  }
  const view = viewOf(bytes);
  const footerLength = view.getInt32(end - 10, true);
  const footerStart = end - 10 - footerLength;
  if (footerLength <= 0 || footerStart < 8) throw damaged(file);
  const footer = FlatTable.root(bytes.subarray(footerStart, end - 10));
  const schema = footer.table(1);
  if (schema === null) throw damaged(file);
  if (schema.int16(0, 0) !== 0) throw bigEndian(file);
  const found = walk(bytes, 8, footerStart, false, file);
  // Readers go by the footer: it must list exactly the messages that are there.
  const listed = [...blocksOf(footer, 2), ...blocksOf(footer, 3)].sort((a, b) => a - b);
  if (found.end !== footerStart || listed.join() !== found.starts.join()) throw damaged(file);
  // All dictionaries of a file are read before its rows: a later one would rename earlier rows.
  if (found.replaces) throw damaged(file);
  return { rowCount: found.rows };
}

/** Where the footer says its dictionaries (2) or record batches (3) start. */
function blocksOf(footer: FlatTable, slot: number): number[] {
  return Array.from({ length: footer.vectorLength(slot) }, (_, i) => footer.structInt64(slot, i, 24, 0));
}

function checkStream(bytes: Uint8Array, file: string): ArrowFrame {
  const found = walk(bytes, 0, bytes.length, true, file);
  // A stream cut between two messages looks whole but for its end mark.
  if (!found.endMark) throw incomplete(file);
  if (found.end !== bytes.length) throw padded(file, bytes.length - found.end);
  return { rowCount: found.rows };
}

interface Walked {
  end: number;
  endMark: boolean;
  /** Where each dictionary and record batch starts, in order. */
  starts: number[];
  rows: number;
  /** Whether a dictionary takes the place of an earlier one, which a stream may do and a file may not. */
  replaces: boolean;
}

/** `needsSchema`: a stream starts with its schema; some writers of files leave it to the footer. */
function walk(bytes: Uint8Array, start: number, limit: number, needsSchema: boolean, file: string): Walked {
  const view = viewOf(bytes);
  const found: Walked = { end: start, endMark: false, starts: [], rows: 0, replaces: false };
  let unfolded = 0;
  const dictionaries = new Set<number>();
  let first = true;
  while (found.end < limit) {
    if (found.end + 8 > limit) throw incomplete(file);
    if (view.getUint32(found.end, true) !== CONTINUATION) throw first ? oldStream(file) : damaged(file);
    const headLength = view.getInt32(found.end + 4, true);
    found.end += 8;
    if (headLength === 0) {
      found.endMark = true;
      break;
    }
    if (headLength < 0) throw damaged(file);
    if (found.end + headLength > limit) throw incomplete(file);
    const message = FlatTable.root(bytes.subarray(found.end, found.end + headLength));
    const bodyStart = found.end + headLength;
    const bodyLength = message.int64(3);
    if (bodyLength < 0) throw damaged(file);
    if (bodyStart + bodyLength > limit) throw incomplete(file);
    const kind = message.int8(1, 0);
    const header = message.table(2);
    if (header === null || (kind === SCHEMA ? !first : first && needsSchema)) throw damaged(file);
    const body = bytes.subarray(bodyStart, bodyStart + bodyLength);
    if (kind === SCHEMA) {
      if (message.int16(0, 0) < 3) throw oldStream(file);
      if (header.int16(0, 0) !== 0) throw bigEndian(file);
    } else if (kind === RECORD_BATCH) {
      found.starts.push(found.end - 8);
      found.rows += header.int64(0);
      unfolded += checkBuffers(header, body, file);
    } else if (kind === DICTIONARY) {
      const batch = header.table(1);
      if (batch === null) throw damaged(file);
      const isDelta = header.int8(2, 0) !== 0;
      if (!isDelta && dictionaries.has(header.int64(0))) found.replaces = true;
      dictionaries.add(header.int64(0));
      found.starts.push(found.end - 8);
      unfolded += checkBuffers(batch, body, file);
    } else throw damaged(file);
    if (unfolded > MOST_UNFOLDED_BYTES || found.rows > MOST_ROWS) throw tooLarge(file);
    found.end = bodyStart + bodyLength;
    first = false;
  }
  if (first && needsSchema) throw incomplete(file);
  return found;
}

/** Every buffer lies inside the body; returns the bytes that compressed ones say they unfold to. */
function checkBuffers(batch: FlatTable, body: Uint8Array, file: string): number {
  const compressed = batch.table(3) !== null;
  const view = viewOf(body);
  let unfolded = 0;
  for (let i = 0; i < batch.vectorLength(2); i++) {
    const offset = batch.structInt64(2, i, 16, 0);
    const length = batch.structInt64(2, i, 16, 8);
    if (offset < 0 || length < 0 || offset + length > body.length) throw damaged(file);
    if (compressed && length > 0) {
      const declared = view.getBigInt64(offset, true);
      if (declared < -1n || declared > BigInt(MOST_UNFOLDED_BYTES)) throw tooLarge(file);
      unfolded += declared === -1n ? length - 8 : Number(declared);
    }
  }
  return unfolded;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

/** How many bytes follow the last end mark that is not the start mark; 0 when there is none. */
function bytesAfterEndMark(bytes: Uint8Array): number {
  for (let at = bytes.length - 7; at >= 8; at--) {
    if (bytes[at] === 0x41 && textOf(bytes, at, at + 6) === MAGIC) return bytes.length - at - 6;
  }
  return 0;
}

function incomplete(file: string): DatasetError {
  return new DatasetError({
    code: "arrow.incomplete",
    problem: "the file is incomplete: it ends before its Arrow end mark",
    file,
    remedy: "Copy or download it again, or write it again and close the writer",
  });
}

function padded(file: string, extra: number): DatasetError {
  return new DatasetError({
    code: "arrow.padded",
    problem: `the file has ${extra} more ${extra === 1 ? "byte" : "bytes"} after its Arrow end mark`,
    file,
    remedy: "It was changed after it was written; copy or write it again",
  });
}

/** Raised for anything inside an Arrow file that contradicts itself. */
export function damaged(file: string): DatasetError {
  return new DatasetError({
    code: "arrow.damaged",
    problem: "the file is damaged: its parts do not fit together as an Arrow file's must",
    file,
    remedy: "Copy or download it again, or write it again",
  });
}

function bigEndian(file: string): DatasetError {
  return new DatasetError({
    code: "arrow.big-endian",
    problem: "the file holds its numbers in big-endian order, which this program does not read",
    file,
    remedy: "Write it again on an ordinary (little-endian) computer",
  });
}

function oldStream(file: string): DatasetError {
  return new DatasetError({
    code: "arrow.old-format",
    problem: "the file is in an Arrow format from before 2019, or is not an Arrow file",
    file,
    remedy: "Write it again with a current Arrow library, as an Arrow IPC file (Feather version 2)",
  });
}

function tooLarge(file: string): DatasetError {
  return new DatasetError({
    code: "arrow.too-large",
    problem: "the file has more than 50 million rows, or its columns unfold to more than 2 GiB",
    file,
    remedy: "Use fewer rows or columns",
  });
}
