import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const TABS = /@graphiql\/react\/dist\/components\/tabs\/index\.js$/;

/**
 * GraphiQL's tabs are marked as such around the buttons that they are, and those that close them: nobody who listens
 * can tell what to press. Without the marks they are a list of buttons, which is what they are.
 */
const MENDED: [from: string, to: string][] = [
  ['role: "tab",', ""],
  ['role: "tablist",', ""],
  ['"aria-selected": isActive,', '"aria-current": isActive || void 0,'],
  // What the page has no need of, as said there.
  ['from "framer-motion"', `from ${JSON.stringify(ours("reorder.tsx"))}`],
];

const SMALLER_EDITORS = /@graphiql\/react\/dist\/components\/(variables|response)-editor\.js$/;

/** These come when the editor of queries is there: all are made in one go otherwise. */
const POSTPONED: [from: string, to: string][] = [
  [
    'import { useMonaco } from "../stores/monaco.js";',
    `import { useMonacoLater } from ${JSON.stringify(ours("later.ts"))};`,
  ],
  ["useMonaco(_temp)", "useMonacoLater()"],
];

export function graphiql(): Plugin {
  return {
    name: "graphiql",
    apply: "build",
    transform(code, id) {
      const changes = TABS.test(id) ? MENDED : SMALLER_EDITORS.test(id) ? POSTPONED : [];
      if (changes.length === 0) {
        return null;
      }
      return changes.reduce((text, [from, to]) => {
        if (!text.includes(from)) {
          this.error(`${id} no longer has ${from}: see what became of it`);
        }
        return text.replace(from, to);
      }, code);
    },
  };
}

function ours(file: string): string {
  return fileURLToPath(new URL(`../src/api/${file}`, import.meta.url));
}
