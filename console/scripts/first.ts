import type { Plugin } from "vite";

const NAME = "first";

/** Has the page load a small script beside its big one, which begins to load what the big one will want. */
export function first(source: string): Plugin {
  return {
    name: NAME,
    apply: "build",
    buildStart() {
      this.emitFile({ type: "chunk", id: source, name: NAME });
    },
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) => {
        const script = Object.values(bundle ?? {}).find((file) => file.type === "chunk" && file.name === NAME);
        // Behind the page's <base>, and before the big one.
        return script === undefined
          ? html
          : html.replace(
              "</title>",
              `</title>\n    <script type="module" crossorigin src="./${script.fileName}"></script>`,
            );
      },
    },
  };
}
