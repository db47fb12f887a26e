import { initialize } from "monaco-editor/esm/vs/editor/editor.worker.js";
import { GraphQLWorker } from "monaco-graphql/esm/GraphQLWorker.js";
import { LazySchema } from "./lazy.ts";
import type { Carried } from "./carry.ts";

type Data = ConstructorParameters<typeof GraphQLWorker>[1];

/** Completes, checks and explains queries, by schemas of which it reads what these need. */
self.onmessage = () => {
  initialize<Data>((context, data) => {
    const schemas = (data.languageConfig.schemas as Carried[] | undefined)?.map(
      ({ text, uri, customScalarSchemas }) => ({
        uri,
        schema: new LazySchema(text),
        ...(customScalarSchemas ? { customScalarSchemas } : {}),
      }),
    );
    return new GraphQLWorker(context, {
      ...data,
      languageConfig: { ...data.languageConfig, ...(schemas ? { schemas } : {}) },
    });
  });
};
