/** Hash of the model that results rest on. */
import { modelText } from "../models/index.ts";
import type { Extensions } from "../models/index.ts";
import { hashText } from "../scenarios/packs/index.ts";

/** Of the model alone: every scenario without formulas of its own rests on it. */
export const MODEL_HASH = hashText(modelText());

/** Of the model with what a scenario adds to it or replaces. */
export function hashOfModel(extensions: Extensions): string {
  const { added, overrides } = extensions;
  return added.length === 0 && overrides.length === 0 ? MODEL_HASH : hashText(modelText(extensions));
}
