import type { Plugin, Rollup } from "vite";

const NAME = "first";

type Bundle = Rollup.OutputBundle;

/**
 * Has the page load a small script beside its big one, which asks at once for what the big one will want; and the
 * browser fetch and read what one page needs as soon as it sees the HTML, where that is the page asked for: the engine
 * leaves these lines out of all others (`http.ConsolePage`).
 *
 * @param wanted modules of that page that begin a file of their own
 */
export function first(source: string, page: string, wanted: string[]): Plugin {
  return {
    name: NAME,
    apply: "build",
    buildStart() {
      this.emitFile({ type: "chunk", id: source, name: NAME });
    },
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle = {} }) => {
        const script = chunks(bundle).find((chunk) => chunk.name === NAME);
        if (script === undefined) {
          return html;
        }
        const begin = `<script type="module" crossorigin src="./${script.fileName}"></script>`;
        const known = (file: string) => html.includes(`"./${file}"`);
        const ahead = [...needed(bundle, wanted)].filter((file) => !known(file)).map(link);
        return (
          html
            // Behind the page's <base>, and before the big one.
            .replace("</title>", `</title>\n    ${begin}`)
            .replace(
              "\n  </head>",
              `\n    <!-- ${page} -->\n    ${ahead.join("\n    ")}\n    <!-- /${page} -->\n  </head>`,
            )
        );
      },
    },
  };
}

/** The files that the modules begin, and all that these cannot do without. */
export function needed(bundle: Bundle, modules: string[]): Set<string> {
  const files = new Set<string>();
  function add(chunk: Rollup.OutputChunk) {
    if (files.has(chunk.fileName)) {
      return;
    }
    files.add(chunk.fileName);
    chunk.viteMetadata?.importedCss.forEach((style) => files.add(style));
    chunks(bundle)
      .filter((each) => chunk.imports.includes(each.fileName))
      .forEach(add);
  }
  for (const module of modules) {
    const chunk = chunks(bundle).find((each) => each.moduleIds.some((id) => id.endsWith(module)));
    if (chunk === undefined) {
      throw new Error(`${module} is in no file of the build`);
    }
    add(chunk);
  }
  return files;
}

function chunks(bundle: Bundle): Rollup.OutputChunk[] {
  return Object.values(bundle).filter((file) => file.type === "chunk");
}

function link(file: string): string {
  return file.endsWith(".css")
    ? `<link rel="preload" as="style" crossorigin href="./${file}">`
    : `<link rel="modulepreload" crossorigin href="./${file}">`;
}
