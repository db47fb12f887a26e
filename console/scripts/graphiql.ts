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
];

export function graphiql(): Plugin {
  return {
    name: "graphiql",
    apply: "build",
    transform(code, id) {
      if (!TABS.test(id)) {
        return null;
      }
      return MENDED.reduce((text, [from, to]) => {
        if (!text.includes(from)) {
          this.error(`${id} no longer has ${from}: see what became of its tabs`);
        }
        return text.replace(from, to);
      }, code);
    },
  };
}
