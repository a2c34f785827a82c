/** Questions put to the person inside the window: one at a time, answered by a dialog. */
import type { Dialog } from "./state.ts";

export type UnsavedAnswer = "save" | "discard" | "cancel";

export class Asker {
  #answer: ((value: unknown) => void) | null = null;
  readonly #listeners = new Set<(dialog: Dialog | null) => void>();

  onChange(listener: (dialog: Dialog | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows the dialog; a newer one answers it with null. */
  ask(dialog: Dialog): Promise<unknown> {
    this.answer(null);
    return new Promise((resolve) => {
      this.#answer = resolve;
      this.#tell(dialog);
    });
  }

  /** Closes the dialog that is shown. */
  answer(value: unknown): void {
    const answer = this.#answer;
    this.#answer = null;
    this.#tell(null);
    answer?.(value);
  }

  async askForName(question: { kind: "scenario" | "pack"; suggestedName: string }): Promise<string | null> {
    const answer = await this.ask({ kind: "name", file: question.kind, suggestedName: question.suggestedName });
    return typeof answer === "string" ? answer : null;
  }

  async askToReplace(question: { name: string; folder: string }): Promise<boolean> {
    return (await this.ask({ kind: "replace", ...question })) === true;
  }

  async askAboutUnsaved(title: string): Promise<UnsavedAnswer> {
    const answer = await this.ask({ kind: "unsaved", title });
    return answer === "save" || answer === "discard" ? answer : "cancel";
  }

  #tell(dialog: Dialog | null): void {
    for (const listener of this.#listeners) listener(dialog);
  }
}
