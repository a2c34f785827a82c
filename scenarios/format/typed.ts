/** What a person types into a money or percentage field. Never silently read as something else. */

export type Typed = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly reason: string };

const SCALES: Readonly<Record<string, number>> = {
  "": 0,
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  bn: 9,
  billion: 9,
};
const MOST = 1e12;

/**
 * £ from `1.2m`, `£450k`, `1,250,000`, `(1,500)`, `-£1,500.00`, `1500-`; or a share of `base` from `-3%`.
 * Refused with a reason: commas out of place (`1,23`), parts of a penny, blanks, words, formulas.
 * A percentage of the base is rounded to the nearest penny.
 */
export function parseMoney(text: string, base?: number): Typed {
  const plain = tidy(text);
  if (plain === "") return refused("Type an amount, such as 1.2m or 450k. For nothing, type 0.");
  const percent = /^([+-]?)\s?(\d[\d,.]*)\s?%$/.exec(plain);
  if (percent !== null) return shareOf(percent[1] as string, percent[2] as string, base);
  const signed = withoutSign(plain);
  if (signed === null) return refused(notMoney(text));
  const match = /^(\d[\d,]*(?:\.\d+)?|\.\d+)\s?([a-z]*)$/i.exec(signed.rest);
  if (match === null) return refused(notMoney(text));
  const scale = SCALES[(match[2] as string).toLowerCase()];
  if (scale === undefined) return refused(`"${match[2]}" is not a size of money. Use k for thousands, m for millions.`);
  const digits = ungrouped(match[1] as string);
  if (digits === null) return refused(commas(text));
  if (/^0\d/.test(digits)) return refused(`"${text.trim()}" looks like a code, not an amount. Leave out the first 0.`);
  const pence = scaled(digits, scale + 2);
  if (pence === null) return refused(`"${text.trim()}" has part of a penny. Give whole pence.`);
  if (pence > MOST * 100) return refused(`"${text.trim()}" is more than £1,000bn.`);
  return { ok: true, value: (signed.negative && pence > 0 ? -pence : pence) / 100 };
}

/** A fraction from `4.6`, `4.6 %` or `-3%`: "0.75" is 0.0075. */
export function parsePercent(text: string): Typed {
  const plain = tidy(text);
  if (plain === "") return refused("Type a percentage, such as 4.6. For nothing, type 0.");
  const match = /^([+-]?)(\d[\d,]*(?:\.\d+)?|\.\d+)\s?%?$/.exec(plain);
  if (match === null) return refused(`"${text.trim()}" is not a percentage. Type a number such as 4.6.`);
  const digits = ungrouped(match[2] as string);
  if (digits === null) return refused(commas(text));
  const value = Number(`${match[1] as string}${digits}e-2`);
  return Number.isFinite(value) ? { ok: true, value: value + 0 } : refused(`"${text.trim()}" is too large.`);
}

/** One kind of minus sign, one kind of space, none at the ends. */
function tidy(text: string): string {
  return text
    .replace(/[\u2212\u2013\uFE63\uFF0D]/g, "-")
    .replace(/[\u00A0\u202F\u2009]/g, " ")
    .trim();
}

/** The sign taken off: a minus before or after the £, at the end, or brackets. Null when there is more than one. */
function withoutSign(text: string): { negative: boolean; rest: string } | null {
  const bracketed = /^\((.*)\)$/.exec(text);
  const inner = (bracketed?.[1] ?? text).trim();
  const match = /^([+-]?)\s?(£?)\s?([+-]?)([^+-]*?)\s?(-?)$/.exec(inner);
  if (match === null) return null;
  const signs = [match[1], match[3], match[5]].filter((sign) => sign !== "");
  if (signs.length > 1 || (bracketed !== null && signs.length > 0)) return null;
  return { negative: bracketed !== null || signs[0] === "-", rest: match[4] as string };
}

/** Digits without commas; null when a comma does not part thousands. */
function ungrouped(digits: string): string | null {
  if (!digits.includes(",")) return digits.startsWith(".") ? `0${digits}` : digits;
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits) ? digits.replaceAll(",", "") : null;
}

/** Decimal digits times a power of ten, exactly; null when not a whole number. */
function scaled(digits: string, power: number): number | null {
  const [whole, decimals = ""] = digits.split(".") as [string, string?];
  const kept = decimals.replace(/0+$/, "");
  return kept.length > power ? null : Number(whole + kept.padEnd(power, "0"));
}

function shareOf(sign: string, digits: string, base: number | undefined): Typed {
  if (base === undefined) return refused("A percentage needs an amount to be a percentage of. Type £ instead.");
  const share = parsePercent(sign + digits);
  if (!share.ok) return share;
  const pence = Math.round(base * 100 * share.value);
  return { ok: true, value: pence / 100 + 0 };
}

function commas(text: string): string {
  return `In "${text.trim()}" the comma does not part thousands. For a decimal type a point: 1.23.`;
}

function notMoney(text: string): string {
  return `"${text.trim().slice(0, 40)}" is not an amount of money. Type one such as 1.2m, 450k or 1,250,000.`;
}

function refused(reason: string): Typed {
  return { ok: false, reason };
}
