/** Checks people, activity, delay and the use of hospitals. */
import type { CommissioningCase } from "./case.ts";
import { checkBlock, refuse, SHARES_TOLERANCE } from "./check-values.ts";

export function checkActivity(given: CommissioningCase): void {
  const { areas, bands, sexes, specialties, hospitals, yearCount } = given;
  const cell = [areas.length, bands.length, sexes.length, specialties.length];
  checkBlock(
    "population",
    "Population",
    given.population,
    ["year", "area", "age", "sex"],
    [yearCount, areas.length, bands.length, sexes.length],
  );
  const { activity } = given;
  if (activity.kind === "given") {
    const dims = ["year", "area", "age", "sex", "specialty"];
    checkBlock("activity.admissions", "Admissions", activity.admissions, dims, [yearCount, ...cell]);
    checkBlock("activity.bedDays", "Bed days", activity.bedDays, dims, [yearCount, ...cell]);
  } else {
    const dims = ["area", "age", "sex", "specialty"];
    checkBlock("activity.admissions0", "Base-year admissions", activity.admissions0, dims, cell);
    checkBlock("activity.bedDays0", "Base-year bed days", activity.bedDays0, dims, cell);
  }
  checkBlock(
    "useOf",
    "Use of hospitals",
    given.useOf,
    ["area", "hospital", "specialty"],
    [areas.length, hospitals.length, specialties.length],
  );
  checkUseSums(given);
  const byAge = given.delayedBedDays0.dims.includes("age");
  checkBlock(
    "delayedBedDays0",
    "Delayed bed days",
    given.delayedBedDays0,
    byAge ? ["area", "age", "specialty"] : ["area", "specialty"],
    byAge ? [areas.length, bands.length, specialties.length] : [areas.length, specialties.length],
  );
  checkDelay(given, byAge);
}

function checkUseSums({ areas, hospitals, specialties, useOf }: CommissioningCase): void {
  areas.forEach((area, l) =>
    specialties.forEach((specialty, k) => {
      let sum = 0;
      for (let h = 0; h < hospitals.length; h++) {
        sum += useOf.values[(l * hospitals.length + h) * specialties.length + k] ?? 0;
      }
      if (Math.abs(sum - 1) <= SHARES_TOLERANCE) return;
      refuse(
        "case.use-of-hospitals",
        `useOf[${area}][${specialty.id}]`,
        sum,
        "shares that sum to 1",
        `The shares of hospitals in ${area}'s bed days for ${specialty.id} sum to ${sum}; they must sum to 1.`,
      );
    }),
  );
}

function checkDelay(given: CommissioningCase, byAge: boolean): void {
  const { areas, bands, sexes, specialties, delayedBedDays0, activity } = given;
  const bedDays = activity.kind === "given" ? activity.bedDays.values : activity.bedDays0.values;
  const groups = byAge ? bands.length : 1;
  areas.forEach((area, l) => {
    for (let group = 0; group < groups; group++) {
      specialties.forEach((specialty, k) => {
        let all = 0;
        for (let a = byAge ? group : 0; a < (byAge ? group + 1 : bands.length); a++) {
          for (let s = 0; s < sexes.length; s++) {
            all += bedDays[((l * bands.length + a) * sexes.length + s) * specialties.length + k] ?? 0;
          }
        }
        const published = delayedBedDays0.values[(l * groups + group) * specialties.length + k] ?? 0;
        const delayed = published * (given.delayInScope?.[l] ?? 1);
        if (delayed <= all * (1 + SHARES_TOLERANCE)) return;
        const band = byAge ? `, age ${bands[group]?.id ?? ""}` : "";
        refuse(
          "case.delay-exceeds-bed-days",
          `delayedBedDays0[${area}${byAge ? `][${bands[group]?.id ?? ""}` : ""}][${specialty.id}]`,
          delayed,
          `at most ${all}, the bed days it is part of`,
          `${area}${band}, ${specialty.id}: ${delayed} delayed bed days are more than its ${all} bed days in the base year. Delay is a part of bed days; check that both cover the same hospitals and use the same definition.`,
        );
      });
    }
  });
}
