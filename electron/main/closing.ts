/** Whether a window may close: a state machine without a window, so that every path through it can be tested. */

export type ClosingAnswer = "save" | "discard" | "stay";

export interface Closing {
  /** The person wants to close: "close" now, "ask" first, or "wait" since the question is already on the screen. */
  wish(dirty: boolean): "close" | "ask" | "wait";
  /** What the person answered: "close" now, "save" first, or "stay". */
  answered(answer: ClosingAnswer): "close" | "save" | "stay";
  /**
   * The page answered the wish to save: whether all is saved. Only this answer ends the wait: until it comes the page may
   * tell of unsaved work as often as it likes, and a save given up or failed must not close the window later.
   */
  saved(all: boolean): "close" | "stay";
}

export function createClosing(): Closing {
  let state: "open" | "asking" | "saving" | "closing" = "open";
  return {
    wish: (dirty) => {
      if (state === "asking") return "wait";
      if (!dirty || state === "closing") state = "closing";
      else state = "asking";
      return state === "closing" ? "close" : "ask";
    },
    answered: (answer) => {
      state = answer === "save" ? "saving" : answer === "discard" ? "closing" : "open";
      return answer === "discard" ? "close" : answer;
    },
    saved: (all) => {
      if (state !== "saving") return "stay";
      state = all ? "closing" : "open";
      return all ? "close" : "stay";
    },
  };
}

/** The question before unsaved work is lost; the order of buttons is that of `CLOSING_ANSWERS`. */
export function closingQuestion(title: string): {
  type: "warning";
  message: string;
  detail: string;
  buttons: string[];
  defaultId: number;
  cancelId: number;
  noLink: boolean;
} {
  return {
    type: "warning",
    message: title === "" ? "Save your changes before closing?" : `Save the changes to “${title}” before closing?`,
    detail: "Changes that are not saved are lost.",
    buttons: ["Save", "Don’t save", "Cancel"],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  };
}

export const CLOSING_ANSWERS: readonly ClosingAnswer[] = ["save", "discard", "stay"];
