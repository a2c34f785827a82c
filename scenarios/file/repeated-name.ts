/** A name given twice in one group of JSON text: reading would keep the last and drop the first without a word. */

/** The first name that a group holds twice, or null. The text must be valid JSON. */
export function repeatedName(text: string): string | null {
  /** Names of the groups that are open; null for a list. */
  const open: (Set<string> | null)[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === "{") open.push(new Set());
    else if (c === "[") open.push(null);
    else if (c === "}" || c === "]") open.pop();
    else if (c === '"') {
      const end = endOfString(text, i);
      const names = open[open.length - 1];
      if (names && isFollowedByColon(text, end)) {
        const name = JSON.parse(text.slice(i, end)) as string;
        if (names.has(name)) return name;
        names.add(name);
      }
      i = end - 1;
    }
  }
  return null;
}

/** The place after the closing quotation mark of the string that starts at `start`. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (text[i] !== '"') i += text[i] === "\\" ? 2 : 1;
  return i + 1;
}

function isFollowedByColon(text: string, from: number): boolean {
  let i = from;
  while (/\s/.test(text[i] ?? "")) i++;
  return text[i] === ":";
}
