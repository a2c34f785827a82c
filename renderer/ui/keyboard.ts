/** Words for keys as this computer's keyboard has them. */

/** `keyName("Ctrl Z")` is "⌘ Z" on a Mac. */
export function keyName(keys: string, platform: string = navigator.platform): string {
  return /^mac|^darwin/i.test(platform) ? keys.replace("Ctrl", "⌘").replace("Shift", "⇧") : keys;
}

/** Whether a key press belongs to text that is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement &&
    target.type !== "range" &&
    target.type !== "radio" &&
    target.type !== "checkbox"
  );
}
