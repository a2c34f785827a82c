/** Places of a programme in the last year, all areas together. Of its own, so that a new result redraws no more than it. */
import { formatCount } from "../../../scenarios/index.ts";
import { byYear } from "../../client/sums.ts";
import { useShownResult } from "../../store/use-store.ts";

export function Places({ programme }: { readonly programme: string }) {
  const result = useShownResult();
  if (result === null || !(result.members["programme"] ?? []).includes(programme)) return null;
  const places = byYear(result, "capacity", { programme }).at(-1) ?? 0;
  return places > 0 ? `${formatCount(places, places < 10 ? 1 : 0)} more places` : "no places";
}
