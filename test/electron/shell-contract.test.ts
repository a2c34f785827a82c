import { expect, expectTypeOf, test } from "vitest";
import * as ours from "../../electron/shell-contract.ts";
import * as theirs from "../../renderer/client/shell.ts";

// The window may not import the shell: it keeps a copy of its shape, and this is what holds the two together. The types
// are compared by the type check, the name of the message here.
test("the window's copy of the shell contract is the same as the shell's", () => {
  expectTypeOf<theirs.CareshiftShell>().toEqualTypeOf<ours.CareshiftShell>();
  expectTypeOf<theirs.ShellCommand>().toEqualTypeOf<ours.ShellCommand>();
  expect(theirs.ENGINE_PORT_MESSAGE).toBe(ours.ENGINE_PORT_MESSAGE);
});
