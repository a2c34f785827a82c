import { serialize } from "node:v8";
import type * as z from "zod";
import type { Channel } from "./ipc-table.ts";
import { isTrustedSender } from "./sender.ts";

/** A call that is not answered; the page's promise is rejected with its message. */
export class IpcRefusal extends Error {
  override readonly name = "IpcRefusal";
}

type Handler = (input: never) => Promise<unknown>;

/**
 * Answers one call of a page: the channel must be in the table, the sender trusted, the input small and of its schema.
 * What the handler returns is checked as well, so that no path or other secret slips out by a wrong turn.
 *
 * Rejects with an IpcRefusal otherwise, or with whatever the handler rejects with.
 */
export async function dispatch(
  table: Readonly<Record<string, Channel>>,
  handlers: Readonly<Record<string, Handler>>,
  call: { readonly channel: string; readonly frame: unknown; readonly args: readonly unknown[] },
): Promise<unknown> {
  const channel = Object.hasOwn(table, call.channel) ? table[call.channel] : undefined;
  const handler = Object.hasOwn(handlers, call.channel) ? handlers[call.channel] : undefined;
  if (channel === undefined || handler === undefined) throw new IpcRefusal(`There is no channel "${call.channel}".`);
  if (!isTrustedSender(call.frame)) throw new IpcRefusal(`"${call.channel}" answers the program's own window only.`);
  if (call.args.length > 1) throw new IpcRefusal(`"${call.channel}" takes one value, not ${call.args.length}.`);
  const size = sizeOf(call.args[0]);
  if (size > channel.maxBytes)
    throw new IpcRefusal(`"${call.channel}" takes at most ${channel.maxBytes} bytes; it was sent ${size}.`);
  const input = parse(channel.input, call.args[0], `"${call.channel}" was sent a value it does not take`);
  const output: unknown = await handler(input as never);
  return parse(channel.output, output, `"${call.channel}" had an answer it may not give`);
}

/** Bytes of the value as it travels between processes, which unlike JSON counts maps, buffers and repeated strings. */
function sizeOf(value: unknown): number {
  try {
    return serialize(value).byteLength;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function parse(schema: z.ZodType, value: unknown, what: string): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${issue.path.join(".") || "value"}: ${issue.message}`);
  throw new IpcRefusal(`${what} (${issues.join("; ")}).`);
}
