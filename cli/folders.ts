/** Where Careshift keeps its own things, by the custom of each system; CARESHIFT_STATE and CARESHIFT_DOCUMENTS override. */
import path from "node:path";
import type { Io } from "./io.ts";

type Machine = Pick<Io, "env" | "platform" | "home" | "cwd">;

/** Recent files, and the profile of the browser window. */
export function stateFolder(machine: Machine): string {
  const { env, platform, home } = machine;
  const own = override(machine, "CARESHIFT_STATE");
  if (own !== null) return own;
  if (platform === "win32")
    return path.win32.join(env["LOCALAPPDATA"] || path.win32.join(home, "AppData", "Local"), "Careshift");
  if (platform === "darwin") return path.posix.join(home, "Library", "Application Support", "Careshift");
  // The XDG rules: a relative path in the variable is to be ignored.
  const base = env["XDG_STATE_HOME"];
  return path.posix.join(base?.startsWith("/") === true ? base : path.posix.join(home, ".local", "state"), "careshift");
}

/** Scenarios and packs that are saved in the browser door, where the page cannot open the system's dialog. */
export function documentsFolder(machine: Machine): string {
  const join = machine.platform === "win32" ? path.win32.join : path.posix.join;
  return override(machine, "CARESHIFT_DOCUMENTS") ?? join(machine.home, "Documents", "Careshift");
}

function override({ env, cwd }: Machine, name: string): string | null {
  const value = env[name];
  return value === undefined || value === "" ? null : path.resolve(cwd, value);
}
