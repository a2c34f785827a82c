import { ModelInputError } from "../../commissioning/input-error.ts";

/** Refuses draw number `draw` of a figure, which is NaN or infinite. */
export function refuseDraw(draw: number, value: number): never {
  throw new ModelInputError({
    code: "summary.not-finite",
    message: `Draw ${draw} is ${value}, not a number that can be summarised. Check the assumptions of that draw.`,
    path: `draws[${draw}]`,
    value: String(value),
    expected: "finite numbers",
  });
}

/** Refuses draws whose range is too wide to be added up. */
export function refuseRange(lowest: number, highest: number): never {
  throw new ModelInputError({
    code: "summary.range",
    message: `The draws reach from ${lowest} to ${highest}, too far apart to be summarised. Check the widest of the assumptions.`,
    path: "draws",
    value: `${lowest} to ${highest}`,
    expected: "draws less than 2^1000 apart",
  });
}
