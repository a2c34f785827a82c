/** Programmes that can reach hardly anyone more. */
import { formatPercent } from "../../format/numbers.ts";
import { labelOf, programmeLabel } from "../labels.ts";
import { byYear, membersOf, yearsOf } from "../read.ts";
import { largest, type Concern, type Questioned } from "./concern.ts";

/** From this share of the largest reach on, the next place serves one in twenty of those whom the first one served. */
const AT_CAP = 0.95;

/** One for each programme at its cap: the area and year that are nearest to it. */
export function reachConcerns({ results, scenario, names }: Questioned): Concern[] {
  return scenario.programmes.flatMap(({ id }, p) => {
    const cells = membersOf(results, "area").flatMap((area) => {
      const at = { programme: id, area };
      const limits = byYear(results, "reachLimit", at);
      return byYear(results, "reach", at).flatMap((reach, t) => {
        const limit = limits[t] as number;
        return limit > 0 ? [{ area, t, reach, limit, value: reach / limit }] : [];
      });
    });
    const most = largest(cells);
    if (most === null || most.value < AT_CAP) return [];
    const programme = programmeLabel(scenario, id);
    const [reach, limit] = [most.reach, most.limit].map((share) => formatPercent(share, 1));
    return [
      {
        id: "reach-at-cap",
        sentence: `${programme} reaches ${reach} of the eligible in ${labelOf(names.areas, most.area)} in ${yearsOf(results)[most.t]}, of ${limit} that it can reach at all: more money there buys hardly anything.`,
        place: `${programme}, largest reach`,
        path: `programmes[${p}].parameters.maxReach`,
      },
    ];
  });
}
