/** Months and years as they are shown. */

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2026-10" is "October 2026". */
export function monthInWords(month: string): string {
  const [year, number] = month.split("-");
  return `${MONTHS[Number(number) - 1] ?? number} ${year}`;
}

/** "2026/27" is "26/27", for a chart's axis. */
export function shortYear(label: string): string {
  return label.slice(2);
}
