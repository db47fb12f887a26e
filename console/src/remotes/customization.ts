/** What a remote schema is called here, as the metadata has it. */
export interface Customization {
  root_fields_namespace?: string;
  type_names?: Names;
  field_names?: (Names & { parent_type: string })[];
}

interface Names {
  prefix?: string;
  suffix?: string;
  mapping?: Record<string, string>;
}

export interface Renaming {
  from: string;
  to: string;
}

export interface FieldNamesDraft {
  parent: string;
  prefix: string;
  suffix: string;
  fields: Renaming[];
}

/** The same as the form has it: empty for what is not said. */
export interface CustomizationDraft {
  namespace: string;
  prefix: string;
  suffix: string;
  types: Renaming[];
  parents: FieldNamesDraft[];
}

export function customizationDraft(given: Customization | undefined): CustomizationDraft {
  return {
    namespace: given?.root_fields_namespace ?? "",
    prefix: given?.type_names?.prefix ?? "",
    suffix: given?.type_names?.suffix ?? "",
    types: renamings(given?.type_names?.mapping),
    parents: (given?.field_names ?? []).map((each) => ({
      parent: each.parent_type,
      prefix: each.prefix ?? "",
      suffix: each.suffix ?? "",
      fields: renamings(each.mapping),
    })),
  };
}

/** Null when everything keeps its name. */
export function customizationOf(draft: CustomizationDraft): Customization | null {
  const types = names(draft.prefix, draft.suffix, draft.types);
  const fields = draft.parents
    .map((each) => ({ parent_type: each.parent.trim(), ...names(each.prefix, each.suffix, each.fields) }))
    .filter((each) => Object.keys(each).length > 1);
  const customization: Customization = {
    ...(draft.namespace.trim() === "" ? {} : { root_fields_namespace: draft.namespace.trim() }),
    ...(Object.keys(types).length === 0 ? {} : { type_names: types }),
    ...(fields.length === 0 ? {} : { field_names: fields }),
  };
  return Object.keys(customization).length === 0 ? null : customization;
}

const PART = /^[_0-9A-Za-z]*$/;

export function unfinished({ namespace, prefix, suffix, types, parents }: CustomizationDraft): string | null {
  const all = [...types, ...parents.flatMap((each) => each.fields)];
  const texts = [namespace, prefix, suffix, ...parents.flatMap((each) => [each.parent, each.prefix, each.suffix])];
  if (all.some((each) => (each.from.trim() === "") !== (each.to.trim() === ""))) {
    return "A name is only half said: what it is, and what it becomes.";
  }
  if (parents.some((each) => each.parent.trim() === "")) {
    return "Say whose fields are renamed.";
  }
  return [...texts, ...all.flatMap((each) => [each.from, each.to])].every((text) => PART.test(text.trim()))
    ? null
    : "Names have letters, digits and underscores.";
}

function renamings(mapping: Record<string, string> | undefined): Renaming[] {
  return Object.entries(mapping ?? {}).map(([from, to]) => ({ from, to }));
}

function names(prefix: string, suffix: string, mapping: Renaming[]): Names {
  const filled = mapping.filter((each) => each.from.trim() !== "");
  return {
    ...(prefix.trim() === "" ? {} : { prefix: prefix.trim() }),
    ...(suffix.trim() === "" ? {} : { suffix: suffix.trim() }),
    ...(filled.length === 0
      ? {}
      : { mapping: Object.fromEntries(filled.map((each) => [each.from.trim(), each.to.trim()])) }),
  };
}
