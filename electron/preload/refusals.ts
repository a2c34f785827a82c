/** The sentence that main refused with, without the words that Electron puts before it. */
export function inPlainWords(problem: unknown): string {
  const message = problem instanceof Error ? problem.message : String(problem);
  return message.replace(/^Error invoking remote method '[^']*': (?:[A-Za-z]*(?:Error|Refusal): )?/, "");
}
