/** Price bases of money: £ of the year a figure is for (nominal), of the base year, or of a year that is named. */

/** Keys of base units. Each price base is a unit of its own, so money of two bases cannot be mixed. */
export const NOMINAL = "poundNominal";
export const BASE_YEAR = "poundOfBaseYear";
const OF_YEAR = /^poundOf(\d{4})(?:to(\d{2}))?$/;

/** Key of the £ at the prices of a financial year ("2024/25", "2024-25") or calendar year ("2024"), else null. */
export function poundOfYear(label: string): string | null {
  const [, first, next] = /^((?:19|20|21)\d\d)(?:[/-](\d\d))?$/.exec(label) ?? [];
  if (first === undefined) return null;
  if (next === undefined) return `poundOf${first}`;
  return (Number(first) + 1) % 100 === Number(next) ? `poundOf${first}to${next}` : null;
}

export function isPound(key: string): boolean {
  return key === NOMINAL || key === BASE_YEAR || OF_YEAR.test(key);
}

/** "£", "£ of the base year", "£ of 2024/25". */
export function poundInWords(key: string): string {
  if (key === NOMINAL) return "£";
  if (key === BASE_YEAR) return "£ of the base year";
  const [, first, next] = OF_YEAR.exec(key) ?? [];
  return `£ of ${first}${next === undefined ? "" : `/${next}`}`;
}
