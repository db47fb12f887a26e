import {
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  parseValue,
  print,
  type ConstDirectiveNode,
  type GraphQLInputType,
} from "graphql";
import type { Preset } from "./choice.ts";

const SESSION = /^x-hasura-/i;

/** Of `@preset(value: …, static: …)`. */
export function readPreset(directive: ConstDirectiveNode): Preset {
  const value = directive.arguments?.find((each) => each.name.value === "value")?.value;
  const fixed = directive.arguments?.find((each) => each.name.value === "static")?.value;
  const isFixed = fixed?.kind === Kind.BOOLEAN && fixed.value;
  const text = value?.kind === Kind.STRING ? value.value : value === undefined ? "" : print(value);
  return { kind: value?.kind === Kind.STRING && SESSION.test(text) && !isFixed ? "session" : "fixed", text };
}

/** The directive; null as long as its value cannot be of that type. */
export function writePreset({ kind, text }: Preset, type: GraphQLInputType): string | null {
  if (kind === "session") {
    return SESSION.test(text.trim()) ? `@preset(value: ${JSON.stringify(text.trim())})` : null;
  }
  const value = isText(type, text) ? JSON.stringify(text) : literal(text);
  const looksLikeSession = SESSION.test(text) ? ", static: true" : "";
  return value === null ? null : `@preset(value: ${value}${looksLikeSession})`;
}

/** Texts stand in quotes; the remote schema's own scalars are taken for texts unless they look like something else. */
function isText(type: GraphQLInputType, text: string): boolean {
  const bare = isNonNullType(type) ? type.ofType : type;
  const named = getNamedType(type);
  if (isListType(bare) || isEnumType(named) || !isScalarType(named)) {
    return false;
  }
  return (
    named.name === "String" ||
    named.name === "ID" ||
    (!isBuiltIn(named.name) && !/^(-?\d|true$|false$|null$)/.test(text))
  );
}

function isBuiltIn(name: string): boolean {
  return ["Int", "Float", "Boolean"].includes(name);
}

function literal(text: string): string | null {
  try {
    return print(parseValue(text));
  } catch {
    return null;
  }
}
