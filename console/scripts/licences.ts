import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const FILE = "assets/licences.txt";
const PACKAGE = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//;

/** Puts the licences of everything that went into the build beside it, as nearly all of them demand. */
export function licences(): Plugin {
  return {
    name: "licences",
    apply: "build",
    generateBundle(_options, bundle) {
      const folders = new Map<string, string>();
      for (const chunk of Object.values(bundle)) {
        for (const module of chunk.type === "chunk" ? chunk.moduleIds : []) {
          const [, folder, name] = PACKAGE.exec(module.replaceAll("\\", "/").replace(/^\0/, "")) ?? [];
          if (folder !== undefined && name !== undefined) {
            folders.set(name, folder);
          }
        }
      }
      const parts = [...folders].sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, at]) => part(name, at));
      this.emitFile({ type: "asset", fileName: FILE, source: parts.join("\n\n") });
    },
  };
}

function part(name: string, folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    version: string;
    license?: unknown;
  };
  const file = existsSync(folder) ? readdirSync(folder).find((each) => /^(licen[sc]e|copying)/i.test(each)) : undefined;
  const text =
    file === undefined ? `Licence: ${String(about.license)}` : readFileSync(join(folder, file), "utf8").trim();
  return `${"=".repeat(80)}\n${name} ${about.version}\n${"=".repeat(80)}\n${text}\n`;
}
