import type { Action, Argument, CustomTypes } from "./types.ts";

export function printSignature(action: Action): string {
  const { definition, name } = action;
  const list = definition.arguments ?? [];
  const args = list.map((one) => `${description(one, "    ")}    ${one.name}: ${one.type}`).join("\n");
  const root = definition.type === "query" ? "Query" : "Mutation";
  return `type ${root} {\n  ${name}${list.length > 0 ? `(\n${args}\n  )` : ""}: ${definition.output_type ?? ""}\n}\n`;
}

export function printTypes(types: CustomTypes): string {
  return [
    ...(types.input_objects ?? []).map((type) => `${description(type, "")}input ${type.name} ${block(type.fields)}`),
    ...(types.interfaces ?? []).map((type) => `${description(type, "")}interface ${type.name} ${block(type.fields)}`),
    ...(types.objects ?? []).map((type) => {
      const faces = type.interfaces && type.interfaces.length > 0 ? ` implements ${type.interfaces.join(" & ")}` : "";
      return `${description(type, "")}type ${type.name}${faces} ${block(type.fields)}`;
    }),
    ...(types.unions ?? []).map((type) => `${description(type, "")}union ${type.name} = ${type.types.join(" | ")}\n`),
    ...(types.enums ?? []).map((type) => {
      const values = type.values.map((value) => {
        const end = value.is_deprecated ? " @deprecated" : "";
        return `${description(value, "  ")}  ${value.value}${end}\n`;
      });
      return `${description(type, "")}enum ${type.name} {\n${values.join("")}}\n`;
    }),
    ...(types.scalars ?? []).map((type) => `${description(type, "")}scalar ${type.name}\n`),
  ].join("\n");
}

function block(fields: Argument[]): string {
  return `{\n${fields.map((field) => `${description(field, "  ")}  ${field.name}: ${field.type}\n`).join("")}}\n`;
}

function description(of: { description?: string }, indent: string): string {
  return of.description === undefined || of.description === "" ? "" : `${indent}${JSON.stringify(of.description)}\n`;
}
