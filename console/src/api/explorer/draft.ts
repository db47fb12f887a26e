import {
  isInputType,
  Kind,
  OperationTypeNode,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type VariableDefinitionNode,
  parseType,
} from "graphql";

/** Stands where nothing is chosen, so that the text can be read nevertheless. */
export const NOTHING: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

export function isNothing(selection: SelectionNode): boolean {
  return selection.kind === Kind.FIELD && selection.name.value === "__typename" && selection.alias === undefined;
}

/** What stands in the editor; null for a text that cannot be read. */
export function read(text: string): DocumentNode | null {
  if (text.replaceAll(/#.*/g, "").trim() === "") {
    return { kind: Kind.DOCUMENT, definitions: [] };
  }
  try {
    return parse(text, { noLocation: true });
  } catch {
    return null;
  }
}

export function operations(document: DocumentNode): OperationDefinitionNode[] {
  return document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
}

/** The kinds of operations that the schema has. */
export function kinds(schema: GraphQLSchema): OperationTypeNode[] {
  return Object.values(OperationTypeNode).filter((kind) => root(schema, kind) !== null);
}

export function root(schema: GraphQLSchema, kind: OperationTypeNode): GraphQLObjectType | null {
  return schema.getRootType(kind) ?? null;
}

/** A new operation, with a name that none of the document has. */
export function another(document: DocumentNode, kind: OperationTypeNode): OperationDefinitionNode {
  const taken = new Set(operations(document).map((each) => each.name?.value));
  const first = `My${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}`;
  let name = first;
  for (let count = 2; taken.has(name); count++) {
    name = `${first}${count}`;
  }
  return {
    kind: Kind.OPERATION_DEFINITION,
    operation: kind,
    name: { kind: Kind.NAME, value: name },
    selectionSet: { kind: Kind.SELECTION_SET, selections: [NOTHING] },
  };
}

export function renamed(operation: OperationDefinitionNode, name: string): OperationDefinitionNode {
  const clean = name.replaceAll(/\W/g, "").replace(/^\d+/, "");
  const { name: _, ...rest } = operation;
  return clean === "" ? rest : { ...rest, name: { kind: Kind.NAME, value: clean } };
}

/** The text with this operation in the place of that; with null, without it. */
export function replaced(
  schema: GraphQLSchema,
  document: DocumentNode,
  old: OperationDefinitionNode | null,
  next: OperationDefinitionNode | null,
): string {
  const complete = next === null ? [] : [declared(schema, old === null ? next : tidied(document, old, next))];
  const definitions =
    old === null
      ? [...document.definitions, ...complete]
      : document.definitions.flatMap((each) => (each === old ? complete : [each]));
  return definitions.length === 0 ? "" : `${print({ kind: Kind.DOCUMENT, definitions })}\n`;
}

/** Without the declarations of what the old one used and nothing uses any more: each key typed is a name of its own. */
function tidied(
  document: DocumentNode,
  old: OperationDefinitionNode,
  next: OperationDefinitionNode,
): OperationDefinitionNode {
  const before = used([old]);
  // Which operations a fragment is for would be long to find out; a variable of any stays.
  const after = used([next, ...document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)]);
  const variableDefinitions = next.variableDefinitions?.filter(
    ({ variable }) => after.has(variable.name.value) || !before.has(variable.name.value),
  );
  return variableDefinitions ? { ...next, variableDefinitions } : next;
}

function used(definitions: readonly DefinitionNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const each of definitions) {
    visit(each, {
      VariableDefinition: () => false,
      Variable(variable) {
        names.add(variable.name.value);
      },
    });
  }
  return names;
}

/** Declares the variables that stand in the place of values and are not declared yet. */
function declared(schema: GraphQLSchema, operation: OperationDefinitionNode): OperationDefinitionNode {
  const known = new Set(operation.variableDefinitions?.map((each) => each.variable.name.value));
  const missing: VariableDefinitionNode[] = [];
  const types = new TypeInfo(schema);
  visit(
    operation,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      Variable(variable) {
        const type = types.getInputType();
        if (!known.has(variable.name.value) && isInputType(type)) {
          known.add(variable.name.value);
          missing.push({
            kind: Kind.VARIABLE_DEFINITION,
            variable,
            type: parseType(String(type), { noLocation: true }),
          });
        }
      },
    }),
  );
  return missing.length === 0
    ? operation
    : { ...operation, variableDefinitions: [...(operation.variableDefinitions ?? []), ...missing] };
}
