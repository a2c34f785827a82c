/** Inputs of A&E attendances and of the lines that pay for them. */
import { sizeOf, type Members, type NamedArray } from "../language/named-array.ts";
import type { CommissioningCase, LineAttendances } from "./case.ts";

const PEOPLE = ["area", "age", "sex"];

export function attendanceInputs(
  given: CommissioningCase,
  members: Members,
): readonly (readonly [string, NamedArray])[] {
  const cells = PEOPLE.reduce((product, dim) => product * sizeOf(members, dim), 1);
  const byLine = (value: (attendances: LineAttendances) => number): NamedArray => ({
    dims: ["line"],
    values: Float64Array.from(given.lines, ({ attendances }) => (attendances === undefined ? 0 : value(attendances))),
  });
  return [
    ["attendances0", given.attendances0 ?? { dims: PEOPLE, values: new Float64Array(cells) }],
    ["attendanceCost", byLine(({ cost }) => cost)],
    ["attendanceVariableShare", byLine(({ variableShare }) => variableShare)],
    ["paysForAttendances", byLine(() => 1)],
  ];
}
