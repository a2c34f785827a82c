import { expect, test, vi } from "vitest";
import { PICK_OPEN, PICK_SAVE, SAVED_TO_CLOSE, SET_DIRTY } from "../../electron/channels.ts";
import { dispatch } from "../../electron/main/ipc-dispatch.ts";
import { type ChannelName, ipcTable } from "../../electron/main/ipc-table.ts";
import { setUpIpc } from "../../electron/main/ipc.ts";

const ours = { parent: null, origin: "app://careshift" };
const file = { handle: "h1", name: "Plan.scenario.json", kind: "scenario" as const };
const handlers = {
  [PICK_OPEN]: async () => file,
  [PICK_SAVE]: async () => null,
  [SET_DIRTY]: async () => null,
  [SAVED_TO_CLOSE]: async () => null,
};
const valid: Readonly<Record<ChannelName, unknown>> = {
  [PICK_OPEN]: undefined,
  [PICK_SAVE]: { kind: "pack", suggestedName: "Board paper" },
  [SET_DIRTY]: { title: "Board paper", dirty: true },
  [SAVED_TO_CLOSE]: { saved: true },
};

const call = (channel: string, args: readonly unknown[], frame: unknown = ours, answers: typeof handlers = handlers) =>
  dispatch(ipcTable, answers, { channel, frame, args });

test("each channel answers a right call", async () => {
  expect(await call(PICK_OPEN, [])).toEqual(file);
  expect(await call(PICK_OPEN, [undefined])).toEqual(file);
  expect(await call(PICK_SAVE, [valid[PICK_SAVE]])).toBeNull();
  expect(await call(SET_DIRTY, [valid[SET_DIRTY]])).toBeNull();
  expect(await call(SAVED_TO_CLOSE, [valid[SAVED_TO_CLOSE]])).toBeNull();
});

test.each([
  "careshift:pick",
  "",
  "__proto__",
  "constructor",
  "toString",
  "careshift:open-file",
  "ELECTRON_BROWSER_REQUIRE",
])("the unknown channel %j is refused", async (channel) => {
  await expect(call(channel, [])).rejects.toThrow(`There is no channel "${channel}".`);
});

// Every channel of the table, so that one added without a check fails here.
const channels = Object.keys(ipcTable) as ChannelName[];

test.each(channels)(
  "%s refuses a frame that is not the program's own, before it looks at anything else",
  async (channel) => {
    const handler = vi.fn<() => Promise<unknown>>(handlers[channel]);
    const answers = { ...handlers, [channel]: handler };
    for (const frame of [null, { parent: ours, origin: ours.origin }, { parent: null, origin: "https://example.com" }])
      await expect(call(channel, [valid[channel]], frame, answers)).rejects.toThrow(
        "answers the program's own window only",
      );
    expect(handler).not.toHaveBeenCalled();
  },
);

test.each(channels)("%s has a schema both ways and a size limit, and they hold", async (channel) => {
  const { input, output, maxBytes } = ipcTable[channel];
  expect(maxBytes).toBeLessThanOrEqual(4096);
  const hostile: unknown[] = [
    { path: "/etc/passwd" },
    { ...(valid[channel] as object | undefined), path: "/etc/passwd" },
    "text",
    7,
    null,
    [],
    new Map(),
    () => undefined,
  ];
  for (const value of hostile) {
    expect(input.safeParse(value)).toMatchObject({ success: false });
    await expect(call(channel, [value])).rejects.toThrow(channel);
  }
  for (const value of [undefined, { path: "/etc/passwd" }, "/etc/passwd", { ...file, kind: "folder" }])
    expect(output.safeParse(value).success).toBe(false);
  await expect(call(channel, [valid[channel], "more"])).rejects.toThrow("takes one value, not 2");
  await expect(call(channel, ["x".repeat(maxBytes + 1)])).rejects.toThrow(`takes at most ${maxBytes} bytes`);
  // Things that JSON would not count: a buffer, and a value that cannot travel at all.
  await expect(call(channel, [new Uint8Array(maxBytes + 1)])).rejects.toThrow(`takes at most ${maxBytes} bytes`);
});

test("an answer that holds more than the contract names is refused or stripped, never passed on", async () => {
  const leaking = { ...handlers, [PICK_OPEN]: async () => ({ ...file, path: "/home/finance/Plan.scenario.json" }) };
  expect(await call(PICK_OPEN, [], ours, leaking)).toEqual(file);
  const wrong = { ...handlers, [SET_DIRTY]: (async () => "/home/finance") as unknown as () => Promise<null> };
  await expect(call(SET_DIRTY, [valid[SET_DIRTY]], ours, wrong)).rejects.toThrow("had an answer it may not give");
});

test("a refusal of the handler reaches the page as a rejection with its own words", async () => {
  const refusing = {
    ...handlers,
    [PICK_OPEN]: async () => {
      throw new Error("The drive is not connected.");
    },
  };
  await expect(call(PICK_OPEN, [], ours, refusing)).rejects.toThrow("The drive is not connected.");
});

test("the channels of the table are handled and no others", () => {
  const handled: string[] = [];
  setUpIpc({ handle: (channel) => void handled.push(channel) }, handlers);
  expect(handled.toSorted()).toEqual([
    "careshift:pick-open",
    "careshift:pick-save",
    "careshift:saved-to-close",
    "careshift:set-dirty",
  ]);
});
