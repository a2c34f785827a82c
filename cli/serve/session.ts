/**
 * The way in: an address with a token that works once, exchanged for a session cookie that scripts cannot read and
 * other sites' requests do not carry.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { cookieValue } from "./guards.ts";

const DAY_IN_SECONDS = 24 * 60 * 60;
const MOST_TOKENS = 20;

export interface Sessions {
  /** A new token; it works once. */
  newToken(): string;
  /** The Set-Cookie header of a new session, or null when the token is wrong or used. */
  exchange(token: string, port: number): string | null;
  /** Whether there is a token that was not used yet. */
  hasToken(): boolean;
  /** Whether a request's Cookie header carries a session of this door. */
  knows(cookieHeader: string | undefined, port: number): boolean;
}

export function createSessions(): Sessions {
  let tokens: Buffer[] = [];
  const sessions: Buffer[] = [];
  return {
    newToken: () => {
      const token = randomBytes(32).toString("base64url");
      tokens = [...tokens.slice(1 - MOST_TOKENS), digest(token)];
      return token;
    },
    exchange: (token, port) => {
      const presented = digest(token);
      const at = tokens.findIndex((known) => timingSafeEqual(known, presented));
      if (at < 0) return null;
      tokens.splice(at, 1);
      const session = randomBytes(32).toString("base64url");
      sessions.push(digest(session));
      return `${cookieName(port)}=${session}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${DAY_IN_SECONDS}`;
    },
    hasToken: () => tokens.length > 0,
    knows: (cookieHeader, port) => {
      const session = cookieValue(cookieHeader, cookieName(port));
      if (session === undefined) return false;
      const presented = digest(session);
      return sessions.some((known) => timingSafeEqual(known, presented));
    },
  };
}

/** Browsers keep cookies by host, not by port: two doors on one machine must not replace each other's. */
function cookieName(port: number): string {
  return `careshift-${port}`;
}

/** Digests are of one length, and comparing them in constant time tells nothing of how much was right. */
function digest(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
