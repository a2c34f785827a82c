import path from "node:path";
import { contentTypes } from "./content-types.ts";

/** Names that Windows gives to devices, whatever their extension. */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const neverInAName = /[\u0000-\u001f\u007f\\:*?"<>|%#]/;

/**
 * The file under `rootFolder` that the path of an address asks for (still percent-encoded, without query: "/" and
 * "/assets/index-4f.js"), or null when it asks for anything that is not plainly a servable file inside the folder:
 * encoded or plain "..", a backslash, NUL, a drive letter, a hidden file, a second encoding, an unknown kind of file.
 * Decides by the text alone; it does not look at the disk.
 *
 * @example resolveAsset("/app/renderer", "/assets/app.js") // "/app/renderer/assets/app.js"
 * @example resolveAsset("/app/renderer", "/..%2fsecret.js") // null
 */
export function resolveAsset(rootFolder: string, urlPath: string): string | null {
  if (!urlPath.startsWith("/") || urlPath.length > 1000) return null;
  const decoded = decodeOnce(urlPath);
  if (decoded === null || neverInAName.test(decoded)) return null;
  const asked = decoded === "/" ? "index.html" : decoded.slice(1);
  if (!asked.split("/").every(isPlainName)) return null;
  if (contentTypes[path.extname(asked).toLowerCase()] === undefined) return null;

  const root = path.resolve(rootFolder);
  const file = path.resolve(root, asked);
  const inside = path.relative(root, file);
  const escapes = inside === "" || path.isAbsolute(inside) || inside.split(path.sep)[0] === "..";
  return escapes ? null : file;
}

function decodeOnce(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath);
  } catch {
    return null;
  }
}

/** Not empty, not hidden ("." and ".." included), and no name that Windows reads as another one. */
function isPlainName(name: string): boolean {
  return name !== "" && !name.startsWith(".") && !/[. ]$/.test(name) && !deviceName.test(name);
}
