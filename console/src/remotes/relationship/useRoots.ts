import { getNamedType, isLeafType, isObjectType, type GraphQLField } from "graphql";
import { useMemo } from "react";
import { useAsk } from "../../metadata/useEngine.ts";
import { schemaOf } from "../sdl.ts";

export type Field = GraphQLField<unknown, unknown>;

/** The fields of a remote schema's queries; null as long as they are not known. */
export function useRoots(remote: string): Record<string, Field> | null {
  const enabled = remote !== "";
  const { data } = useAsk<{ data: unknown }>("introspect_remote_schema", { name: remote }, { enabled });
  return useMemo(() => (data ? (schemaOf(data).getQueryType()?.getFields() ?? {}) : null), [data]);
}

/** What can be read of an answered object without going further. */
export function leavesOf(field: Field | undefined): string[] {
  const type = field && getNamedType(field.type);
  return isObjectType(type)
    ? Object.values(type.getFields())
        .filter((each) => isLeafType(getNamedType(each.type)))
        .map((each) => each.name)
    : [];
}
