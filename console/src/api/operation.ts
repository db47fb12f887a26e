import { Kind, parse, print, separateOperations, type DocumentNode } from "graphql";

/** A request as GraphQL servers take it. */
export interface Written {
  query: string;
  operationName?: string;
  variables?: Record<string, unknown>;
}

export type Reading = { kind: "written"; written: Written; operation: string } | { kind: "problem"; message: string };

/**
 * What stands in the editors, as one operation.
 *
 * @param chosen the name of the operation at which the cursor stands, when there are several
 */
export function readEditors(query: string, variables: string, chosen: string | undefined): Reading {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return problem(`The query cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const names = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value ?? ""] : [],
  );
  const name = names.length === 1 ? names[0] : names.find((each) => each === chosen);
  const alone = name === undefined ? undefined : separateOperations(document)[name];
  if (name === undefined || alone === undefined) {
    return problem(names.length === 0 ? "Write a query first." : "Put the cursor into one of the operations first.");
  }
  let values: unknown;
  try {
    values = variables.trim() === "" ? undefined : JSON.parse(variables);
  } catch {
    return problem("The variables are no JSON.");
  }
  if (values !== undefined && (typeof values !== "object" || values === null || Array.isArray(values))) {
    return problem("The variables must be a JSON object.");
  }
  const operation = print(alone);
  return {
    kind: "written",
    operation,
    written: {
      query: operation,
      ...(name === "" ? {} : { operationName: name }),
      ...(values === undefined ? {} : { variables: values as Record<string, unknown> }),
    },
  };
}

function problem(message: string): Reading {
  return { kind: "problem", message };
}

/** The session variables among headers, the secret aside: in whose name something is asked. */
export function sessionOf(headers: Record<string, string>): Record<string, string> {
  const entries = Object.entries(headers).filter(
    ([name]) => name.startsWith("x-hasura-") && !["x-hasura-admin-secret", "x-hasura-access-key"].includes(name),
  );
  return Object.fromEntries(entries);
}
