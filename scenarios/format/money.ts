/** Money as it is shown. £; negatives with a true minus. */
import { fixed, MINUS } from "./numbers.ts";

/**
 * For headlines and charts: `£1.23m`, `£450k`, `£12.5k`, `£850`, `−£8.40m`, `£1.20bn`. Two decimals of a million or a billion; three
 * figures of a thousand. `signed` puts a plus before more than nothing.
 */
export function formatMoney(pounds: number, options: { signed?: boolean } = {}): string {
  return signedMoney(pounds, short(Math.abs(pounds)), options.signed === true);
}

/** Every pound, and the pence where there are any: `£1,250,000`, `£333,333.34`, `−£1,500`. */
export function formatMoneyExact(pounds: number, options: { signed?: boolean } = {}): string {
  const size = Math.abs(pounds);
  const text = fixed(size, 2);
  return signedMoney(pounds, text.endsWith(".00") ? text.slice(0, -3) : text, options.signed === true);
}

/** Millions to two decimals for a column headed "£m": `8.40`, `−0.05`. */
export function formatMillions(pounds: number): string {
  const text = fixed(Math.abs(pounds) / 1e6, 2);
  return pounds < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

function short(size: number): string {
  if (size >= 999_995_000) return `${fixed(size / 1e9, 2)}bn`;
  if (size >= 999_500) return `${fixed(size / 1e6, 2)}m`;
  if (size >= 99_950) return `${fixed(size / 1e3, 0)}k`;
  if (size >= 999.5) {
    const decimals = size >= 9_995 ? 1 : 2;
    return `${fixed(size / 1e3, decimals).replace(/\.?0+$/, "")}k`;
  }
  return fixed(size, 0);
}

function signedMoney(pounds: number, text: string, plus: boolean): string {
  const something = /[1-9]/.test(text);
  const sign = !something ? "" : pounds < 0 ? MINUS : plus ? "+" : "";
  return `${sign}£${text}`;
}
