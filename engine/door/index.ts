/** Public entry of what the doors share: the window's policy and files. Without the engine, so that the shell stays small. */
export { contentSecurityPolicy } from "./content-security-policy.ts";
export { contentTypes } from "./content-types.ts";
export { resolveAsset } from "./resolve-asset.ts";
