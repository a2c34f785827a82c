/** Builds the window into dist/renderer: files of its own only, relative addresses, nothing inline. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// A Windows file URL reads "/C:/...": without its first slash it is a path again.
const folder = (relative: string): string =>
  decodeURIComponent(new URL(relative, import.meta.url).pathname).replace(/^\/(?=[A-Za-z]:)/, "");

// oxlint-disable-next-line import/no-default-export -- vite reads the default export
export default defineConfig({
  root: folder("."),
  base: "./",
  plugins: [react()],
  build: {
    outDir: folder("../dist/renderer"),
    emptyOutDir: true,
    target: "es2023",
    // A script or picture inlined as data: would need a looser content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // The chart library alone is 5 MB; it is loaded beside the first screen, not before it.
    chunkSizeWarningLimit: 6000,
    reportCompressedSize: false,
  },
});
