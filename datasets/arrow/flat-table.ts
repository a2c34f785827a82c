/**
 * Just enough of the FlatBuffers layout to check an Arrow file's frame before trusting it
 * (https://flatbuffers.dev/internals). Every read is bounds-checked by DataView: a damaged file throws RangeError.
 */
export class FlatTable {
  private readonly view: DataView;
  private readonly position: number;
  private readonly vtable: number;
  private readonly vtableLength: number;

  constructor(view: DataView, position: number) {
    this.view = view;
    this.position = position;
    this.vtable = position - view.getInt32(position, true);
    this.vtableLength = view.getUint16(this.vtable, true);
  }

  /** The table that a buffer starts with. */
  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  int8(slot: number, absent: number): number {
    const at = this.field(slot);
    return at === 0 ? absent : this.view.getInt8(at);
  }

  int16(slot: number, absent: number): number {
    const at = this.field(slot);
    return at === 0 ? absent : this.view.getInt16(at, true);
  }

  int64(slot: number): number {
    const at = this.field(slot);
    return at === 0 ? 0 : safeInteger(this.view.getBigInt64(at, true));
  }

  table(slot: number): FlatTable | null {
    const at = this.field(slot);
    return at === 0 ? null : new FlatTable(this.view, at + this.view.getUint32(at, true));
  }

  /** Number of elements of a vector; 0 when it is absent. */
  vectorLength(slot: number): number {
    const at = this.field(slot);
    return at === 0 ? 0 : this.view.getUint32(at + this.view.getUint32(at, true), true);
  }

  /** 64-bit integer at `byte` of element `index` of a vector of structs of `size` bytes. */
  structInt64(slot: number, index: number, size: number, byte: number): number {
    const at = this.field(slot);
    const start = at + this.view.getUint32(at, true) + 4;
    return safeInteger(this.view.getBigInt64(start + index * size + byte, true));
  }

  private field(slot: number): number {
    const entry = 4 + 2 * slot;
    if (entry + 2 > this.vtableLength) return 0;
    const offset = this.view.getUint16(this.vtable + entry, true);
    return offset === 0 ? 0 : this.position + offset;
  }
}

function safeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError("A length is beyond any real file.");
  return number;
}
