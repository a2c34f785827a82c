/**
 * What runs in the page before the preload: the substitutes for contextBridge and ipcRenderer. Sent to the browser as
 * text, so it may use nothing from outside itself.
 */

/** Set by the stand-in on the page's window, under a name that no page looks for. */
export const HOOK = "careshift-stand-in";

export interface PageHook {
  push(channel: string, args: unknown[]): void;
  openPort(channel: string, id: string): void;
  deliver(id: string, message: { text: string } | { bulk: string }): void;
  closePort(id: string): void;
  /** Directives of the content policy that were broken since the page began. */
  readonly violations: string[];
}

type Call = (operation: string, channel: string, args: unknown[]) => Promise<unknown>;
type Listener = (event: { ports: MessagePort[] }, ...args: unknown[]) => void;

/** Everything is passed in, since this function is turned into text. */
export function installPageSide(names: {
  hook: string;
  binding: string;
  origin: string;
  platform: string;
  preload: (require: (name: string) => unknown, window: object, process: object) => void;
}): void {
  // Electron runs a preload in the page that it loads: not in frames, nor in the blank page before it.
  if (window.top !== window || window.location.href === "about:blank") return;
  const holder = window as unknown as Record<string, unknown>;
  const call = holder[names.binding] as Call;
  delete holder[names.binding];
  const listeners = new Map<string, Listener[]>();
  const ports = new Map<string, { port: MessagePort; down: Promise<void>; up: Promise<unknown> }>();

  const emit = (channel: string, event: { ports: MessagePort[] }, args: unknown[]): void => {
    for (const listener of listeners.get(channel) ?? []) listener(event, ...args);
  };

  const violations: string[] = [];
  document.addEventListener("securitypolicyviolation", (event) => violations.push(event.effectiveDirective));

  const hook: PageHook = {
    violations,
    push: (channel, args) => emit(channel, { ports: [] }, args),
    openPort: (channel, id) => {
      const { port1, port2 } = new MessageChannel();
      const entry = { port: port1, down: Promise.resolve(), up: Promise.resolve() as Promise<unknown> };
      ports.set(id, entry);
      port1.addEventListener("message", ({ data }: MessageEvent<BodyInit>) => {
        const kind = typeof data === "string" ? "text" : "bytes";
        // One after the other: requests side by side would overtake each other.
        entry.up = entry.up.then(() => fetch(`/__stand-in/port/${id}/${kind}`, { method: "POST", body: data }));
      });
      port1.start();
      emit(channel, { ports: [port2] }, [null]);
    },
    deliver: (id, message) => {
      const entry = ports.get(id);
      if (entry === undefined) return;
      entry.down = entry.down.then(async () => {
        if ("text" in message) return entry.port.postMessage(message.text);
        const response = await fetch(`/__stand-in/bulk/${message.bulk}`);
        entry.port.postMessage(new Uint8Array(await response.arrayBuffer()));
      });
    },
    closePort: (id) => {
      ports.get(id)?.port.close();
      ports.delete(id);
    },
  };
  Object.defineProperty(window, Symbol.for(names.hook), { value: hook });

  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown) =>
        Object.defineProperty(window, name, { value, enumerable: true, writable: false, configurable: false }),
    },
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => call("invoke", channel, args),
      on: (channel: string, listener: Listener) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
    },
  };
  const require = (name: string): unknown => {
    // What a sandboxed preload may require of Electron's list; Node's own modules are not on it.
    if (name === "electron") return electron;
    throw new Error(`module not found: ${name}`);
  };
  // The page's real origin is the stand-in's; the preload is shown the one it would have.
  const shown = {
    location: { origin: names.origin },
    postMessage: (message: unknown, origin: string, transfer: Transferable[]) => {
      if (origin !== names.origin) throw new Error(`posted to ${origin}`);
      window.postMessage(message, window.location.origin, transfer);
    },
  };
  try {
    names.preload(require, shown, { platform: names.platform });
  } catch (problem) {
    void call("preload-error", "", [String(problem)]);
  }
}
