/** Public entry of packs: for Node. */
export { PackError } from "./pack-error.ts";
export { hashScenario, hashText } from "./hash.ts";
export { writePack, type PackInput } from "./write-pack.ts";
export { readPack, readPackOrNull } from "./read-pack.ts";
export { compareResults } from "./compare-results.ts";
