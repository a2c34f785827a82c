/** Section 3: everything that is typed in. */
import type { Axis, Block, Content, Sheet } from "../workbook/grid.ts";
import type { Names, SmallCase } from "../small-case.ts";

export function inputs(given: SmallCase, names: Names): Sheet {
  return {
    title: "3 Inputs",
    blocks: [
      ...activity(given, names),
      ...hospital(given),
      ...programmes(given, names),
      ...shifts(given, names),
      ...books(given, names),
    ],
  };
}

type Rows = readonly (readonly [string, Content])[];

function block(heading: string, unit: string, rows: Rows, axis: Axis = "one", note = ""): Block {
  return { heading, unit, rows, axis, note };
}

function activity(given: SmallCase, { areas, bands, specialties, years, cells, parts }: Names): Block[] {
  const byCell = (values: SmallCase["admissions0"], name: string): Rows =>
    cells.map(({ area, band, specialty, name: cell }) => [
      `${name}, ${cell}`,
      values[areas.indexOf(area)]?.[bands.indexOf(band)]?.[0]?.[specialties.indexOf(specialty)] ?? Number.NaN,
    ]);
  const bySpecialty = (values: readonly number[], name: string): Rows =>
    specialties.map((specialty, k) => [`${name}, ${specialty}`, values[k] ?? Number.NaN]);
  return [
    block("Calendar", "", [["calendar year of the first April", given.firstYear]]),
    block("Years since the base year", "years", [["year number", years.map((_, t) => t)]], "year"),
    block(
      "Months since the first April",
      "months",
      [["month number", years.flatMap((_, t) => Array.from({ length: 12 }, (__, m) => 12 * t + m))]],
      "month",
      "April of the base year is month 0",
    ),
    block(
      "Population",
      "people",
      areas.flatMap((area, l) =>
        bands.map((band, a) => [
          `population, ${area}, ${band}`,
          given.population.map((year) => year[l]?.[a]?.[0] ?? Number.NaN),
        ]),
      ),
      "year",
    ),
    block(
      "First age of the band",
      "years of age",
      bands.map((band, a) => [`first age, ${band}`, given.bandLower[a] ?? Number.NaN]),
    ),
    block(
      "Middle age of the band",
      "years of age",
      bands.map((band, a) => [`middle age, ${band}`, given.bandMiddle[a] ?? Number.NaN]),
    ),
    block(
      "Emergency admissions in the base year",
      "admissions / year",
      byCell(given.admissions0, "base-year admissions"),
    ),
    block("Occupied bed days in the base year", "bed days / year", byCell(given.bedDays0, "base-year bed days")),
    block(
      "Delayed bed days in the base year",
      "bed days / year",
      parts.map(({ area, specialty, name }) => [
        `base-year delayed bed days, ${name}`,
        given.delayedBedDays0[areas.indexOf(area)]?.[specialties.indexOf(specialty)] ?? Number.NaN,
      ]),
      "one",
      "Part of the bed days above, all ages",
    ),
    block("Growth of admissions apart from population", "share / year", bySpecialty(given.growth, "growth")),
    block("Drift of the mean stay", "share / year", bySpecialty(given.stayDrift, "stay drift")),
    block(
      "Health-age shift",
      "years of age",
      [["health-age shift", given.healthAgeShift]],
      "year",
      "By how much people are younger in health",
    ),
    block(
      "Inflation by type of cost",
      "share / year",
      [
        ...Object.entries(given.inflation).map(([type, rates]): [string, Content] => [`inflation, ${type}`, rates]),
        ["inflation, deflator", given.deflator],
      ],
      "year",
      "On the year before",
    ),
    block("Hospital prices follow", "type of cost", [["type of cost of hospital care", given.hospitalCostType]]),
  ];
}

function hospital({ specialties }: SmallCase): Block[] {
  const each = (name: string, unit: string, value: (one: SmallCase["specialties"][number]) => number): Block =>
    block(
      `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      unit,
      specialties.map((one) => [`${name}, ${one.id}`, value(one)]),
    );
  return [
    each("share in the set-aside", "share", (one) => one.inScope),
    each("cost of a bed day", "£ / bed day, base-year prices", (one) => one.directCost),
    each("variable share", "share", (one) => one.v),
    each("semi-fixed share", "share", (one) => one.m),
    each("fixed share", "share", (one) => one.f),
    each("target occupancy", "share", (one) => one.occupancy),
    each("closure step", "beds", (one) => one.closureStep),
    each("release lag", "months", (one) => one.lagMonths),
    each("premium of an extra bed", "multiple of an ordinary bed's cost", (one) => one.premium),
  ];
}

function programmes(given: SmallCase, { areas, bands, specialties, lines }: Names): Block[] {
  const list = given.programmes;
  type Programme = SmallCase["programmes"][number];
  const each = (name: string, unit: string, value: (one: Programme) => number | string): Block =>
    block(
      `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      unit,
      list.map((one) => [`${name}, ${one.id}`, value(one)]),
    );
  return [
    each("line of the programme", "line", (one) => one.line),
    each("type of cost of the programme", "type of cost", (one) => one.costType),
    each("cost of a place", "£ / place / year, base-year prices", (one) => one.unitCost),
    each("people a place serves", "people / place / year", (one) => one.throughput),
    each("months to full strength", "months", (one) => one.rampMonths),
    each("shape of the build-up", "", (one) => one.rampShape),
    each("largest reach", "share of the eligible", (one) => one.maxReach),
    each("eligible share of admissions", "share", (one) => one.eligibleShare),
    each("eligible share of bed days", "share", (one) => one.eligibleShareOfBedDays ?? one.eligibleShare),
    each("eligible share of delay", "share", (one) => one.eligibleShareOfDelay ?? one.eligibleShare),
    each("effect on admissions", "share avoided", (one) => one.effectOnAdmissions),
    each("effect on stay", "share saved", (one) => one.effectOnStay),
    each("effect on delay", "share saved", (one) => one.effectOnDelay),
    block(
      "Targets",
      "1 yes, 0 no",
      list.flatMap((one) =>
        bands.flatMap((band, a) =>
          specialties.map((specialty, k): [string, Content] => [
            `target, ${one.id}, ${band}, ${specialty}`,
            one.targets[a]?.[0]?.[k] ?? Number.NaN,
          ]),
        ),
      ),
    ),
    block(
      "Present places",
      "places",
      list.flatMap((one) =>
        areas.map((area, l): [string, Content] => [`present places, ${one.id}, ${area}`, one.presentCapacity[l] ?? 0]),
      ),
    ),
    block(
      "Saving on other lines",
      "£ / person served, base-year prices",
      list.flatMap((one) =>
        lines.map((line): [string, Content] => [`saving, ${one.id}, ${line}`, one.lineSaving[line] ?? 0]),
      ),
      "one",
      "Negative is a cost",
    ),
  ];
}

function shifts(given: SmallCase, { areas }: Names): Block[] {
  const list = given.shifts;
  const each = (
    name: string,
    unit: string,
    value: (one: SmallCase["shifts"][number]) => number | string,
    note = "",
  ): Block =>
    block(
      `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      unit,
      list.map((one) => [`${name}, ${one.id}`, value(one)]),
      "one",
      note,
    );
  const startMonth = (start: string): number =>
    12 * (Number(start.slice(0, 4)) - given.firstYear) + Number(start.slice(5)) - 4;
  return [
    each("amount", "£ / year", (one) => one.amount),
    each("taken from", "specialty", (one) => one.from ?? "none", "A specialty, all of them, or none: new money"),
    each("given to", "programme", (one) => one.to),
    each("year of the amount's prices", "year number, or cash", (one) => one.priceBase),
    each("start", "month number", (one) => startMonth(one.start)),
    each("share in the first twelve months", "share of the amount", (one) => one.phase[0] ?? 1),
    each("share later", "share of the amount", (one) => one.phase[1] ?? one.phase[0] ?? 1),
    each("split over areas", "", (one) => (typeof one.split === "string" ? one.split : "by hand")),
    block(
      "Shares of areas given by hand",
      "share",
      list.flatMap((one) =>
        areas.map((area, l): [string, Content] => [
          `share by hand, ${one.id}, ${area}`,
          typeof one.split === "string" ? 0 : (one.split[l] ?? 0),
        ]),
      ),
    ),
  ];
}

function books(given: SmallCase, { bands }: Names): Block[] {
  const each = (name: string, unit: string, value: (one: SmallCase["lines"][number]) => number | string): Block =>
    block(
      `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      unit,
      given.lines.map((one) => [`${name}, ${one.id}`, value(one)]),
    );
  return [
    each("payer", "", (one) => one.payer),
    each("type of cost of the line", "type of cost", (one) => one.costType),
    each("base-year budget", "£ / year", (one) => one.budget0),
    block(
      "Uplift",
      "share / year",
      given.lines.map((one) => [`uplift, ${one.id}`, one.uplift]),
      "year",
    ),
    each("growth of demand", "share / year", (one) => one.demandGrowth),
    each("demand follows population", "1 yes, 0 no", (one) => (one.needWeight === undefined ? 0 : 1)),
    block(
      "Need weight",
      "relative use per head",
      given.lines.flatMap((one) =>
        bands.map((band, a): [string, Content] => [`need weight, ${one.id}, ${band}`, one.needWeight?.[a] ?? 1]),
      ),
    ),
    block("Reserves", "£", [
      ["opening reserves", given.openingReserves],
      ["floor of reserves", given.reservesFloor],
    ]),
  ];
}
