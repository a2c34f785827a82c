import { roundedParts } from "../../../scenarios/index.ts";

/** Said beside figures in £m to two decimals when those of some column do not add up to its rounded total; else null. */
export function roundingNote(columnsOfPounds: readonly (readonly number[])[]): string | null {
  const notes = columnsOfPounds.map(
    (column) =>
      roundedParts(
        column.map((pounds) => pounds / 1e6),
        2,
      ).note,
  );
  return notes.find((note) => note !== null) ?? null;
}
