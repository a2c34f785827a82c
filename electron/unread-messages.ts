/**
 * A message on the window's port that is not of the protocol makes the reader of messages reject, with nobody to hear it:
 * Node would end the process, and all that is being worked out with it. Every call that can be read is answered with its
 * own problem, so what is heard here is of the messages that cannot: it is said, and the engine goes on. What is thrown
 * rather than rejected still ends the process, since after that its state is unknown; main then starts it again.
 */
export function surviveUnreadMessages(
  process: { on(event: "unhandledRejection", listener: (reason: unknown) => void): unknown },
  say: (line: string) => void,
): void {
  process.on("unhandledRejection", (reason) => {
    const words = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
    say(`The engine could not read a message that it was sent, and goes on without it. (${words.slice(0, 500)})`);
  });
}
