/** File names inside a dataset or pack that are safe on every system: a rule, not a repair. */

/** Names that Windows keeps for devices, with or without an extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;

/**
 * Why a path may not be used, in words that follow "the name"; null when it may. Paths are relative, with forward
 * slashes. Refused: leaving the folder, drive and device names, streams, names that Windows cannot hold, and characters
 * that hide or turn round what a name says.
 */
export function unsafePath(path: string): string | null {
  if (path.length === 0 || path.length > 200) return "is empty or longer than 200 letters";
  if (path.includes("\\")) return "holds a backslash";
  if (path.startsWith("/")) return "starts at the root of the disk";
  // Control characters, and the marks that hide or reorder text (right-to-left override and the like).
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/u.test(path)) return "holds a hidden character";
  if (/[<>:"|?*]/.test(path)) return 'holds one of < > : " | ? *';
  for (const part of path.split("/")) {
    if (part === "" || part === "." || part === "..") return "leaves its folder";
    if (/[ .]$/.test(part) || part.startsWith(" ")) return "starts or ends with a blank, or ends with a dot";
    if (RESERVED.test(part)) return "is one that Windows keeps for a device";
  }
  return null;
}

/** One spelling for names that read alike: accents composed, so that a name from any system is found. */
export function samePath(path: string): string {
  return path.normalize("NFC");
}
