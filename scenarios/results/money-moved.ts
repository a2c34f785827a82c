/** What a scenario moves, told in words: "Moving £8.30m a year from the set-aside into seven community programmes". */
import { marginsOf } from "../board/margins.ts";
import { sumOf, toPence, toPounds } from "../board/pence.ts";
import { formatMoney } from "../format/money.ts";
import { inWords } from "../format/numbers.ts";
import type { Scenario } from "../schema.ts";
import { joined, plain, plural, strong, type Segment } from "./phrases.ts";

export interface MoneyMoved {
  /** £ a year net out of the set-aside; negative when it gets money. */
  readonly fromSetAside: number;
  /** £ a year of money from outside; negative when it is withdrawn. */
  readonly newMoney: number;
  /** Programmes that get more, and what they get. */
  readonly grown: ReadonlyMap<string, number>;
  /** Programmes that lose money, and what they lose (above 0). */
  readonly cut: ReadonlyMap<string, number>;
  readonly priceBases: readonly string[];
}

/** At full effect, £ as typed. */
export function moneyMoved(scenario: Scenario): MoneyMoved {
  const { programmes, acrossAll, newMoney, moved, priceBases } = marginsOf(scenario);
  const pence = new Map<string, number>();
  for (const margin of [programmes, acrossAll, newMoney]) {
    for (const [id, pounds] of margin) pence.set(id, (pence.get(id) ?? 0) + toPence(pounds));
  }
  const outOf = (margin: ReadonlyMap<string, number>) => toPounds(sumOf([...margin.values()].map(toPence)));
  return {
    fromSetAside: toPounds(toPence(moved) + toPence(outOf(acrossAll))),
    newMoney: outOf(newMoney),
    grown: new Map([...pence].filter(([, each]) => each > 0).map(([id, each]) => [id, toPounds(each)])),
    cut: new Map([...pence].filter(([, each]) => each < 0).map(([id, each]) => [id, toPounds(-each)])),
    priceBases,
  };
}

/** Whether any money changes place at all. */
export function movesAnything({ grown, cut }: MoneyMoved): boolean {
  return grown.size > 0 || cut.size > 0;
}

/** The opening words of the result sentence; for a scenario that moves something. */
export function moneyMovedInWords(money: MoneyMoved, baseYear: string): Segment[] {
  const total = (of: ReadonlyMap<string, number>) => toPounds(sumOf([...of.values()].map(toPence)));
  const aYear = (pounds: number) => `${formatMoney(pounds)} a year`;
  const programmes = (count: number) => `${inWords(count)} community ${plural(count, "programme")}`;
  const { fromSetAside, newMoney, grown, cut } = money;
  const sources = [
    ...(fromSetAside > 0 ? [[strong(aYear(fromSetAside)), plain(" from the set-aside")]] : []),
    ...(cut.size > 0 ? [[strong(aYear(total(cut))), plain(` from ${programmes(cut.size)}`)]] : []),
    ...(newMoney > 0 ? [[strong(aYear(newMoney)), plain(" of new money")]] : []),
  ];
  const onlyNew = newMoney > 0 && sources.length === 1;
  const places = [
    ...(fromSetAside < 0
      ? [
          grown.size > 0 || newMoney < 0
            ? `${formatMoney(-fromSetAside)} of it back to the set-aside`
            : "back to the set-aside",
        ]
      : []),
    ...(newMoney < 0 ? [`${formatMoney(-newMoney)} of it out of the plan`] : []),
    ...(grown.size > 0
      ? [`${fromSetAside < 0 || newMoney < 0 ? "the rest " : ""}${onlyNew ? "on" : "into"} ${programmes(grown.size)}`]
      : []),
  ];
  const shared = places.some((place) => place.startsWith("£"));
  const between = sources.flatMap((source, i) =>
    i === 0 ? source : [plain(i === sources.length - 1 ? " and " : ", "), ...source],
  );
  return [
    plain(onlyNew ? "Spending " : "Moving "),
    ...between,
    plain(`${pricesInWords(money.priceBases, baseYear)}${shared ? "," : ""} ${joined(places)}`),
  ];
}

/** Said only where amounts are not in the prices of the base year, in which the sentence speaks. */
function pricesInWords(bases: readonly string[], baseYear: string): string {
  const others = bases.filter((base) => base !== baseYear);
  if (others.length === 0) return "";
  if (bases.length > 1) return " (amounts of several price years)";
  return others[0] === "cash" ? " (in cash, never repriced)" : ` (${others[0]} prices)`;
}
