/** `careshift check PATH`: what the program understands of a file or folder. */
import type { OpenedDocument } from "../../engine/index.ts";
import type { Io } from "../io.ts";
import { withEngine } from "./open-host.ts";

export interface CheckOptions {
  /** The dataset that a scenario was made on. */
  readonly data?: string | undefined;
}

export async function check(io: Io, file: string, options: CheckOptions): Promise<number> {
  return withEngine(io, async (session) => {
    if (options.data !== undefined) await session.open(options.data);
    const document = await session.open(file);
    io.out(understood(document));
    return document.verification === null || document.verification.reproduces ? 0 : 1;
  });
}

function understood({ dataset, scenarios, file, verification }: OpenedDocument): string {
  const kind = file?.kind ?? "dataset";
  const order =
    verification?.reproduces === false ? "but its results are not what this program computes" : "and is in order";
  const lines = [`${file?.name ?? ""} is a ${kind} ${order}.`, "", `Dataset      ${dataset.title}`];
  lines.push(`Years        ${dataset.years[0]} to ${dataset.years.at(-1)}`);
  lines.push(`Areas        ${labels(dataset.areas)}`);
  lines.push(`Hospitals    ${labels(dataset.hospitals)}`);
  lines.push(`Specialties  ${labels(dataset.specialties)}`);
  lines.push(`Age bands    ${labels(dataset.bands)}`);
  lines.push(`Bed day      ${dataset.definitions.bedDay}`);
  lines.push(`Prices of    ${dataset.definitions.priceBase}, ${dataset.definitions.costBasis}`);
  if (kind !== "dataset") {
    for (const { title, programmes, shifts, variables = [], overrides = [] } of scenarios) {
      const moving = shifts.filter((shift) => shift.amount !== 0).length;
      const own =
        variables.length + overrides.length === 0 ? "" : `; ${ownFormulas(variables.length, overrides.length)}`;
      lines.push(`Scenario     ${title}: ${programmes.length} programmes, ${moving} shifts that move money${own}`);
    }
  }
  if (verification !== null) lines.push("", verification.statement);
  if (dataset.warnings.length > 0) lines.push("", ...dataset.warnings.map((warning) => `Warning: ${warning}`));
  return `${lines.join("\n")}\n`;
}

function ownFormulas(added: number, replaced: number): string {
  return `figures added ${added}, formulas replaced ${replaced}`;
}

/** At most eight names; the rest are counted. */
function labels(members: readonly { readonly label: string }[]): string {
  const names = members.slice(0, 8).map((member) => member.label);
  const more = members.length - names.length;
  return `${members.length}: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
