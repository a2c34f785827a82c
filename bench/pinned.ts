import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Root of the project, seen from dist/bench. */
export const projectRoot = join(import.meta.dirname, "..", "..");

/** A peer's name with the exact version that package.json pins: `pinned("mathjs")` is "mathjs 15.2.0". */
export function pinned(name: string): string {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(join(projectRoot, "package.json"), "utf8"),
  ) as Record<"dependencies" | "devDependencies", Record<string, string>>;
  return `${name} ${dependencies[name] ?? devDependencies[name] ?? "not pinned"}`;
}
