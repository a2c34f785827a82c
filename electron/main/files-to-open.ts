import path from "node:path";
import { fileURLToPath } from "node:url";

/** Endings of files the program opens: packs, scenarios, descriptors and datasets. */
export const OPENABLE = ["careshift", "json", "zip", "arrow", "arrows", "feather", "ipc"] as const;

const OPENABLE_ENDING = new RegExp(`\\.(?:${OPENABLE.join("|")})$`, "i");

/**
 * The files named on a command line, as absolute paths in their order. `argumentsOnly` is the command line without the
 * program itself. Switches are skipped up to `--`; what has no ending of ours is skipped, since a system's launcher adds
 * words of its own. A path is taken letter for letter ("100% #1" is a folder's name); only a `file:` address is decoded.
 */
export function filesToOpen(argumentsOnly: readonly string[], workingFolder: string): string[] {
  const files: string[] = [];
  let switchesEnded = false;
  for (const argument of argumentsOnly) {
    if (!switchesEnded && argument === "--") switchesEnded = true;
    else if (switchesEnded || !argument.startsWith("-")) {
      const file = asPath(argument);
      if (file !== null && !file.includes("\0") && OPENABLE_ENDING.test(file))
        files.push(path.resolve(workingFolder, file));
    }
  }
  return files;
}

function asPath(argument: string): string | null {
  if (!/^file:/i.test(argument)) return /^[a-z][a-z0-9+.-]+:\/\//i.test(argument) ? null : argument;
  try {
    return fileURLToPath(argument);
  } catch {
    return null;
  }
}

/** The command line without the program: in development Electron is given the app's folder as well. */
export function withoutProgram(commandLine: readonly string[], isPackaged: boolean): readonly string[] {
  return commandLine.slice(isPackaged ? 1 : 2);
}
