import EditorWorker from "monaco-editor/esm/vs/editor/editor.worker.js?worker";
import JsonWorker from "monaco-editor/esm/vs/language/json/json.worker.js?worker";
import GraphqlWorker from "./schema/language.worker.ts?worker";

/** Where the editor finds its workers: files of our own build, so that the page's policy lets them run. */
self.MonacoEnvironment = {
  getWorker(_id, label) {
    switch (label) {
      case "json":
        return new JsonWorker();
      case "graphql":
        return new GraphqlWorker();
      default:
        return new EditorWorker();
    }
  },
};
