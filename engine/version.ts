/** Version of the program, as in package.json: it goes into packs and results. */
export const PROGRAM_VERSION = "0.1.0";
