import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  Kind,
  parseValue,
  print,
  type GraphQLInputType,
  type ObjectFieldNode,
  type ValueNode,
} from "graphql";

const VARIABLE = /^\$([A-Za-z_]\w*)$/;
const TEXTS = new Set(["String", "ID"]);

/** What an argument has when it is chosen. */
export function firstValue(type: GraphQLInputType): ValueNode {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    const required = Object.values(named.getFields()).filter(isRequiredInputField);
    return {
      kind: Kind.OBJECT,
      fields: required.map((field): ObjectFieldNode => ({
        kind: Kind.OBJECT_FIELD,
        name: { kind: Kind.NAME, value: field.name },
        value: firstValue(field.type),
      })),
    };
  }
  if (isEnumType(named)) {
    return { kind: Kind.ENUM, value: named.getValues()[0]?.name ?? "" };
  }
  switch (named.name) {
    case "Int":
    case "Float":
      return { kind: Kind.INT, value: "10" };
    case "Boolean":
      return { kind: Kind.BOOLEAN, value: true };
    default:
      return { kind: Kind.STRING, value: "" };
  }
}

/** Between what one can choose, at last a variable, whose name one types then; null for what one types. */
export function choices({ name, type }: { name: string; type: GraphQLInputType }): string[] | null {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    return [...named.getValues().map((value) => value.name), `$${name}`];
  }
  return named.name === "Boolean" ? ["true", "false", `$${name}`] : null;
}

/** As one reads and types it: texts without their quotes. */
export function toText(value: ValueNode): string {
  return value.kind === Kind.STRING ? value.value : print(value).replaceAll(/\s+/g, " ");
}

/** What was typed: a variable, a literal, or a text where it can be nothing else. */
export function fromText(typed: string, type: GraphQLInputType): ValueNode {
  const variable = VARIABLE.exec(typed.trim())?.[1];
  if (variable !== undefined) {
    return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } };
  }
  const named = getNamedType(type);
  const list = isListType(getNullableType(type)) && typed.trim().startsWith("[");
  if (TEXTS.has(named.name) && !list) {
    return { kind: Kind.STRING, value: typed };
  }
  try {
    const literal = parseValue(typed, { noLocation: true });
    // A word is an enum's value, and of any other type a text.
    return literal.kind === Kind.ENUM && !isEnumType(named) ? { kind: Kind.STRING, value: typed } : literal;
  } catch {
    return { kind: Kind.STRING, value: typed };
  }
}
