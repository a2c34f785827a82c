/** The WebAssembly draw machine against the plain one, bit for bit; threads that share results; room that is given back. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openKernelMachine } from "../../../engine/kernels/kernel-machine.ts";
import { plainMachine } from "../../../models/index.ts";
import { programOf, randomRuns, resultsOf } from "../../models/language/draws/support/programs.ts";
import { compiledKernels } from "./support/kernels.ts";

const machine = openKernelMachine(compiledKernels());

describe("the same numbers as the plain machine, to the last bit", () => {
  it("for random programs of every instruction, any draws and any tile", () => {
    fc.assert(
      fc.property(randomRuns, ({ program, columns, tile }) => {
        // Equality of tests tells 0 from -0, and holds NaN equal to NaN.
        expect(resultsOf(machine, program, columns, tile)).toEqual(resultsOf(plainMachine, program, columns, tile));
      }),
      { numRuns: 1500 },
    );
  });

  it("for the exponential, from end to end", () => {
    const program = programOf(1, [], 2, 1, [
      ["exp", 1, 0],
      ["store", 0, 1],
    ]);
    const arguments_ = fc.array(
      fc.oneof(
        fc.double({ min: -750, max: 715 }),
        fc.constantFrom(-745.1332191019411, -745.1332191019413, 709.782712893384),
      ),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(arguments_, (x) => {
        expect(resultsOf(machine, program, [x], 64)).toEqual(resultsOf(plainMachine, program, [x], 64));
      }),
    );
  });
});
