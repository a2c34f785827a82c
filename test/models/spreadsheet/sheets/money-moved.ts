/** Section 5, money: each shift month by month, what it spends and the places it pays for. */
import type { Block, Content, Sheet } from "../workbook/grid.ts";
import type { Names, SmallCase } from "../small-case.ts";
import { chosen } from "./doing-nothing.ts";

export function moneyMoved(given: SmallCase, names: Names): Sheet {
  return { title: "5 Money moved", blocks: [...byMonth(given), ...byYear(given, names)] };
}

function prices({ programmes }: SmallCase, { costTypes }: Names): Block {
  return {
    heading: "Price index of the programme",
    note: "That of its type of cost",
    unit: "index, base year 1",
    axis: "year",
    rows: programmes.map(({ id }) => [
      `programme price index, ${id}`,
      `=${chosen(costTypes, `{type of cost of the programme, ${id}}`)}`,
    ]),
  };
}

function byMonth({ shifts }: SmallCase): Block[] {
  const block = (
    heading: string,
    note: string,
    unit: string,
    row: (shift: SmallCase["shifts"][number]) => [string, string],
  ): Block => ({ heading, note, unit, axis: "month", rows: shifts.map(row) });
  return [
    block(
      "Phase",
      "0 before the start; then a share for the first twelve months and one for later",
      "share of the amount",
      ({ id }) => [
        `phase, ${id}`,
        `=IF({month number}<{start, ${id}},0,IF({month number}<{start, ${id}}+12,{share in the first twelve months, ${id}},{share later, ${id}}))`,
      ],
    ),
    block("Rate of spending", "amount at this year's prices × phase", "£ / year", ({ id }) => [
      `rate, ${id}`,
      `={amount at this year's prices, ${id}}*{phase, ${id}}`,
    ]),
    block(
      "Build-up",
      "months since the start, read at mid-month, ÷ months to full strength, at most 1",
      "share",
      ({ id, to }) => [
        `built up, ${id}`,
        `=IF({month number}<{start, ${id}},0,IF({months to full strength, ${to}}=0,1,MIN(1,({month number}-{start, ${id}}+0.5)/{months to full strength, ${to}})))`,
      ],
    ),
    block("Ramp", "The build-up u, or 3u² - 2u³ on an S-curve", "share", ({ id, to }) => [
      `ramp, ${id}`,
      `=IF({shape of the build-up, ${to}}="s-curve",3*{built up, ${id}}^2-2*{built up, ${id}}^3,{built up, ${id}})`,
    ]),
    block("Spending that works", "rate × ramp", "£ / year", ({ id }) => [
      `working rate, ${id}`,
      `={rate, ${id}}*{ramp, ${id}}`,
    ]),
  ];
}

function byYear(given: SmallCase, names: Names): Block[] {
  const { shifts, programmes } = given;
  const { areas, bands, years } = names;
  const block = (
    heading: string,
    note: string,
    unit: string,
    rows: readonly (readonly [string, Content])[],
    axis: "one" | "year" = "year",
  ): Block => ({ heading, note, unit, axis, rows });
  const pairs = programmes.flatMap(({ id }) => areas.map((area) => ({ id, area, name: `${id}, ${area}` })));
  const paying = (programme: string): string[] => shifts.filter(({ to }) => to === programme).map(({ id }) => id);
  const weight = (line: string, area: string): string =>
    bands.map((band) => `{population, ${area}, ${band}@0}*{need weight, ${line}, ${band}}`).join("+");
  return [
    prices(given, names),
    block(
      "Amount at this year's prices",
      "amount × index of this year ÷ index of the year of its prices; cash as it is",
      "£ / year",
      shifts.map(({ id, to }) => [
        `amount at this year's prices, ${id}`,
        `=IF({year of the amount's prices, ${id}}="cash",{amount, ${id}},{amount, ${id}}*{programme price index, ${to}}/SUMPRODUCT(({year number@all}={year of the amount's prices, ${id}})*{programme price index, ${to}@all}))`,
      ]),
    ),
    block(
      "Money moved",
      "mean over the year's twelve months of the rate",
      "£ / year",
      shifts.map(({ id }) => [`money, ${id}`, `=AVERAGE({rate, ${id}@months})`]),
    ),
    block(
      "Places paid for",
      "mean over the twelve months of rate × ramp, ÷ price index ÷ cost of a place",
      "places",
      shifts.map(({ id, to }) => [
        `places, ${id}`,
        `=AVERAGE({working rate, ${id}@months})/{programme price index, ${to}}/{cost of a place, ${to}}`,
      ]),
    ),
    block(
      "Eligible admissions",
      "targeted admissions, doing nothing, × eligible share",
      "admissions / year",
      pairs.map(({ id, area, name }) => [
        `eligible, ${name}`,
        `={eligible share of admissions, ${id}}*(${names.cells
          .filter((cell) => cell.area === area)
          .map((cell) => `{target, ${id}, ${cell.band}, ${cell.specialty}}*{admissions, ${cell.name}, doing nothing}`)
          .join("+")})`,
      ]),
    ),
    block(
      "Area's share of the population, weighted by need",
      "Base-year people × need weight of the line that receives the money",
      "share",
      programmes.flatMap(({ id, line }) =>
        areas.map((area): [string, Content] => [
          `share by population, ${id}, ${area}`,
          `=(${weight(line, area)})/(${areas.map((one) => weight(line, one)).join("+")})`,
        ]),
      ),
      "one",
    ),
    block(
      "Area's share of a shift",
      "By eligible admissions of the base year (need), by weighted population, or by hand",
      "share",
      shifts.flatMap(({ id, to }) =>
        areas.map((area): [string, Content] => [
          `area share, ${id}, ${area}`,
          `=IF({split over areas, ${id}}="need",{eligible, ${to}, ${area}@0}/(${areas.map((one) => `{eligible, ${to}, ${one}@0}`).join("+")}),IF({split over areas, ${id}}="population",{share by population, ${to}, ${area}},{share by hand, ${id}, ${area}}))`,
        ]),
      ),
      "one",
    ),
    block(
      "Investment",
      "money moved × area's share, all shifts to the programme",
      "£ / year",
      pairs.map(({ id, area, name }) => [
        `investment, ${name}`,
        sumOf(paying(id).map((shift) => `{money, ${shift}}*{area share, ${shift}, ${area}}`)),
      ]),
    ),
    block(
      "Places added",
      "places × area's share, all shifts to the programme",
      "places",
      pairs.map(({ id, area, name }) => [
        `places added, ${name}`,
        sumOf(paying(id).map((shift) => `{places, ${shift}}*{area share, ${shift}, ${area}}`)),
      ]),
    ),
    block("All investment", `All programmes and areas, ${years[0]} to ${years.at(-1)}`, "£ / year", [
      ["all investment", sumOf(pairs.map(({ name }) => `{investment, ${name}}`))],
    ]),
  ];
}

/** A formula that adds terms; nothing to add is 0. */
export function sumOf(terms: readonly string[]): string {
  return terms.length === 0 ? "=0" : `=${terms.join("+")}`;
}
