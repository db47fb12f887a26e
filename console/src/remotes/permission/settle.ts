import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredInputField,
  isUnionType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";
import { argument, fieldOf, owner, part, type Choice } from "./choice.ts";

/**
 * Takes parts in, with what they cannot be without: arguments, and the types they lead to. Of an object that was not
 * there at all, all that is no object itself; of enums and inputs everything.
 */
export function withParts(schema: GraphQLSchema, choice: Choice, coordinates: Iterable<string>): Choice {
  const parts = new Set(choice.parts);
  const open = [...coordinates];
  for (let coordinate = open.pop(); coordinate !== undefined; coordinate = open.pop()) {
    if (parts.has(coordinate)) {
      continue;
    }
    parts.add(coordinate);
    const owned = fieldOf(coordinate);
    if (owned !== null) {
      open.push(owned);
    }
    for (const type of led(schema, coordinate)) {
      if (!hasAny(type, parts)) {
        open.push(...usualParts(type));
      }
    }
    if (owned === null) {
      open.push(...argumentsOf(schema, coordinate));
    }
  }
  return { ...choice, parts };
}

/** Takes parts out, and then what leads to types of which nothing is left. */
export function withoutParts(schema: GraphQLSchema, choice: Choice, coordinates: Iterable<string>): Choice {
  const parts = new Set(choice.parts);
  const gone = new Set(coordinates);
  const drop = (coordinate: string) => {
    parts.delete(coordinate);
    argumentsOf(schema, coordinate).forEach((each) => parts.delete(each));
  };
  gone.forEach(drop);
  for (let before = -1; before !== parts.size;) {
    before = parts.size;
    for (const coordinate of [...parts]) {
      if (led(schema, coordinate).some((type) => !isLeaf(type) && !hasAny(type, parts))) {
        without(schema, coordinate).forEach(drop);
      }
    }
  }
  const presets = new Map([...choice.presets].filter(([coordinate]) => parts.has(coordinate)));
  return { parts, presets };
}

/** Without a required argument its field cannot be asked for, and without a required field no input given. */
function without(schema: GraphQLSchema, coordinate: string): string[] {
  if (!isRequired(schema, coordinate)) {
    return [coordinate];
  }
  const field = fieldOf(coordinate);
  const type = schema.getType(owner(coordinate));
  return field !== null ? [field] : type ? partsOf(type) : [coordinate];
}

/** Everything there is of a type. */
export function partsOf(type: GraphQLNamedType): string[] {
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    return Object.keys(type.getFields()).map((field) => part(type.name, field));
  }
  if (isEnumType(type)) {
    return type.getValues().map((value) => part(type.name, value.name));
  }
  return isUnionType(type) ? type.getTypes().map((member) => part(type.name, member.name)) : [];
}

/** Whether it must be there as long as its field or input object is. */
export function isRequired(schema: GraphQLSchema, coordinate: string): boolean {
  const given = inputAt(schema, coordinate);
  // What makes an argument required makes an input field so.
  return given !== undefined && isRequiredInputField(given);
}

/** The argument or input field. */
export function inputAt(schema: GraphQLSchema, coordinate: string): GraphQLArgument | GraphQLInputField | undefined {
  const { type, field, input } = found(schema, coordinate);
  if (isInputObjectType(type)) {
    return type.getFields()[field];
  }
  const taken = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field]?.args : undefined;
  return input === null ? undefined : taken?.find((each) => each.name === input);
}

function usualParts(type: GraphQLNamedType): string[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
    return leaves.length > 0 ? leaves.map((field) => part(type.name, field.name)) : partsOf(type).slice(0, 1);
  }
  return partsOf(type);
}

function isLeaf(type: GraphQLNamedType): boolean {
  return partsOf(type).length === 0;
}

function hasAny(type: GraphQLNamedType, parts: ReadonlySet<string>): boolean {
  return partsOf(type).some((each) => parts.has(each));
}

/** The types to which a part leads. */
function led(schema: GraphQLSchema, coordinate: string): GraphQLNamedType[] {
  const { type, field, input } = found(schema, coordinate);
  if (isUnionType(type)) {
    return type.getTypes().filter((member) => member.name === field);
  }
  if (isInputObjectType(type)) {
    const given = type.getFields()[field];
    return given === undefined ? [] : [getNamedType(given.type)];
  }
  const given = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
  const taken = input === null ? given : given?.args.find((each) => each.name === input);
  return taken === undefined ? [] : [getNamedType(taken.type)];
}

function argumentsOf(schema: GraphQLSchema, coordinate: string): string[] {
  const { type, field, input } = found(schema, coordinate);
  const given = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
  return input === null && given && type ? given.args.map((each) => argument(type.name, field, each.name)) : [];
}

function found(schema: GraphQLSchema, coordinate: string) {
  const [, type = "", field = "", input = null] = /^([^.]*)\.([^(]*)(?:\((.*)\))?$/.exec(coordinate) ?? [];
  return { type: schema.getType(type), field, input };
}
