import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  Kind,
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  type InlineFragmentNode,
  type ObjectFieldNode,
  type ObjectValueNode,
  type SelectionNode,
  type ValueNode,
} from "graphql";
import { isNothing, NOTHING } from "./draft.ts";
import { choices, firstValue, fromText, toText } from "./value.ts";

/** One line of the explorer. */
export interface Row {
  key: string;
  depth: number;
  kind: "field" | "argument" | "type";
  name: string;
  description: string | null;
  deprecated: boolean;
  checked: boolean;
  toggle(): void;
  /** Whether what lies below is shown; null when nothing does. */
  open: boolean | null;
  value: Value | null;
}

export interface Value {
  text: string;
  choices: string[] | null;
  change(typed: string): void;
}

type Put<T> = (next: readonly T[]) => void;

export interface View {
  schema: GraphQLSchema;
  /** In lower case: root fields without one of them are shown only when they are chosen. */
  words: readonly string[];
  /** Keys of rows that are chosen and closed nevertheless. */
  closed: ReadonlySet<string>;
}

/** The lines of a selection: the type's fields, below those that are chosen their arguments and fields, and so on. */
export function selectionRows(
  view: View,
  type: GraphQLCompositeType,
  selections: readonly SelectionNode[],
  put: Put<SelectionNode>,
  above = "",
  depth = 0,
): Row[] {
  const rows: Row[] = [];
  const change: Put<SelectionNode> = (next) => put(next.length === 0 ? [NOTHING] : next);
  const added = (selection: SelectionNode) => put([...selections.filter((each) => !isNothing(each)), selection]);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      const chosen = selections.find((each) => each.kind === Kind.FIELD && each.name.value === field.name) as
        FieldNode | undefined;
      if (chosen === undefined && depth === 0 && !view.words.every((word) => field.name.toLowerCase().includes(word))) {
        continue;
      }
      const toggle = () => (chosen ? change(selections.filter((each) => each !== chosen)) : added(fieldNode(field)));
      const set = (next: FieldNode) => put(selections.map((each) => (each === chosen ? next : each)));
      rows.push(...fieldRows(view, field, chosen, toggle, set, above, depth));
    }
  }
  if (isAbstractType(type)) {
    for (const possible of view.schema.getPossibleTypes(type)) {
      const chosen = selections.find(
        (each) => each.kind === Kind.INLINE_FRAGMENT && each.typeCondition?.name.value === possible.name,
      ) as InlineFragmentNode | undefined;
      const key = `${above}/${possible.name}`;
      const open = chosen !== undefined && !view.closed.has(key);
      rows.push({
        ...row(key, depth, "type", possible, chosen !== undefined),
        name: `… on ${possible.name}`,
        open,
        toggle: () =>
          chosen
            ? change(selections.filter((each) => each !== chosen))
            : added({
                kind: Kind.INLINE_FRAGMENT,
                typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: possible.name } },
                selectionSet: { kind: Kind.SELECTION_SET, selections: [first(possible)] },
              }),
      });
      if (open) {
        const within: Put<SelectionNode> = (next) =>
          put(selections.map((each) => (each === chosen ? { ...chosen, selectionSet: setOf(next) } : each)));
        rows.push(...selectionRows(view, possible, chosen.selectionSet.selections, within, key, depth + 1));
      }
    }
  }
  return rows;
}

function fieldRows(
  view: View,
  field: GraphQLField<unknown, unknown>,
  chosen: FieldNode | undefined,
  toggle: () => void,
  set: (next: FieldNode) => void,
  above: string,
  depth: number,
): Row[] {
  const key = `${above}/${field.name}`;
  const below = getNamedType(field.type);
  const leads = isCompositeType(below) || field.args.length > 0;
  const open = chosen !== undefined && !view.closed.has(key);
  const own = { ...row(key, depth, "field", field, chosen !== undefined), toggle, open: leads ? open : null };
  if (!open || chosen === undefined) {
    return [own];
  }
  const nodes = chosen.arguments ?? [];
  const args = argumentRows(
    view,
    field.args,
    nodes,
    (next) => set({ ...chosen, arguments: argumentNodes(next) }),
    key,
    depth + 1,
  );
  const fields = isCompositeType(below)
    ? selectionRows(
        view,
        below,
        chosen.selectionSet?.selections ?? [],
        (next) => set({ ...chosen, selectionSet: setOf(next) }),
        key,
        depth + 1,
      )
    : [];
  return [own, ...args, ...fields];
}

type Given = Pick<ArgumentNode | ObjectFieldNode, "name" | "value">;

function argumentRows(
  view: View,
  args: readonly (GraphQLArgument | GraphQLInputField)[],
  given: readonly Given[],
  put: Put<Given>,
  above: string,
  depth: number,
): Row[] {
  const rows: Row[] = [];
  for (const arg of args) {
    const chosen = given.find((each) => each.name.value === arg.name);
    const set = (value: ValueNode) => put(given.map((each) => (each === chosen ? { ...chosen, value } : each)));
    const key = `${above}(${arg.name}`;
    const type = getNamedType(arg.type);
    const object = chosen && isInputObjectType(type) ? objectOf(chosen.value) : null;
    const open = object !== null && !view.closed.has(key);
    const typed = chosen !== undefined && object === null;
    rows.push({
      ...row(key, depth, "argument", arg, chosen !== undefined),
      open: isInputObjectType(type) && !typed ? open : null,
      toggle: () =>
        put(
          chosen
            ? given.filter((each) => each !== chosen)
            : [...given, { name: { kind: Kind.NAME, value: arg.name }, value: firstValue(arg.type) }],
        ),
      value: typed
        ? {
            text: toText(chosen.value),
            choices: isChoice(chosen.value) ? choices(arg) : null,
            change: (text) => set(fromText(text, arg.type)),
          }
        : null,
    });
    if (open && isInputObjectType(type)) {
      const within: Put<Given> = (next) => set({ kind: Kind.OBJECT, fields: objectFields(next) });
      rows.push(...argumentRows(view, Object.values(type.getFields()), object.fields, within, key, depth + 1));
    }
  }
  return rows;
}

/** Of a list of one object, that: GraphQL takes it for the list. */
function objectOf(value: ValueNode): ObjectValueNode | null {
  if (value.kind === Kind.LIST && value.values.length === 1 && value.values[0] !== undefined) {
    return objectOf(value.values[0]);
  }
  return value.kind === Kind.OBJECT ? value : null;
}

function isChoice(value: ValueNode): boolean {
  return value.kind === Kind.ENUM || value.kind === Kind.BOOLEAN;
}

function row(
  key: string,
  depth: number,
  kind: Row["kind"],
  about: { name: string; description?: string | null | undefined; deprecationReason?: string | null | undefined },
  checked: boolean,
): Omit<Row, "toggle"> {
  return {
    key,
    depth,
    kind,
    name: about.name,
    description: about.description ?? null,
    deprecated: typeof about.deprecationReason === "string",
    checked,
    open: null,
    value: null,
  };
}

function setOf(selections: readonly SelectionNode[]) {
  return { kind: Kind.SELECTION_SET as const, selections };
}

function argumentNodes(given: readonly Given[]): ArgumentNode[] {
  return given.map(({ name, value }) => ({ kind: Kind.ARGUMENT, name, value }));
}

function objectFields(given: readonly Given[]): ObjectFieldNode[] {
  return given.map(({ name, value }) => ({ kind: Kind.OBJECT_FIELD, name, value }));
}

/** A field with what it cannot be without. */
function fieldNode(field: GraphQLField<unknown, unknown>): FieldNode {
  const type = getNamedType(field.type);
  const needed = field.args.filter(isRequiredArgument);
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: field.name },
    ...(needed.length === 0
      ? {}
      : {
          arguments: argumentNodes(
            needed.map((arg) => ({ name: { kind: Kind.NAME, value: arg.name }, value: firstValue(arg.type) })),
          ),
        }),
    ...(isCompositeType(type) ? { selectionSet: setOf([first(type)]) } : {}),
  };
}

/** The id, or the first column there is. */
function first(type: GraphQLCompositeType): SelectionNode {
  if (!isObjectType(type) && !isInterfaceType(type)) {
    return NOTHING;
  }
  const leaves = Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument),
  );
  const leaf = leaves.find((field) => field.name === "id") ?? leaves[0];
  return leaf ? fieldNode(leaf) : NOTHING;
}
