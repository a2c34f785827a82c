import { APP_ORIGIN } from "../origin.ts";

/**
 * Whether a message comes from the window's own page: its main frame, at exactly the program's origin. Takes what
 * Electron gives as `event.senderFrame`, which is null once the frame has gone.
 */
export function isTrustedSender(frame: unknown): boolean {
  if (typeof frame !== "object" || frame === null) return false;
  if (!("parent" in frame) || frame.parent !== null) return false;
  return "origin" in frame && frame.origin === APP_ORIGIN;
}
