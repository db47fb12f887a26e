import type { MonacoGraphQLAPI } from "monaco-graphql";
import { LazySchema } from "./lazy.ts";

type Given = Parameters<MonacoGraphQLAPI["setSchemaConfig"]>[0][number];

/** What the language's worker gets in the place of a schema, which cannot be sent. */
export type Carried = Omit<Given, "schema"> & { text: string };

const done = new WeakSet<MonacoGraphQLAPI>();

/**
 * The editor would print a schema and have its worker parse the print, each of which takes seconds when it is big. Has
 * it hand over what the schema is read from. To be called before it gets one.
 */
export function carryLines(language: MonacoGraphQLAPI): void {
  if (done.has(language)) {
    return;
  }
  done.add(language);
  const give = language.setSchemaConfig.bind(language);
  language.setSchemaConfig = (schemas) => give(schemas.map(carried));
}

function carried({ schema, ...rest }: Given): Given {
  // The string only says that there is a schema: our worker reads the lines beside it.
  return schema instanceof LazySchema
    ? ({ ...rest, text: schema.lines.text, introspectionJSONString: "lines" } as Given)
    : { ...rest, ...(schema ? { schema } : {}) };
}
