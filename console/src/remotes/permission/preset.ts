import {
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  parseConstValue,
  print,
  type ConstDirectiveNode,
  type ConstValueNode,
  type GraphQLInputType,
} from "graphql";
import type { Preset } from "./choice.ts";

const SESSION = /^x-hasura-/i;

/** Of `@preset(value: …, static: …)`. */
export function readPreset(directive: ConstDirectiveNode): Preset {
  const value = directive.arguments?.find((each) => each.name.value === "value")?.value;
  const fixed = directive.arguments?.find((each) => each.name.value === "static")?.value;
  const isFixed = fixed?.kind === Kind.BOOLEAN && fixed.value;
  const quoted = value?.kind === Kind.STRING;
  const text = quoted ? value.value : value === undefined ? "" : print(value);
  const kind = quoted && SESSION.test(text) && !isFixed ? "session" : "fixed";
  return { kind, text, written: print(directive), quoted };
}

/** With another text, typed by the user; so the directive that was read counts no more. */
export function retyped({ kind, quoted }: Preset, text: string): Preset {
  return quoted === undefined ? { kind, text } : { kind, text, quoted };
}

/** The directive; null as long as its value cannot be of that type. */
export function writePreset(preset: Preset, type: GraphQLInputType): string | null {
  const { kind, text, written } = preset;
  if (written !== undefined) {
    return written;
  }
  if (kind === "session") {
    return SESSION.test(text.trim()) ? `@preset(value: ${JSON.stringify(text.trim())})` : null;
  }
  const value: ConstValueNode | null = isText(type, preset) ? { kind: Kind.STRING, value: text } : parsed(text);
  if (value === null) {
    return null;
  }
  const looksLikeSession = value.kind === Kind.STRING && SESSION.test(value.value) ? ", static: true" : "";
  return `@preset(value: ${print(value)}${looksLikeSession})`;
}

/**
 * Texts stand in quotes. Values of the remote schema's own scalars are taken for texts unless they are something else,
 * or begin like something else, which then is not finished.
 */
function isText(type: GraphQLInputType, { text, quoted }: Preset): boolean {
  const bare = isNonNullType(type) ? type.ofType : type;
  const named = getNamedType(type);
  if (isListType(bare) || isEnumType(named) || !isScalarType(named)) {
    return false;
  }
  if (isSpecifiedScalarType(named)) {
    return named.name === "String" || named.name === "ID";
  }
  const kind = parsed(text)?.kind;
  return quoted === true || kind === Kind.ENUM || (kind === undefined && !/^\s*[[{"]/.test(text));
}

function parsed(text: string): ConstValueNode | null {
  try {
    return parseConstValue(text);
  } catch {
    return null;
  }
}
