/** Names of the channels between main and preload. What each may carry is in main/ipc-table.ts. */
export const PICK_OPEN = "careshift:pick-open";
export const PICK_SAVE = "careshift:pick-save";
export const SET_DIRTY = "careshift:set-dirty";
export const SAVED_TO_CLOSE = "careshift:saved-to-close";

/** From main to the window. */
export const COMMAND = "careshift:command";
export const OPEN_FILE = "careshift:open-file";
export const ENGINE_PORT = "careshift:engine-port";

/** Characters of a window's title. */
export const LONGEST_TITLE = 300;
