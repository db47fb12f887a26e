import type { Plugin } from "vite";

/** What an editor of queries and their variables has no use for: of the editor's code about a third. */
const UNUSED = [
  "browser/widget/diffEditor/diffEditor.contribution",
  "contrib/diffEditorBreadcrumbs/",
  "contrib/codelens/",
  "contrib/colorPicker/",
  "contrib/dropOrPasteInto/",
  "contrib/inlineCompletions/",
  "contrib/suggest/browser/suggestInlineCompletions",
  "contrib/inlineEdit/",
  "contrib/inlineEdits/",
  "contrib/inlineProgress/",
  "contrib/inlayHints/",
  "contrib/sectionHeaders/",
  "contrib/semanticTokens/",
  "contrib/stickyScroll/",
  "contrib/linkedEditing/",
  "contrib/rename/",
  "contrib/documentSymbols/",
  "standalone/browser/inspectTokens/",
  "standalone/browser/iPadShowKeyboard/",
  "standalone/browser/quickAccess/standaloneGotoSymbolQuickAccess",
  "standalone/browser/quickAccess/standaloneHelpQuickAccess",
];

const LISTS = /monaco-editor\/esm\/vs\/editor\/(editor\.all|edcore\.main)\.js$/;
const IMPORT = /^import '\.\/(.+)';$/gm;

/** The editor for two versions side by side, which nobody opens here: a class each that nobody makes one of. */
const NEVER = /\/browser\/widget\/(?:multiDiffEditor|diffEditor)\/(multiDiffEditorWidget|diffEditorWidget)\.js$/;

/** Leaves parts of the editor out, which it names one by one in two lists. */
export function monaco(): Plugin {
  return {
    name: "monaco",
    apply: "build",
    enforce: "pre",
    load(id) {
      const name = NEVER.exec(id)?.[1];
      return name === undefined ? null : `export class ${name[0]?.toUpperCase()}${name.slice(1)} {}`;
    },
    transform: (code, id) =>
      LISTS.test(id)
        ? code.replaceAll(IMPORT, (line, part: string) => (UNUSED.some((each) => part.startsWith(each)) ? "" : line))
        : null,
  };
}

/**
 * The editor in pieces that come side by side. It is made in layers of which none needs one above it, so the pieces
 * need not wait for each other in circles.
 */
export function piece(id: string): string | undefined {
  const layer = /\/monaco-editor\/esm\/vs\/(base|platform|editor\/common|editor\/browser)\//.exec(id)?.[1];
  if (layer !== undefined) {
    return `editor-${layer.replace("editor/", "")}`;
  }
  // One file instead of one for each that several pages have: each is a request.
  if (id.includes("/lucide-react/")) {
    return "icons";
  }
  // What the first screen needs, too, must not lie in one of them.
  return /^\0(vite\/preload-helper|commonjsHelpers)/.test(id) ? "helpers" : undefined;
}
