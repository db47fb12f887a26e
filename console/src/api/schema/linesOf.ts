import type {
  IntrospectionEnumValue,
  IntrospectionField,
  IntrospectionInputValue,
  IntrospectionQuery,
  IntrospectionType,
  IntrospectionTypeRef,
} from "graphql";
import type { DirectiveLine, FieldLine, InputLine, TypeLine, ValueLine } from "./lines.ts";

/** For tests: what the engine makes of an introspection. */
export function linesOf({ __schema: schema }: IntrospectionQuery): string {
  const roots = {
    query: schema.queryType.name,
    mutation: schema.mutationType?.name ?? null,
    subscription: schema.subscriptionType?.name ?? null,
  };
  const directives = schema.directives.map(({ name, description, locations, args }) => {
    const line: DirectiveLine = { ...described(description), locations: [...locations], args: args.map(input) };
    return `${name} DIRECTIVE ${JSON.stringify(line)}`;
  });
  const types = schema.types.map((type) => `${type.name} ${type.kind} ${JSON.stringify(line(type))}`);
  return [JSON.stringify(roots), ...types, ...directives].join("\n");
}

function line(type: IntrospectionType): TypeLine {
  const own = described(type.description);
  switch (type.kind) {
    case "SCALAR":
      return own;
    case "OBJECT":
      return { ...own, fields: type.fields.map(field), interfaces: type.interfaces.map(({ name }) => name) };
    case "INTERFACE":
      return {
        ...own,
        fields: type.fields.map(field),
        interfaces: type.interfaces.map(({ name }) => name),
        possible: type.possibleTypes.map(({ name }) => name),
      };
    case "UNION":
      return { ...own, possible: type.possibleTypes.map(({ name }) => name) };
    case "ENUM":
      return { ...own, values: type.enumValues.map(value) };
    case "INPUT_OBJECT":
      return { ...own, inputs: type.inputFields.map(input) };
  }
}

function field({ name, type, description, args, deprecationReason }: IntrospectionField): FieldLine {
  const inputs = args.map(input);
  return typeof deprecationReason === "string"
    ? [name, used(type), description ?? null, inputs, deprecationReason]
    : [name, used(type), description ?? null, inputs];
}

function value({ name, description, deprecationReason }: IntrospectionEnumValue): ValueLine {
  return typeof deprecationReason === "string"
    ? [name, description ?? null, deprecationReason]
    : [name, description ?? null];
}

function described(description: string | null | undefined) {
  return typeof description === "string" ? { description } : {};
}

function input({ name, type, description, defaultValue }: IntrospectionInputValue): InputLine {
  return defaultValue
    ? [name, used(type), description ?? null, defaultValue]
    : [name, used(type), description ?? null];
}

function used(type: IntrospectionTypeRef): string {
  switch (type.kind) {
    case "NON_NULL":
      return `${used(type.ofType)}!`;
    case "LIST":
      return `[${used(type.ofType)}]`;
    default:
      return type.name;
  }
}
