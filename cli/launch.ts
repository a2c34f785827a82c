/** Starting other programs, for real. */
import { spawn } from "node:child_process";
import type { Launch } from "./io.ts";

export const launch: Launch = (file, args, { timeoutMs, detached = false, inherit = false }) => {
  const child = spawn(file, [...args], {
    detached,
    shell: false,
    stdio: inherit ? "inherit" : "ignore",
    windowsHide: false,
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: "SIGKILL" as const }),
  });
  if (detached) child.unref();
  const started = new Promise<boolean>((resolve) => {
    child.once("spawn", () => resolve(true));
    child.once("error", () => resolve(false));
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.once("error", () => resolve(null));
  });
  return { started, ended, stop: () => void child.kill() };
};
