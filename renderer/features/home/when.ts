/** "Today, 14:02", "Yesterday, 16:40", "19 Nov 2026": when a file was last used. */
export function whenInWords(when: Date, now: Date): string {
  if (Number.isNaN(when.getTime())) return "";
  const time = when.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const day = (date: Date): number => Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 864e5);
  const ago = day(now) - day(when);
  if (ago === 0) return `Today, ${time}`;
  if (ago === 1) return `Yesterday, ${time}`;
  return when.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
}
