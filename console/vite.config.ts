import { defineConfig, type Plugin } from "vitest/config";
import { first } from "./scripts/first.ts";
import { fonts } from "./scripts/fonts.ts";
import { graphiql } from "./scripts/graphiql.ts";
import { licences } from "./scripts/licences.ts";
import { monaco, piece } from "./scripts/monaco.ts";
import { shelve } from "./scripts/shelve.ts";

const engine = process.env.DOVETAIL_ENGINE ?? "http://localhost:8080";

/** The parts of the page that takes longest to load. */
const API = ["/src/api/ApiPage.tsx", "/monaco-graphql/esm/monaco-editor.js", "/monaco-graphql/esm/lite.js"];

/** What the engine fills in when it serves the page, for `npm run dev`. */
const standInForTheEngine: Plugin = {
  name: "stand-in-for-the-engine",
  apply: "serve",
  transformIndexHtml: (html) => html.replace("%BASE%", "/console/").replace("%SETTINGS%", ""),
};

export default defineConfig(({ command }) => ({
  // Addresses in the build are relative: the console works behind any path.
  base: command === "build" ? "./" : "/console/",
  plugins: [
    standInForTheEngine,
    first("src/first.ts", "api", API),
    monaco(),
    graphiql(),
    fonts(),
    licences(),
    shelve(),
  ],
  esbuild: { jsx: "automatic", legalComments: "none" },
  build: {
    target: "es2022",
    // The editor is big by nature and loaded apart from the first screen.
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: { manualChunks: piece, experimentalMinChunkSize: 10_000 },
      // Libraries mark their files for React's server components, which means nothing here.
      onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
    },
  },
  worker: { format: "es" },
  server: { proxy: { "/v1": engine, "/v2": engine, "/v1alpha1": engine } },
  test: {
    projects: [
      { extends: true, test: { name: "unit", include: ["src/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
}));
