/** `npm run examples`: builds the example datasets in place. */
import { fileURLToPath } from "node:url";
import { buildExamples } from "./build-examples.ts";

// dist/examples/build.js lies two levels below the project's root.
const root = fileURLToPath(new URL("../..", import.meta.url));
for (const line of await buildExamples(root)) console.log(line);
