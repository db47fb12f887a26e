import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** What the engine needs to know to serve a file. Its own reader of this list is `http.ConsoleFiles`. */
interface Shelved {
  type: string;
  etag: string;
  /** Whether the file lies there compressed, under its name and `.gz`, and not otherwise. */
  gzip: boolean;
}

const TYPES: Record<string, { type: string; gzip: boolean }> = {
  ".css": { type: "text/css; charset=utf-8", gzip: true },
  ".html": { type: "text/html; charset=utf-8", gzip: false },
  ".js": { type: "text/javascript; charset=utf-8", gzip: true },
  ".json": { type: "application/json; charset=utf-8", gzip: true },
  ".svg": { type: "image/svg+xml; charset=utf-8", gzip: true },
  ".ttf": { type: "font/ttf", gzip: true },
  ".txt": { type: "text/plain; charset=utf-8", gzip: true },
  ".woff": { type: "font/woff", gzip: false },
  ".woff2": { type: "font/woff2", gzip: false },
};

/**
 * Compresses the build once, so that no server has to do it at each request, and writes the list `files.json` of all
 * there is: the engine opens what stands in the list and nothing else.
 */
export function shelve(): Plugin {
  let folder = "";
  return {
    name: "shelve",
    apply: "build",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files: Record<string, Shelved> = {};
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const names = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
      for (const name of names.sort()) {
        const kind = TYPES[extname(name)];
        if (!kind) {
          throw new Error(`the content type of ${name} is not known: add it to ${import.meta.url}`);
        }
        const path = join(folder, name);
        const content = await readFile(path);
        const etag = createHash("sha256").update(content).digest("base64url").slice(0, 22);
        files[name] = { type: kind.type, etag, gzip: kind.gzip };
        if (kind.gzip) {
          await writeFile(`${path}.gz`, gzipSync(content, { level: constants.Z_BEST_COMPRESSION }));
          await rm(path);
        }
      }
      await writeFile(join(folder, "files.json"), `${JSON.stringify(files, null, 1)}\n`);
    },
  };
}
