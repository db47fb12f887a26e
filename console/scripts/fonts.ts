import { createHash } from "node:crypto";
import type { Plugin } from "vite";

const DATA = /url\(["']?data:font\/(woff2?|ttf);base64,([A-Za-z0-9+/=]+)["']?\)/g;

/**
 * Takes fonts out of style sheets. A library has dozens of them in its own, for all alphabets, as text: two thirds of a
 * megabyte that would have to come before the first screen. As files they come when a page has their letters.
 */
export function fonts(): Plugin {
  return {
    name: "fonts",
    apply: "build",
    enforce: "post",
    generateBundle(_options, bundle) {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== "asset" || !asset.fileName.endsWith(".css")) {
          continue;
        }
        const text = typeof asset.source === "string" ? asset.source : new TextDecoder().decode(asset.source);
        asset.source = text.replaceAll(DATA, (_, kind: string, data: string) => {
          const source = Buffer.from(data, "base64");
          const name = `font-${createHash("sha256").update(source).digest("base64url").slice(0, 10)}.${kind}`;
          this.emitFile({ type: "asset", fileName: `assets/${name}`, source });
          return `url(${name})`;
        });
      }
    },
  };
}
