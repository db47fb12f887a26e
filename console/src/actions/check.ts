import { readSignature, readTypes, unkept, type Fault, type Signature } from "./sdl.ts";
import type { Argument, CustomTypes, ObjectType } from "./types.ts";

const BUILT_IN = new Set(["Int", "Float", "String", "Boolean", "ID"]);

export interface Checked {
  signature: Signature | null;
  types: CustomTypes | null;
  signatureFaults: Fault[];
  typeFaults: Fault[];
}

/**
 * What is wrong while one types. The engine has the last word: that there is no such type is a doubt only, because
 * scalars of Postgres and the types of tables are types too, and it alone knows them all.
 *
 * @param others the names of the types there are besides those written here
 */
export function check(signatureText: string, typesText: string, others: ReadonlySet<string>): Checked {
  const signature = readSignature(signatureText);
  const types = readTypes(typesText);
  const checked: Checked = {
    signature: signature.ok ? signature.value : null,
    types: types.ok ? types.value : null,
    signatureFaults: signature.ok ? unkept(signatureText) : signature.faults,
    typeFaults: types.ok ? unkept(typesText) : types.faults,
  };
  if (!types.ok) {
    return checked;
  }
  const own = types.value;
  const known = new Set([...BUILT_IN, ...others, ...namesOf(own)]);
  const inputs = new Set((own.input_objects ?? []).map((type) => type.name));
  const objects = new Set((own.objects ?? []).map((type) => type.name));
  for (const type of own.objects ?? []) {
    checked.typeFaults.push(
      ...strangers(type.name, type.fields, known, inputs, "is an input type: an answer has none"),
    );
  }
  for (const type of own.input_objects ?? []) {
    checked.typeFaults.push(
      ...strangers(type.name, type.fields, known, objects, "is an object type: an input has none"),
    );
  }
  if (signature.ok) {
    const { name, arguments: args, output_type } = signature.value;
    const answer = [{ name: "The answer", type: output_type }];
    checked.signatureFaults.push(
      ...strangers(name, args, known, objects, "is an object type: an argument is none"),
      ...strangers(null, answer, known, inputs, "is an input type: an answer is none"),
    );
  }
  return checked;
}

function strangers(
  of: string | null,
  fields: Argument[],
  known: ReadonlySet<string>,
  misplaced: ReadonlySet<string>,
  why: string,
): Fault[] {
  return fields.flatMap((field) => {
    const type = bare(field.type);
    const place = of === null ? field.name : `${of}.${field.name}`;
    if (misplaced.has(type)) {
      return [{ message: `${place}: ${type} ${why}.`, line: null }];
    }
    return known.has(type) || /^[a-z_]/.test(type)
      ? []
      : [{ message: `${place}: there is no type ${type}.`, line: null, doubt: true }];
  });
}

/** `User` of `[User!]!`. */
export function bare(type: string): string {
  return type.replaceAll(/[[\]!\s]/g, "");
}

export function namesOf(types: CustomTypes): string[] {
  const { scalars, enums, input_objects, objects, interfaces, unions } = types;
  return [scalars, enums, input_objects, objects, interfaces, unions].flatMap((list) =>
    (list ?? []).map((type) => type.name),
  );
}

/** What is written has no relationships: those of types that stay as objects are kept. */
export function withRelationships(types: CustomTypes, before: CustomTypes): CustomTypes {
  if (types.objects === undefined) {
    return types;
  }
  const old = new Map((before.objects ?? []).map((type) => [type.name, type]));
  return { ...types, objects: types.objects.map((type) => keeping(type, old.get(type.name))) };
}

function keeping(type: ObjectType, before: ObjectType | undefined): ObjectType {
  return before?.relationships === undefined ? type : { ...type, relationships: before.relationships };
}
