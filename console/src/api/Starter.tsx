import { useGraphiQL } from "@graphiql/react";
import { useEffect } from "react";
import { starter, WELCOME } from "./welcome.ts";

/** Once the schema is known, puts a first query under the welcome, unless the user has begun to write. */
export function Starter() {
  const schema = useGraphiQL((state) => state.schema);
  const editor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => {
    if (schema && editor?.getValue() === WELCOME) {
      editor.setValue(WELCOME + starter(schema));
      if (document.activeElement === document.body) {
        editor.focus();
      }
    }
  }, [schema, editor]);
  return null;
}
