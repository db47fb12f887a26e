import {
  astFromValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { argument, part, type Choice, type Preset } from "./choice.ts";
import { readPreset, writePreset } from "./preset.ts";
import { inputAt } from "./settle.ts";

/** What the SDL of a permission has; throws where it is no SDL. */
export function readSdl(sdl: string): Choice {
  const parts = new Set<string>();
  const presets = new Map<string, Preset>();
  function input(coordinate: string, directives: readonly ConstDirectiveNode[] = []) {
    parts.add(coordinate);
    const preset = directives.find((each) => each.name.value === "preset");
    if (preset) {
      presets.set(coordinate, readPreset(preset));
    }
  }
  for (const node of parse(sdl).definitions) {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_DEFINITION:
        for (const field of node.fields ?? []) {
          parts.add(part(node.name.value, field.name.value));
          field.arguments?.forEach((each) =>
            input(argument(node.name.value, field.name.value, each.name.value), each.directives),
          );
        }
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        node.fields?.forEach((each) => input(part(node.name.value, each.name.value), each.directives));
        break;
      case Kind.ENUM_TYPE_DEFINITION:
        node.values?.forEach((each) => parts.add(part(node.name.value, each.name.value)));
        break;
      case Kind.UNION_TYPE_DEFINITION:
        node.types?.forEach((each) => parts.add(part(node.name.value, each.name.value)));
        break;
      default:
    }
  }
  return { parts, presets };
}

/**
 * The remote schema without what was not chosen, as the permission takes it. Presets that cannot be written are left
 * out: as long as there are such, it must not be saved.
 */
export function writeSdl(schema: GraphQLSchema, choice: Choice): string {
  const used = new Set<string>();
  const types = typesOf(schema).filter((type) => !isScalarType(type));
  const definitions = types.map((type) => definition(type, choice, used)).filter((each) => each !== null);
  const scalars = typesOf(schema).filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  const needed = scalars.filter((type) => used.has(type.name)).map((type) => `scalar ${type.name}`);
  return [...definitions, ...needed].join("\n\n");
}

/** The coordinates of presets that cannot be of their type: without them, clients could give what they must not. */
export function unwritable(schema: GraphQLSchema, { parts, presets }: Choice): string[] {
  return [...presets]
    .filter(([coordinate]) => parts.has(coordinate))
    .filter(([coordinate, preset]) => {
      const type = inputAt(schema, coordinate)?.type;
      return type !== undefined && writePreset(preset, type) === null;
    })
    .map(([coordinate]) => coordinate);
}

/** The roots first, since all begins there. */
export function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type !== null && type !== undefined);
  const others = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__") && type !== schema.getSubscriptionType())
    .filter((type) => !roots.some((root) => root === type))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return [...roots, ...others];
}

function definition(type: GraphQLNamedType, choice: Choice, used: Set<string>): string | null {
  const has = (name: string) => choice.parts.has(part(type.name, name));
  if (isObjectType(type) || isInterfaceType(type)) {
    const lines = Object.values(type.getFields())
      .filter((field) => has(field.name))
      .map((field) => {
        used.add(getNamedType(field.type).name);
        const taken = field.args
          .map((arg) => ({ arg, at: argument(type.name, field.name, arg.name) }))
          .filter(({ at }) => choice.parts.has(at))
          .map(({ arg, at }) => input(arg, choice.presets.get(at), used));
        return `  ${field.name}${taken.length > 0 ? `(${taken.join(", ")})` : ""}: ${String(field.type)}`;
      });
    const keyword = isObjectType(type) ? "type" : "interface";
    return block(`${keyword} ${type.name}${implemented(type, choice)}`, lines);
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => has(field.name));
    const lines = fields.map((field) => `  ${input(field, choice.presets.get(part(type.name, field.name)), used)}`);
    return block(`input ${type.name}`, lines);
  }
  if (isEnumType(type)) {
    const values = type.getValues().filter((value) => has(value.name));
    return block(
      `enum ${type.name}`,
      values.map((value) => `  ${value.name}`),
    );
  }
  if (isUnionType(type)) {
    const members = type.getTypes().filter((member) => has(member.name));
    return members.length === 0 ? null : `union ${type.name} = ${members.map((member) => member.name).join(" | ")}`;
  }
  return null;
}

function block(head: string, lines: string[]): string | null {
  return lines.length === 0 ? null : `${head} {\n${lines.join("\n")}\n}`;
}

/** Only those of whose chosen fields it has all. */
function implemented(type: GraphQLObjectType | GraphQLInterfaceType, { parts }: Choice): string {
  const names = type
    .getInterfaces()
    .filter((face) => {
      const chosen = Object.keys(face.getFields()).filter((field) => parts.has(part(face.name, field)));
      return chosen.length > 0 && chosen.every((field) => parts.has(part(type.name, field)));
    })
    .map((face) => face.name);
  return names.length > 0 ? ` implements ${names.join(" & ")}` : "";
}

function input(given: GraphQLArgument | GraphQLInputField, preset: Preset | undefined, used: Set<string>): string {
  used.add(getNamedType(given.type).name);
  const usual = given.defaultValue === undefined ? null : astFromValue(given.defaultValue, given.type);
  const directive = preset === undefined ? null : writePreset(preset, given.type);
  return [
    `${given.name}: ${String(given.type)}`,
    ...(usual ? [`= ${print(usual)}`] : []),
    ...(directive === null ? [] : [directive]),
  ].join(" ");
}
