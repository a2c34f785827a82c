/** What a command tells a person on stderr, ending with code 1. */
export class CommandProblem extends Error {
  override readonly name = "CommandProblem";
}
