import type { FileReference } from "../engine/contract/index.ts";
import { type FromEngine, toEngine } from "./control-messages.ts";

/** What the control of the engine's process needs of the engine. */
export interface ControlledEngine<Port> {
  grant(path: string, mode: "read" | "read-write", handle?: string): FileReference;
  serve(port: Port): void;
}

/**
 * Answers main's messages. `start` makes the engine from the first message; until it has come, and after it failed,
 * every request is refused with a sentence, never left waiting.
 */
export function createEngineControl<Port>(options: {
  readonly start: (folders: { stateFolder: string; documentsFolder: string }) => ControlledEngine<Port>;
  readonly reply: (message: FromEngine) => void;
}): (message: unknown, ports: readonly Port[]) => void {
  let engine: ControlledEngine<Port> | null = null;

  const started = (): ControlledEngine<Port> => {
    if (engine === null) throw new Error("The engine has not started.");
    return engine;
  };

  return (message, ports) => {
    const parsed = toEngine.safeParse(message);
    if (!parsed.success) {
      options.reply({ kind: "broken", message: "The engine was sent a message that it does not understand." });
      return;
    }
    const request = parsed.data;
    try {
      if (request.kind === "start") {
        const fresh = options.start(request);
        for (const { path, mode, handle } of request.standing) fresh.grant(path, mode, handle);
        engine = fresh;
      } else if (request.kind === "grant")
        options.reply({ kind: "granted", id: request.id, file: started().grant(request.path, request.mode) });
      else {
        const [port] = ports;
        if (port === undefined) throw new Error("The window's port did not arrive.");
        started().serve(port);
      }
    } catch (problem) {
      const words = problem instanceof Error ? problem.message : String(problem);
      options.reply(
        request.kind === "grant"
          ? { kind: "refused", id: request.id, message: words }
          : { kind: "broken", message: words },
      );
    }
  };
}
