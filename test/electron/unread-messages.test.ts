import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { surviveUnreadMessages } from "../../electron/unread-messages.ts";

test("each message that could not be read is said in one bounded line", () => {
  const process = new EventEmitter();
  const said: string[] = [];
  surviveUnreadMessages(process, (line) => said.push(line));
  process.emit("unhandledRejection", new SyntaxError("Unexpected end of JSON input"), Promise.resolve());
  process.emit("unhandledRejection", "x".repeat(10_000), Promise.resolve());
  process.emit("unhandledRejection", undefined, Promise.resolve());
  expect(said[0]).toBe(
    "The engine could not read a message that it was sent, and goes on without it. (SyntaxError: Unexpected end of JSON input)",
  );
  expect(said[1]?.length).toBeLessThan(600);
  expect(said).toHaveLength(3);
});
