/** Why a pack was refused: what is wrong, with which entry, and what to do. Nothing of it was kept or written. */
export class PackError extends Error {
  override readonly name = "PackError";
  /** Stable: "pack.changed-entry". */
  readonly code: string;
  /** Name of the entry in the pack; empty when the whole pack is meant. */
  readonly entry: string;
  /** The pack's file name. */
  readonly file: string;

  constructor(code: string, file: string, message: string, entry = "") {
    super(message);
    this.code = code;
    this.file = file;
    this.entry = entry;
  }
}

/** The last words of every refusal. */
export const NOTHING_OPENED = "Nothing was opened. Ask for the pack again from where it came.";
