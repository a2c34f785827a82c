/** Stand-in for utilityProcess: a Node child process that runs the bundled engine, with ports carried over its channel. */
import { type ChildProcess, fork } from "node:child_process";
import { EventEmitter } from "node:events";
import { fileURLToPath } from "node:url";
import { StandInPort } from "./ports.ts";

const BOOTSTRAP = fileURLToPath(new URL("utility-bootstrap.mjs", import.meta.url));

interface ForkOptions {
  readonly env?: Record<string, string>;
  readonly execArgv?: string[];
  readonly serviceName?: string;
}

type FromChild = { message: unknown } | { port: number; data: unknown } | { port: number; close: true };

export class StandInUtilityProcess extends EventEmitter {
  readonly child: ChildProcess;
  /** What it wrote to its error stream, which goes on to ours as the shell asks. */
  errors = "";
  readonly #ports = new Map<number, StandInPort>();
  #lastPort = 0;

  constructor(
    entry: string,
    args: readonly string[],
    readonly options: ForkOptions,
  ) {
    super();
    this.child = fork(BOOTSTRAP, [entry, ...args], {
      serialization: "advanced",
      env: options.env ?? {},
      execArgv: options.execArgv ?? [],
      stdio: ["ignore", "inherit", "pipe", "ipc"],
    });
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.errors += text;
      process.stderr.write(text);
    });
    this.child.on("message", (sent) => this.#hear(sent as FromChild));
    this.child.on("exit", (code, signal) => {
      for (const port of this.#ports.values()) port.close();
      this.#ports.clear();
      this.emit("exit", code ?? (signal === "SIGKILL" ? 137 : 1));
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  postMessage(message: unknown, transfer: readonly StandInPort[] = []): void {
    this.#send({ message, ports: transfer.map((port) => this.#adopt(port)) });
  }

  kill(): boolean {
    return this.child.kill();
  }

  /** Kills it, however busy it is, and waits until it has gone. */
  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGKILL");
    await gone;
  }

  #send(message: object): void {
    // A message to a process that has just died is lost, as it is for the real one.
    if (this.child.connected) this.child.send(message, () => undefined);
  }

  #adopt(port: StandInPort): number {
    this.#lastPort += 1;
    const id = this.#lastPort;
    this.#ports.set(id, port);
    port.deliverTo((data) => this.#send({ port: id, data }));
    port.once("close", () => {
      this.#ports.delete(id);
      this.#send({ port: id, close: true });
    });
    return id;
  }

  #hear(sent: FromChild): void {
    if ("message" in sent) this.emit("message", sent.message);
    else if ("close" in sent) this.#ports.get(sent.port)?.close();
    else this.#ports.get(sent.port)?.postMessage(sent.data);
  }
}
