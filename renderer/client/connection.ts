/** Whether the engine can be reached, and a link that always speaks to the newest connection. */
import type { ClientContext, ClientLink } from "@orpc/client";

export type ConnectionState =
  | { readonly kind: "connecting" }
  | { readonly kind: "open" }
  /** Lost; a new attempt is on its way. */
  | { readonly kind: "lost"; readonly attempt: number }
  /** The door said no, and why, in a sentence. It is asked again, in case it changes its mind. */
  | { readonly kind: "refused"; readonly reason: string };

/** Thrown by every call that finds no connection, and by those that a lost connection cut off. */
export class ConnectionLostError extends Error {
  override readonly name = "ConnectionLostError";
}

type Link = ClientLink<ClientContext>;

export class Connection implements Link {
  #state: ConnectionState = { kind: "connecting" };
  #link: Link | null = null;
  readonly #listeners = new Set<(state: ConnectionState) => void>();
  readonly #waiting = new Set<() => void>();

  get state(): ConnectionState {
    return this.#state;
  }

  /** Returns the function that stops listening. */
  onChange(listener: (state: ConnectionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  opened(link: Link): void {
    this.#link = link;
    this.#become({ kind: "open" });
  }

  lost(attempt: number): void {
    this.#link = null;
    this.#become({ kind: "lost", attempt });
  }

  /** Waits for the first connection; once a connection has been lost, fails at once so that the screen can say so. */
  readonly call: Link["call"] = async (path, input, options) => {
    if (this.#state.kind === "connecting") await new Promise<void>((resolve) => this.#waiting.add(resolve));
    const link = this.#link;
    if (link === null) throw new ConnectionLostError("The engine cannot be reached.");
    try {
      return await link.call(path, input, options);
    } catch (problem) {
      if (this.#link !== link) throw new ConnectionLostError("The engine stopped answering.", { cause: problem });
      throw problem;
    }
  };

  refused(reason: string): void {
    this.#link = null;
    this.#become({ kind: "refused", reason });
  }

  #become(state: ConnectionState): void {
    this.#state = state;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
    for (const listener of this.#listeners) listener(state);
  }
}
