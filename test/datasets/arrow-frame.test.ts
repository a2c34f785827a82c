/** Arrow files that are wrong in ways that no library writes: each made here by hand. */
import fc from "fast-check";
import { Message, MessageHeader, MetadataVersion, RecordBatchStreamWriter, tableFromIPC } from "apache-arrow";
import { FileBlock, Footer } from "apache-arrow/ipc/metadata/file";
import { describe, expect, test } from "vitest";
import { readArrowTable } from "../../datasets/arrow/read.ts";
import { writeArrowTable } from "../../datasets/arrow/write.ts";
import { DatasetError } from "../../datasets/dataset-error.ts";
import { columnOf, errorOf } from "./columns-of.ts";
import { arrowFile } from "./files.ts";

const file = writeArrowTable([
  { name: "area", texts: ["North", "South", null, "North"] },
  { name: "bed_days", numbers: [1.5, null, 3, -4] },
]);
const stream = new RecordBatchStreamWriter().writeAll(tableFromIPC(file)).toUint8Array(true);
const text = (value: string) => new TextEncoder().encode(value);
const codeOf = (bytes: Uint8Array) => errorOf(DatasetError, () => readArrowTable(bytes, "t.arrow")).code;

test("what was written is read, as a file and as a stream", () => {
  for (const bytes of [file, stream]) {
    const table = readArrowTable(bytes, "t.arrow");
    expect(columnOf(table, "area")).toEqual(["North", "South", null, "North"]);
    expect(columnOf(table, "bed_days")).toEqual([1.5, null, 3, -4]);
  }
});

test("the same table gives the same bytes, whatever was written in between", () => {
  const columns = [{ name: "area", texts: ["North", "South"] }];
  const first = writeArrowTable(columns);
  writeArrowTable([{ name: "other", texts: ["a", "b", "c"] }]);
  expect(writeArrowTable(columns)).toEqual(first);
});

test("a file or stream cut anywhere is refused, and never read in part", () => {
  for (const whole of [file, stream]) {
    for (let length = 0; length < whole.length; length++) {
      expect(codeOf(whole.slice(0, length)), `${length} of ${whole.length} bytes`).toMatch(/^arrow\./);
    }
  }
});

test("anything added after the end is refused, with the number of bytes", () => {
  for (const whole of [file, stream]) {
    const padded = new Uint8Array(whole.length + 5);
    padded.set(whole);
    expect(errorOf(DatasetError, () => readArrowTable(padded, "t.arrow")).message).toContain("5 more bytes");
  }
});

test("a changed byte gives a table or a refusal in words, never another error", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(file, stream),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      fc.integer({ min: 1, max: 255 }),
      (whole, where, change) => {
        const bytes = whole.slice();
        const at = Math.floor(where * bytes.length);
        bytes[at] = (bytes[at] as number) ^ change;
        try {
          expect(readArrowTable(bytes, "t.arrow").columns.length).toBeGreaterThanOrEqual(0);
        } catch (error) {
          expect(error).toBeInstanceOf(DatasetError);
        }
      },
    ),
    { numRuns: 600 },
  );
});

describe("other kinds of file are named", () => {
  test.each([
    ["Feather version 1", text("FEA1................FEA1")],
    ["a Parquet file", text("PAR1................PAR1")],
    ["a zip file or a spreadsheet", text("PK\u0003\u0004..........")],
    ["a web page", text("<!doctype html><html></html>")],
    ["a CSV", text("area,bed_days\nNorth,3\n")],
    ["a text file", text("Dear colleague")],
  ])("%s", (words, bytes) => {
    expect(errorOf(DatasetError, () => readArrowTable(bytes, "t.arrow")).message).toContain(words);
  });
});

test("big-endian data is refused", () => {
  // One message: Message { version 5, header: Schema { endianness: 1 }, bodyLength 0 }, laid out by hand as FlatBuffers.
  const message = new Uint8Array(56);
  const view = new DataView(message.buffer);
  view.setUint32(0, 16, true); // the table starts at 16
  for (const [at, value] of [
    [4, 12], // length of its list of fields
    [6, 24],
    [8, 4], // version at 16 + 4
    [10, 6], // header type at 16 + 6
    [12, 8], // header at 16 + 8
    [14, 16], // body length at 16 + 16
  ] as const) {
    view.setUint16(at, value, true);
  }
  view.setInt32(16, 12, true);
  view.setInt16(20, 4, true); // V5
  view.setUint8(22, 1); // Schema
  view.setUint32(24, 24, true); // at 24 + 24 = 48
  view.setUint16(40, 6, true);
  view.setUint16(42, 8, true);
  view.setUint16(44, 4, true); // endianness at 48 + 4
  view.setInt32(48, 8, true);
  view.setInt16(52, 1, true); // big
  const bytes = new Uint8Array(8 + message.length + 8);
  new DataView(bytes.buffer).setUint32(0, 0xffffffff, true);
  new DataView(bytes.buffer).setUint32(4, message.length, true);
  bytes.set(message, 8);
  new DataView(bytes.buffer).setUint32(8 + message.length, 0xffffffff, true);
  expect(codeOf(bytes)).toBe("arrow.big-endian");
});

test("two columns of one name are refused", () => {
  const bytes = writeArrowTable([
    { name: "days", numbers: [1] },
    { name: "days", numbers: [2] },
  ]);
  expect(codeOf(bytes)).toBe("arrow.duplicate-column");
});

test("a file whose later dictionary takes the place of an earlier one is refused: it would rename earlier rows", () => {
  const messages = arrowFile("c17_dict_replace.arrows");
  const blocks: FileBlock[] = [];
  const kinds: number[] = [];
  const view = new DataView(messages.buffer, messages.byteOffset, messages.byteLength);
  for (let at = 0; ;) {
    const headLength = view.getInt32(at + 4, true);
    if (headLength === 0) break;
    const message = Message.decode(messages.slice(at + 8, at + 8 + headLength));
    kinds.push(message.headerType);
    blocks.push(new FileBlock(headLength + 8, message.bodyLength, at + 8));
    at += 8 + headLength + message.bodyLength;
  }
  const schema = tableFromIPC(messages).schema;
  const of = (kind: MessageHeader) => blocks.filter((_, i) => kinds[i] === kind);
  const footer = Footer.encode(
    new Footer(schema, MetadataVersion.V5, of(MessageHeader.RecordBatch), of(MessageHeader.DictionaryBatch)),
  );
  const length = new Uint8Array(Int32Array.of(footer.length).buffer);
  const whole = Buffer.concat([text("ARROW1\u0000\u0000"), messages, footer, length, text("ARROW1")]);
  expect(of(MessageHeader.DictionaryBatch).length).toBe(2);
  expect(codeOf(whole)).toBe("arrow.damaged");
});
