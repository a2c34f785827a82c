/** The window's end of the engine's ports, in the orders in which their messages and their ends can come. */
import { expect, test } from "vitest";
import { connectByMessagePort } from "../../renderer/client/electron-link.ts";
import { ConnectionLostError } from "../../renderer/client/connection.ts";
import { ENGINE_PORT_MESSAGE } from "../../renderer/client/shell.ts";

/** A port whose other end never answers: what is sent to it is only kept. */
class Port extends EventTarget {
  readonly sent: unknown[] = [];
  started = false;
  closed = false;
  start(): void {
    this.started = true;
  }
  close(): void {
    this.closed = true;
  }
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  /** The browser tells that the other end has gone. */
  end(): void {
    this.dispatchEvent(new Event("close"));
  }
}

function page() {
  const target = new EventTarget();
  const connection = connectByMessagePort(target as unknown as Window);
  const seen: string[] = [];
  connection.onChange(({ kind }) => seen.push(kind));
  const handOver = (change: { readonly source?: unknown; readonly data?: unknown } = {}): Port => {
    const port = new Port();
    const message = { source: target, data: ENGINE_PORT_MESSAGE, ports: [port], ...change };
    target.dispatchEvent(Object.assign(new Event("message"), message));
    return port;
  };
  return { connection, seen, handOver };
}
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
const ask = (connection: ReturnType<typeof connectByMessagePort>): Promise<unknown> =>
  connection.call(["documents", "recent"], undefined, { context: {} });

test("the first port opens the connection, and a call goes out on it", async () => {
  const { connection, seen, handOver } = page();
  const port = handOver();
  expect([port.started, seen]).toEqual([true, ["open"]]);
  void ask(connection);
  await rest();
  expect(port.sent).toHaveLength(1);
});

test("what does not come from the shell is no engine", () => {
  const { seen, handOver } = page();
  handOver({ source: null });
  handOver({ source: {} });
  handOver({ data: "another message" });
  expect(seen).toEqual([]);
});

test("a port that ends is lost, and the next one opens", async () => {
  const { connection, seen, handOver } = page();
  const first = handOver();
  const cut = ask(connection);
  await rest();
  first.end();
  await expect(cut).rejects.toBeInstanceOf(ConnectionLostError);
  const second = handOver();
  void ask(connection);
  await rest();
  expect(seen).toEqual(["open", "lost", "open"]);
  expect(second.sent).toHaveLength(1);
});

test("a new port that overtakes the end of the old one stays the one that is used", async () => {
  const { connection, seen, handOver } = page();
  const first = handOver();
  const cut = ask(connection).catch((problem: unknown) => {
    seen.push("cut off");
    return problem;
  });
  await rest();
  const second = handOver();
  await rest();
  first.end();
  await rest();
  // What the old one was asked fails before the new one is told of: the store then asks again.
  expect(seen).toEqual(["open", "lost", "cut off", "open"]);
  expect(await cut).toBeInstanceOf(ConnectionLostError);
  expect(first.closed).toBe(true);
  void ask(connection);
  await rest();
  expect(second.sent).toHaveLength(1);
  expect(connection.state).toEqual({ kind: "open" });
});

test("a new port that has ended before its turn came does not open", async () => {
  const { connection, handOver } = page();
  handOver();
  handOver().end();
  await rest();
  expect(connection.state).toEqual({ kind: "lost", attempt: 1 });
});
