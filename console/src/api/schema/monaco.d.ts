/** What the editor's own types leave out: how a language's worker begins. */
declare module "monaco-editor/esm/vs/editor/editor.worker.js" {
  import type { worker } from "monaco-editor";
  export function initialize<C>(make: (context: worker.IWorkerContext, data: C) => object): void;
}
