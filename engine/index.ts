/** Public entry of the engine layer (Node): the engine host, and what its doors share. */
export { contentTypes } from "./door/content-types.ts";
export { contentSecurityPolicy } from "./door/content-security-policy.ts";
export { resolveAsset } from "./door/resolve-asset.ts";
