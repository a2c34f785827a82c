/** The workbook's figures under the names and in the order of an expected-results file (docs/method/reference-cases.md). */
import { DOING_NOTHING, namesOf, PLAN } from "./small-case.ts";
import type { Names, SmallCase } from "./small-case.ts";
import type { Workbook } from "./workbook/grid.ts";
import type { Figures } from "./workbook/write.ts";

type Rows = (name: string) => readonly number[];
type Tree = Readonly<Record<string, unknown>>;

/** Throws when a row has no figure. */
export function expectedResults(given: SmallCase, workbook: Workbook, figures: Figures): Tree {
  const names = namesOf(given);
  const row: Rows = (name) => {
    const { sheet, cells } = workbook.find(name);
    return cells.map((at) => {
      const value = figures.get(sheet)?.get(at);
      if (value === undefined) throw new Error(`${sheet} ${at} ("${name}") has no figure.`);
      return value;
    });
  };
  const matched = row("year matched")[0] ?? Number.NaN;
  const books = bookResults(names, row, PLAN, "books");
  return {
    days: row("days"),
    hospitalPrice: row("hospital price index"),
    deflator: row("price index, deflator"),
    baseline: activityResults(names, row, DOING_NOTHING),
    scenario: activityResults(names, row, PLAN),
    programmes: names.programmes.map((id) => programmeResults(names, row, id)),
    bridge: bridgeResults(names, row),
    hospital: hospitalResults(names, row),
    ...bookResults(names, row, DOING_NOTHING, "booksBaseline"),
    books: {
      ...(books["books"] as Tree),
      shiftedOut: row("shifted out"),
      bridging: row("bridging"),
      breakEvenYear: matched < 0 ? null : matched,
    },
    real: {
      ...realResults(names, row, PLAN),
      bridgingReal: row("bridging, real"),
      releasedReal: row("released, all, real"),
      avoidedReal: row("avoided, all, real"),
      strandedReal: row("stranded, all, real"),
      programmeSpendReal: row("all investment, real"),
    },
    realBaseline: realResults(names, row, DOING_NOTHING),
    totals: {
      released: row("released, all"),
      avoided: row("avoided, all"),
      stranded: row("stranded, all"),
      programmeSpend: row("all investment"),
    },
  };
}

function activityResults({ years, areas, bands, specialties }: Names, row: Rows, world: string): Tree {
  const cells = (series: string): unknown =>
    years.map((_, t) =>
      areas.map((area) =>
        bands.map((band) => [specialties.map((k) => row(`${series}, ${area}, ${band}, ${k}, ${world}`)[t])]),
      ),
    );
  return {
    admissions: cells("admissions"),
    notDelayed: cells("other bed days"),
    delayed: cells("delayed bed days"),
    bedDays: cells("bed days"),
  };
}

function programmeResults({ years, areas }: Names, row: Rows, id: string): Tree {
  const byArea = (series: string): unknown =>
    years.map((_, t) => areas.map((area) => row(`${series}, ${id}, ${area}`)[t]));
  return {
    id,
    spend: byArea("investment"),
    capacity: byArea("places added"),
    eligible: byArea("eligible"),
    reach: byArea("reach"),
    served: byArea("served"),
  };
}

/** A series by year, area and specialty; `end` is what its row names end in. */
function byPart({ years, areas, specialties }: Names, row: Rows, series: string, end = ""): unknown {
  return years.map((_, t) => areas.map((area) => specialties.map((k) => row(`${series}, ${area}, ${k}${end}`)[t])));
}

function bridgeResults(names: Names, row: Rows): Tree {
  const part = (of: string, cause: string): unknown => byPart(names, row, `part of ${of}, ${cause}`);
  const causes = ["demography", "healthAge", "growth"];
  const own = (of: string, kinds: readonly string[]): [string, unknown][] =>
    names.programmes.flatMap((id) =>
      kinds.map((kind): [string, unknown] => [`${id}:${kind}`, part(of, `${id}, ${kind}`)]),
    );
  return {
    admissions: Object.fromEntries([
      ...causes.map((cause) => [cause, part("admissions", cause)] as const),
      ...own("admissions", ["admissions"]),
    ]),
    bedDays: Object.fromEntries([
      ...[...causes, "stayDrift"].map((cause) => [cause, part("bed days", cause)] as const),
      ...own("bed days", ["admissions", "stay", "delay"]),
    ]),
  };
}

function hospitalResults(names: Names, row: Rows): Tree {
  const { years, specialties } = names;
  const at = (series: string, end = ""): unknown =>
    years.map((_, t) => [specialties.map((k) => row(`${series}, ${k}${end}`)[t])]);
  const inWorlds = (name: string, series: string): [string, unknown][] => [
    [name, at(series, `, ${PLAN}`)],
    [`${name}Baseline`, at(series, `, ${DOING_NOTHING}`)],
  ];
  return {
    open0: [specialties.map((k) => row(`beds open at first, ${k}`)[0])],
    ...Object.fromEntries([
      ...inWorlds("needed", "beds needed"),
      ...inWorlds("closed", "beds closed"),
      ...inWorlds("extra", "beds extra"),
      ...inWorlds("open", "beds open"),
      ...inWorlds("cost", "hospital cost"),
      ...inWorlds("notional", "notional cost"),
    ]),
    costByArea: byPart(names, row, "hospital cost", `, ${PLAN}`),
    costByAreaBaseline: byPart(names, row, "hospital cost", `, ${DOING_NOTHING}`),
    released: at("released"),
    releasedVariable: at("released, variable"),
    releasedBeds: at("released, beds"),
    avoided: at("avoided"),
    notionalReduction: at("notional reduction"),
    stranded: at("stranded"),
    strandedFixed: at("stranded, fixed"),
    releasedByArea: byPart(names, row, "released"),
    avoidedByArea: byPart(names, row, "avoided"),
    closedAlone: byPart(names, row, "beds closed", ", alone"),
  };
}

function bookResults({ lines }: Names, row: Rows, world: string, name: string): Tree {
  const byPayer = (series: string): Tree =>
    Object.fromEntries(
      ["set-aside", "nhs-delegated", "council-delegated"].map((payer) => [
        payer,
        row(`${series} paid by ${payer}, ${world}`),
      ]),
    );
  return {
    [name]: {
      budget: lines.map((line) => row(`budget, ${line}, ${world}`)),
      budgetBeforeShifts: lines.map((line) => row(`budget before shifts, ${line}`)),
      cost: lines.map((line) => row(`line cost, ${line}, ${world}`)),
      directedSetAside: row(`set-aside after shifts, ${world}`),
      trueUp: row(`true-up, ${world}`),
      position: row(`position, ${world}`),
      reserves: row(`reserves, ${world}`),
      reservesDrawn: row(`reserves drawn, ${world}`),
      fundingGap: row(`funding gap, ${world}`),
      budgetByPayer: byPayer("budget"),
      costByPayer: byPayer("line cost"),
    },
  };
}

function realResults({ lines }: Names, row: Rows, world: string): Tree {
  return {
    budgetReal: lines.map((line) => row(`budget, ${line}, ${world}, real`)),
    costReal: lines.map((line) => row(`line cost, ${line}, ${world}, real`)),
    positionReal: row(`position, ${world}, real`),
    fundingGapReal: row(`funding gap, ${world}, real`),
    reservesReal: row(`reserves, ${world}, real`),
    trueUpReal: row(`true-up, ${world}, real`),
  };
}
