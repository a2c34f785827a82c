/** What main sends unasked, handed to the page's listeners. */
export interface Pushes<Message> {
  push(message: Message): void;
  /** Returns the function that stops listening. */
  listen(listener: (message: Message) => void): () => void;
}

/** Up to `keepUntilHeard` messages that come while nobody has listened yet are kept for the first listener; more are dropped. */
export function createPushes<Message>({ keepUntilHeard }: { keepUntilHeard: number }): Pushes<Message> {
  const listeners = new Set<{ readonly hear: (message: Message) => void }>();
  const unheard: Message[] = [];
  let everHeard = false;
  return {
    push(message) {
      for (const listener of listeners) listener.hear(message);
      if (!everHeard && unheard.length < keepUntilHeard) unheard.push(message);
    },
    listen(hear) {
      // An entry of its own, so that the same function given twice is stopped once at a time.
      const entry = { hear };
      listeners.add(entry);
      everHeard = true;
      for (const message of unheard.splice(0)) hear(message);
      return () => {
        listeners.delete(entry);
      };
    },
  };
}
