/** From the language that people write types in to the metadata, and back. */
import {
  GraphQLError,
  Kind,
  parse,
  print,
  visit,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
} from "graphql";
import type { Argument, CustomTypes } from "./types.ts";

export interface Fault {
  message: string;
  /** Counted from 1; null when it is about the whole. */
  line: number | null;
  /** Whether it may yet be right. */
  doubt?: boolean;
}

export interface Signature {
  name: string;
  type: "query" | "mutation";
  arguments: Argument[];
  output_type: string;
  comment: string | null;
}

export type Read<T> = { ok: true; value: T } | { ok: false; faults: Fault[] };

/** `type Mutation { createUser(name: String!): User }`: the one field of the one root type. */
export function readSignature(text: string): Read<Signature> {
  const document = read(text);
  if (!document.ok) {
    return document;
  }
  const fields: { root: string; field: FieldDefinitionNode }[] = [];
  for (const definition of document.value.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) {
      return fault("Here belongs one field, in type Query or type Mutation.", definition);
    }
    if (definition.name.value !== "Query" && definition.name.value !== "Mutation") {
      return fault(`An action is a field of Query or Mutation, not of ${definition.name.value}.`, definition);
    }
    for (const field of definition.fields ?? []) {
      fields.push({ root: definition.name.value, field });
    }
  }
  const [first, second] = fields;
  if (!first) {
    return { ok: false, faults: [{ message: "An action needs a field: its name, arguments and answer.", line: null }] };
  }
  if (second) {
    return fault("An action is one field; this is a second one.", second.field);
  }
  return {
    ok: true,
    value: {
      name: first.field.name.value,
      type: first.root === "Query" ? "query" : "mutation",
      arguments: (first.field.arguments ?? []).map(argument),
      output_type: print(first.field.type),
      comment: first.field.description?.value ?? null,
    },
  };
}

/** Scalars, enums, input types, objects, interfaces and unions; relationships are no part of the language. */
export function readTypes(text: string): Read<CustomTypes> {
  if (withoutComments(text).trim() === "") {
    return { ok: true, value: {} };
  }
  const document = read(text);
  if (!document.ok) {
    return document;
  }
  const types: Required<CustomTypes> = {
    scalars: [],
    enums: [],
    input_objects: [],
    objects: [],
    interfaces: [],
    unions: [],
  };
  const seen = new Set<string>();
  for (const definition of document.value.definitions) {
    if (!("name" in definition) || definition.name === undefined) {
      return fault("Here belong types only.", definition);
    }
    const name = definition.name.value;
    if (seen.has(name)) {
      return fault(`The type ${name} is defined twice.`, definition);
    }
    seen.add(name);
    const head = { name, ...described(definition) };
    switch (definition.kind) {
      case Kind.SCALAR_TYPE_DEFINITION:
        types.scalars.push(head);
        break;
      case Kind.ENUM_TYPE_DEFINITION:
        types.enums.push({
          ...head,
          values: (definition.values ?? []).map((value) => ({
            value: value.name.value,
            ...described(value),
            ...(value.directives?.some((directive) => directive.name.value === "deprecated")
              ? { is_deprecated: true }
              : {}),
          })),
        });
        break;
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        types.input_objects.push({ ...head, fields: (definition.fields ?? []).map(argument) });
        break;
      case Kind.OBJECT_TYPE_DEFINITION:
        types.objects.push({
          ...head,
          fields: (definition.fields ?? []).map(field),
          ...(definition.interfaces && definition.interfaces.length > 0
            ? { interfaces: definition.interfaces.map((each) => each.name.value) }
            : {}),
        });
        break;
      case Kind.INTERFACE_TYPE_DEFINITION:
        types.interfaces.push({ ...head, fields: (definition.fields ?? []).map(field) });
        break;
      case Kind.UNION_TYPE_DEFINITION:
        types.unions.push({ ...head, types: (definition.types ?? []).map((each) => each.name.value) });
        break;
      default:
        return fault("Actions know scalars, enums, inputs, objects, interfaces and unions.", definition);
    }
  }
  return { ok: true, value: Object.fromEntries(Object.entries(types).filter(([, list]) => list.length > 0)) };
}

/** What can be written but has no place in the metadata: it would be gone without a word. */
export function unkept(text: string): Fault[] {
  const document = read(text);
  const faults: Fault[] = [];
  if (document.ok) {
    visit(document.value, {
      InputValueDefinition: (node) => {
        if (node.defaultValue) {
          faults.push(lost(`The default of ${node.name.value}`, node));
        }
      },
      ObjectTypeDefinition: (node) => {
        const isRoot = node.name.value === "Query" || node.name.value === "Mutation";
        for (const each of isRoot ? [] : (node.fields ?? [])) {
          if (each.arguments && each.arguments.length > 0) {
            faults.push(lost(`What ${node.name.value}.${each.name.value} takes`, each));
          }
        }
      },
    });
  }
  return faults;
}

function lost(what: string, node: ASTNode): Fault {
  return { message: `${what} is not kept.`, line: node.loc?.startToken.line ?? null, doubt: true };
}

function read(text: string): Read<DocumentNode> {
  try {
    return { ok: true, value: parse(text) };
  } catch (error) {
    const line = error instanceof GraphQLError ? (error.locations?.[0]?.line ?? null) : null;
    const message = error instanceof Error ? error.message.replace(/^Syntax Error: /, "") : String(error);
    return { ok: false, faults: [{ message, line }] };
  }
}

function fault(message: string, node: DefinitionNode | FieldDefinitionNode): { ok: false; faults: Fault[] } {
  return { ok: false, faults: [{ message, line: node.loc?.startToken.line ?? null }] };
}

function argument(node: InputValueDefinitionNode): Argument {
  return { name: node.name.value, type: print(node.type), ...described(node) };
}

function field(node: FieldDefinitionNode): Argument {
  return { name: node.name.value, type: print(node.type), ...described(node) };
}

function described(node: object): { description?: string } {
  const description = (node as { description?: { value: string } }).description;
  return description ? { description: description.value } : {};
}

function withoutComments(text: string): string {
  return text.replaceAll(/#[^\n]*/g, "");
}
