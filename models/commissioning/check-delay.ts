/** Checks what is known of delay beyond its bed days. */
import type { CommissioningCase } from "./case.ts";
import { checkBlock, checkList, refuse, SHARES_TOLERANCE } from "./check-values.ts";

/** After `checkActivity`: the delayed bed days are known to be sound. */
export function checkDelayKinds(given: CommissioningCase): void {
  const { areas, bands, specialties, delayedBedDays0, code9BedDays0, delayInScope } = given;
  if (delayInScope !== undefined) {
    checkList("delayInScope", "The share of delay in scope", delayInScope, areas.length, "area", { least: 0, most: 1 });
  }
  if (code9BedDays0 === undefined) return;
  const byAge = delayedBedDays0.dims.includes("age");
  const sizes = byAge ? [areas.length, bands.length, specialties.length] : [areas.length, specialties.length];
  checkBlock("code9BedDays0", "Code 9 bed days", code9BedDays0, delayedBedDays0.dims, sizes);
  code9BedDays0.values.forEach((days, i) => {
    const all = delayedBedDays0.values[i] ?? 0;
    if (days <= all * (1 + SHARES_TOLERANCE)) return;
    const specialty = specialties[i % specialties.length]?.id ?? "";
    const group = Math.floor(i / specialties.length);
    const area = areas[byAge ? Math.floor(group / bands.length) : group] ?? "";
    const band = byAge ? `, age ${bands[group % bands.length]?.id ?? ""}` : "";
    refuse(
      "case.code-9-exceeds-delay",
      `code9BedDays0[${area}][${specialty}]`,
      days,
      `at most ${all}, the delayed bed days it is part of`,
      `${area}${band}, ${specialty}: ${days} code 9 bed days are more than its ${all} delayed bed days. Code 9 is a part of delay; check that both cover the same hospitals and months.`,
    );
  });
}
