/** Text columns of every Arrow layout to codes into a list of the different texts. */
import { DataType } from "apache-arrow";
import type { Data } from "apache-arrow";
import { badText, nullTest, valuesOf } from "./cells.ts";
import { damaged } from "./frame.ts";
import type { TextColumn } from "./table.ts";

/** Reads plain, large, view and dictionary-coded text. Throws `DatasetError` on text that is not UTF-8 or not there. */
export function readTextColumn(name: string, chunks: readonly Data[], rows: number, file: string): TextColumn {
  const codes = new Int32Array(rows).fill(-1);
  const known = new KnownTexts();
  let start = 0;
  for (const chunk of chunks) {
    if (DataType.isDictionary(chunk.type)) readCoded(chunk, codes, start, known, file, name);
    else readEach(chunk, file, name, (i, bytes) => (codes[start + i] = codeOf(known, bytes, file, name, start + i)));
    start += chunk.length;
  }
  return { kind: "text", name, codes, texts: known.texts };
}

function codeOf(known: KnownTexts, bytes: Uint8Array, file: string, name: string, row: number): number {
  try {
    return known.code(bytes);
  } catch {
    throw badText(file, name, row);
  }
}

/** Dictionary-coded: the dictionary is read once for each chunk, as it was for that chunk. */
function readCoded(chunk: Data, codes: Int32Array, start: number, known: KnownTexts, file: string, name: string): void {
  const dictionary = chunk.dictionary;
  if (dictionary === undefined) throw damaged(file);
  const codeOfEntry: number[] = [];
  for (const part of dictionary.data) {
    const base = codeOfEntry.length;
    for (let i = 0; i < part.length; i++) codeOfEntry.push(-1);
    readEach(part, file, name, (i, bytes) => (codeOfEntry[base + i] = codeOf(known, bytes, file, name, start)));
  }
  const indices = valuesOf<ArrayLike<number | bigint>>(chunk, 1, file);
  const isNull = nullTest(chunk);
  for (let i = 0; i < chunk.length; i++) {
    if (isNull?.(i) === true) continue;
    const code = codeOfEntry[Number(indices[i])];
    if (code === undefined) throw badText(file, name, start + i);
    codes[start + i] = code;
  }
}

/** Calls `visit` with the bytes of every cell that is not null. */
function readEach(chunk: Data, file: string, name: string, visit: (index: number, bytes: Uint8Array) => void): void {
  if (DataType.isUtf8View(chunk.type)) return readViews(chunk, file, name, visit);
  const bytes = (chunk.values ?? new Uint8Array(0)) as Uint8Array;
  const offsets = chunk.valueOffsets as Int32Array | BigInt64Array;
  if (chunk.length > 0 && offsets.length < chunk.length + 1) throw damaged(file);
  const isNull = nullTest(chunk);
  for (let i = 0; i < chunk.length; i++) {
    if (isNull?.(i) === true) continue;
    const from = Number(offsets[i]);
    const to = Number(offsets[i + 1]);
    if (from < 0 || to < from || to > bytes.length) throw badText(file, name, i);
    visit(i, bytes.subarray(from, to));
  }
}

/** Views: 16 bytes a cell; up to 12 bytes of text stand in the view, longer text in one of the other buffers. */
function readViews(chunk: Data, file: string, name: string, visit: (index: number, bytes: Uint8Array) => void): void {
  const views = valuesOf<Uint8Array>(chunk, 16, file);
  const view = new DataView(views.buffer, views.byteOffset, views.byteLength);
  const buffers = chunk.variadicBuffers as readonly Uint8Array[];
  const isNull = nullTest(chunk);
  for (let i = 0; i < chunk.length; i++) {
    if (isNull?.(i) === true) continue;
    const length = view.getInt32(16 * i, true);
    if (length < 0) throw badText(file, name, i);
    if (length <= 12) {
      visit(i, views.subarray(16 * i + 4, 16 * i + 4 + length));
      continue;
    }
    const buffer = buffers[view.getInt32(16 * i + 8, true)];
    const from = view.getInt32(16 * i + 12, true);
    if (buffer === undefined || from < 0 || from + length > buffer.length) throw badText(file, name, i);
    visit(i, buffer.subarray(from, from + length));
  }
}

/** The different texts seen so far, found by their bytes so that each is decoded once. */
class KnownTexts {
  readonly texts: string[] = [];
  private readonly encoded: Uint8Array[] = [];
  private readonly byHash = new Map<number, number[]>();
  private readonly decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  private last = -1;

  /** Throws `TypeError` when the bytes are not UTF-8. */
  code(bytes: Uint8Array): number {
    // Long tables are usually in runs.
    if (this.last >= 0 && same(this.encoded[this.last] as Uint8Array, bytes)) return this.last;
    const hash = hashOf(bytes);
    const candidates = this.byHash.get(hash);
    for (const code of candidates ?? []) {
      if (same(this.encoded[code] as Uint8Array, bytes)) return (this.last = code);
    }
    const code = this.texts.length;
    this.texts.push(this.decoder.decode(bytes));
    this.encoded.push(bytes);
    if (candidates === undefined) this.byHash.set(hash, [code]);
    else candidates.push(code);
    return (this.last = code);
  }
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash >>> 0;
}
