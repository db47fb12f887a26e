import { createContext } from "react";
import type { SchemaState } from "./useSchema.ts";

/** What the parts of the page know of the schema; GraphiQL itself tells them only when there is one. */
export const SchemaContext = createContext<SchemaState | null>(null);
