/** Stand-ins for MessageChannelMain and MessagePortMain: two joined ends, each of which may be sent elsewhere. */
import { EventEmitter } from "node:events";

export class StandInPort extends EventEmitter {
  #peer: StandInPort | null = null;
  #receive: ((data: unknown) => void) | null = null;
  #closed = false;
  readonly #waiting: unknown[] = [];

  static pair(): { port1: StandInPort; port2: StandInPort } {
    const [port1, port2] = [new StandInPort(), new StandInPort()];
    port1.#peer = port2;
    port2.#peer = port1;
    return { port1, port2 };
  }

  postMessage(data: unknown): void {
    this.#peer?.take(data);
  }

  start(): void {
    this.deliverTo((data) => this.emit("message", { data, ports: [] }));
  }

  /** Where messages for this end go, those that wait first. An end that was sent elsewhere delivers there. */
  deliverTo(receive: (data: unknown) => void): void {
    this.#receive = receive;
    for (const data of this.#waiting.splice(0)) receive(data);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.emit("close");
    this.#peer?.close();
  }

  private take(data: unknown): void {
    if (this.#closed) return;
    if (this.#receive === null) this.#waiting.push(data);
    else this.#receive(data);
  }
}

/** Works with `new`, as the one it stands in for. */
export class StandInChannel {
  readonly port1: StandInPort;
  readonly port2: StandInPort;
  constructor() {
    ({ port1: this.port1, port2: this.port2 } = StandInPort.pair());
  }
}
