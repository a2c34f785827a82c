/**
 * The model refuses an input. `message` is for a person: what is wrong, where, with which figures, and what to do.
 *
 * `code` is stable ("shift.takes-more-than-held"); `path` says where in the case ("shifts[a].amount"); `value` is what
 * was found and `expected` what would be accepted, both as short text.
 */
export class ModelInputError extends Error {
  override readonly name = "ModelInputError";
  readonly code: string;
  readonly path: string;
  readonly value: string;
  readonly expected: string;

  constructor(refusal: { code: string; message: string; path: string; value: string; expected: string }) {
    super(refusal.message);
    this.code = refusal.code;
    this.path = refusal.path;
    this.value = refusal.value;
    this.expected = refusal.expected;
  }
}
