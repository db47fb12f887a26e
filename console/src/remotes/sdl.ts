import { buildClientSchema, printSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

/** What the remote server has. */
export function schemaOf(introspection: { data: unknown }): GraphQLSchema {
  return buildClientSchema(introspection.data as IntrospectionQuery, { assumeValid: true });
}

/** The same in GraphQL's schema language. */
export function sdlOf(introspection: { data: unknown }): string {
  return printSchema(schemaOf(introspection));
}

/** The definitions in which the words occur, to find one among hundreds. */
export function matching(sdl: string, search: string): string {
  const word = search.trim().toLowerCase();
  if (word === "") {
    return sdl;
  }
  return sdl
    .split(/\n\n(?=[^\s}])/)
    .filter((definition) => definition.toLowerCase().includes(word))
    .join("\n\n");
}
