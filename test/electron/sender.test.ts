import { expect, test } from "vitest";
import { isTrustedSender } from "../../electron/main/sender.ts";

test("the main frame at the program's own origin is trusted", () => {
  expect(isTrustedSender({ parent: null, origin: "app://careshift", url: "app://careshift/index.html" })).toBe(true);
});

test.each<[string, unknown]>([
  ["a frame that has gone", null],
  ["nothing", undefined],
  ["a string", "app://careshift"],
  ["a frame in the page", { parent: { origin: "app://careshift" }, origin: "app://careshift" }],
  ["a frame whose parent is unknown", { origin: "app://careshift" }],
  ["a frame with an undefined parent", { parent: undefined, origin: "app://careshift" }],
  ["no origin", { parent: null }],
  ["an opaque origin", { parent: null, origin: "null" }],
  ["an origin that begins like ours", { parent: null, origin: "app://careshift.example.com" }],
  ["an origin with a longer host", { parent: null, origin: "app://careshift2" }],
  ["an origin with a port", { parent: null, origin: "app://careshift:80" }],
  ["an origin with a path", { parent: null, origin: "app://careshift/" }],
  ["an origin in capitals", { parent: null, origin: "APP://CARESHIFT" }],
  ["our host by https", { parent: null, origin: "https://careshift" }],
  ["a local file", { parent: null, origin: "file://" }],
  ["our address, another origin", { parent: null, origin: "https://example.com", url: "app://careshift/" }],
  ["an array that reads like our origin", { parent: null, origin: ["app://careshift"] }],
])("%s is not", (_what, frame) => {
  expect(isTrustedSender(frame)).toBe(false);
});
