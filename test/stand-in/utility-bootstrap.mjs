// Runs in the child process before the engine's own entry: gives it a `process.parentPort` over Node's message channel.
import { EventEmitter } from "node:events";
import { pathToFileURL } from "node:url";

class Port extends EventEmitter {
  #waiting = [];
  #started = false;

  constructor(id) {
    super();
    this.id = id;
  }
  postMessage(data) {
    process.send({ port: this.id, data });
  }
  start() {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.emit("message", { data, ports: [] });
  }
  close() {
    process.send({ port: this.id, close: true });
  }
  take(data) {
    if (this.#started) this.emit("message", { data, ports: [] });
    else this.#waiting.push(data);
  }
}

/** Messages wait until a listener is there, as they do for the real one. */
class ParentPort extends EventEmitter {
  #waiting = [];

  constructor() {
    super();
    this.on("newListener", (event) => {
      if (event === "message")
        queueMicrotask(() => this.#waiting.splice(0).forEach((message) => this.emit("message", message)));
    });
  }
  postMessage(message) {
    process.send({ message });
  }
  take(message) {
    if (this.listenerCount("message") > 0) this.emit("message", message);
    else this.#waiting.push(message);
  }
}

const ports = new Map();
const parentPort = new ParentPort();
process.parentPort = parentPort;
process.on("message", (sent) => {
  if (sent.port === undefined) {
    const arrived = sent.ports.map((id) => new Port(id));
    for (const port of arrived) ports.set(port.id, port);
    parentPort.take({ data: sent.message, ports: arrived });
  } else if (sent.close) {
    ports.get(sent.port)?.emit("close");
    ports.delete(sent.port);
  } else ports.get(sent.port)?.take(sent.data);
});
process.on("disconnect", () => process.exit(0));

const [entry] = process.argv.splice(2, 1);
await import(pathToFileURL(entry).href);
