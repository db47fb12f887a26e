import { getNamedType, isLeafType, isObjectType, isRequiredArgument } from "graphql";
import type { GraphQLField, GraphQLSchema } from "graphql";

/** What stands in the editor at the first visit. */
export const WELCOME = `# Write a query, or click one together
# in the explorer. Ctrl-Space completes,
# Ctrl-Enter runs it.

`;

const FIELDS_SHOWN = 5;

/** A first query that this schema can answer, to begin with; empty when the schema has no table to show. */
export function starter(schema: GraphQLSchema): string {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  for (const field of fields) {
    const limited = field.args.some((arg) => arg.name === "limit");
    const columns = limited ? leaves(field) : [];
    if (columns.length > 0) {
      return `query Start {\n  ${field.name}(limit: 10) {\n${columns.map((name) => `    ${name}\n`).join("")}  }\n}\n`;
    }
  }
  return "";
}

function leaves(field: GraphQLField<unknown, unknown>): string[] {
  const row = getNamedType(field.type);
  if (!isObjectType(row)) {
    return [];
  }
  return Object.values(row.getFields())
    .filter((column) => isLeafType(getNamedType(column.type)) && !column.args.some(isRequiredArgument))
    .map((column) => column.name)
    .slice(0, FIELDS_SHOWN);
}
