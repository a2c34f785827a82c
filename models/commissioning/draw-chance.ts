/**
 * Chance variation in a run with draws: admissions and bed days as they may fall out, beside what is expected of them in
 * the same draw. They are figures of their own, so that chance is never taken for what is not known of an assumption.
 * The laws are those of models/uncertainty/chance, and the numbers too.
 */
import type { MadeOfRows } from "../language/draws/results.ts";
import type { Members } from "../language/named-array.ts";
import { admissionsStream, staysStream } from "../uncertainty/chance/chance.ts";
import type { ChanceColumn } from "../uncertainty/draws.ts";
import { ChanceRows, chanceCells } from "./chance-rows.ts";

/** What a case says of chance. */
export interface ChanceOfCase {
  /** Mean squared stay over the square of the mean stay, 1 or more. Without it bed days by chance are not modelled. */
  readonly squaredStayRatio?: number | undefined;
}

/** A figure with chance variation, and the figure that is expected. */
export interface ChanceFigure {
  readonly id: string;
  readonly of: string;
}

/** Which figures have chance variation in a run, and which cannot have it. */
export interface ChanceFigures {
  readonly modelled: readonly ChanceFigure[];
  readonly notModelled: readonly ChanceFigure[];
}

const withChance = (of: string): ChanceFigure => ({ id: `${of}WithChance`, of });
const ADMISSIONS_BY_AREA = withChance("emergencyAdmissionsByArea");
const ADMISSIONS_TOTAL = withChance("emergencyAdmissionsTotal");
const BED_DAYS_BY_AREA = withChance("emergencyBedDaysByArea");
const BED_DAYS_TOTAL = withChance("emergencyBedDaysTotal");
const OF_ADMISSIONS = [ADMISSIONS_BY_AREA, ADMISSIONS_TOTAL];
const OF_BED_DAYS = [BED_DAYS_BY_AREA, BED_DAYS_TOTAL];

/** Every figure that a run can have with chance variation. */
export const CHANCE_FIGURES: readonly ChanceFigure[] = [...OF_ADMISSIONS, ...OF_BED_DAYS];

export interface PlannedChance {
  readonly columns: readonly ChanceColumn[];
  readonly made: MadeOfRows;
  readonly figures: ChanceFigures;
}

/**
 * Plans chance for cases with these members; its columns begin at place `first` of the program. The worlds of a case, and
 * cases that are compared, share the chance of a year and area.
 */
export function planChance(
  first: number,
  members: readonly Members[],
  { squaredStayRatio }: ChanceOfCase,
): PlannedChance {
  const cells = [...new Set(members.flatMap((each) => chanceCells(each)))];
  const counts = cells.map((cell): ChanceColumn => ({ name: admissionsStream(cell), form: "uniform" }));
  const stays = cells.map((cell): ChanceColumn => ({ name: staysStream(cell), form: "normal" }));
  const columns = squaredStayRatio === undefined ? counts : [...counts, ...stays];
  const places = new Map(columns.map(({ name }, i) => [name, first + i]));
  const figures =
    squaredStayRatio === undefined
      ? { modelled: OF_ADMISSIONS, notModelled: OF_BED_DAYS }
      : { modelled: CHANCE_FIGURES, notModelled: [] };
  return { columns, made: figuresMade(places, squaredStayRatio), figures };
}

function figuresMade(places: ReadonlyMap<string, number>, squaredStayRatio: number | undefined): MadeOfRows {
  const needs = squaredStayRatio === undefined ? [ADMISSIONS_BY_AREA] : [ADMISSIONS_BY_AREA, BED_DAYS_BY_AREA];
  return {
    needs: needs.map(({ of }) => of),
    make(graph, found) {
      const rows = new ChanceRows(graph, places);
      const [expected, expectedBedDays] = needs.map(({ of }) => {
        const result = found.get(of);
        if (result === undefined) throw new Error(`Chance of ${of} is asked, and ${of} was not planned.`);
        return result;
      });
      const made = new Map<string, ReturnType<ChanceRows["total"]>>();
      if (expected === undefined) return made;
      const admissions = rows.admissions(expected);
      made.set(ADMISSIONS_BY_AREA.id, admissions);
      made.set(ADMISSIONS_TOTAL.id, rows.total(admissions));
      if (expectedBedDays === undefined || squaredStayRatio === undefined) return made;
      const bedDays = rows.bedDays(admissions, expected, expectedBedDays, squaredStayRatio);
      made.set(BED_DAYS_BY_AREA.id, bedDays);
      made.set(BED_DAYS_TOTAL.id, rows.total(bedDays));
      return made;
    },
  };
}
