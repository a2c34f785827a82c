/** The workbook of the case with two areas: its sheets in order. The formulas are those of docs/method/model.md, written for a spreadsheet. */
import type { Sheet, Workbook } from "./workbook/grid.ts";
import { layOut } from "./workbook/grid.ts";
import { balance, budgets } from "./sheets/books.ts";
import { bridge } from "./sheets/bridge.ts";
import { doingNothing, prices } from "./sheets/doing-nothing.ts";
import { hospital } from "./sheets/hospital.ts";
import { inputs } from "./sheets/inputs.ts";
import { moneyApart } from "./sheets/money-apart.ts";
import { moneyMoved } from "./sheets/money-moved.ts";
import { activity, reached } from "./sheets/programmes.ts";
import { namesOf } from "./small-case.ts";
import type { SmallCase } from "./small-case.ts";

export const WORKBOOK_FILE = new URL("two-areas.xlsx", import.meta.url);

export function workbookOf(given: SmallCase): Workbook {
  const names = namesOf(given);
  const sheets = [
    contents(),
    inputs(given, names),
    prices(names),
    doingNothing(names),
    moneyMoved(given, names),
    reached(names),
    activity(names),
    bridge(names),
    hospital(names),
    moneyApart(names),
    budgets(given, names),
    balance(names),
  ];
  return layOut(sheets, names.years);
}

function contents(): Sheet {
  const say = (heading: string, note: string): Sheet["blocks"][number] => ({
    heading,
    note,
    unit: "",
    axis: "one",
    rows: [],
  });
  return {
    title: "Read me",
    blocks: [
      say(
        "A small case, worked out in a spreadsheet",
        "Two areas, three years, two age bands, two specialties, two programmes, three budget lines, three shifts of money. The figures are made up.",
      ),
      say(
        "One sheet a section",
        "The number of a sheet is the section of the method page (docs/method/model.md) whose formulas it holds.",
      ),
      say(
        "Blue is typed in, black is worked out",
        "Change a blue figure on 3 Inputs and every sheet follows. There are no macros.",
      ),
      say(
        "What cannot be changed here",
        "Which programme a shift pays for, and which line a programme or a specialty belongs to, is laid out in the formulas.",
      ),
      say(
        "Twice side by side",
        "Rows that end in 'doing nothing' have no shifts; those that end in 'with the plan' have them.",
      ),
      say("Rounding", "Nothing is rounded; cells only show fewer digits."),
    ],
  };
}
