import { Button, Group, Paper, Select, Stack, Table, Text } from "@mantine/core";
import { isObjectType } from "graphql";
import { Link2, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { seenAt } from "../../metadata/seen.ts";
import { useAsk, useChange } from "../../metadata/useEngine.ts";
import { Confirmed } from "../../parts/Confirmed.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { useLeaving } from "../../parts/guard.tsx";
import { typesOf } from "../permission/sdl.ts";
import { schemaOf } from "../sdl.ts";
import type { RemoteView } from "../types.ts";
import { opened, saved, takenNames, type Edited } from "./commands.ts";
import type { Entry } from "./draft.ts";
import { RelationshipForm } from "./RelationshipForm.tsx";
import { targetOf, toldTarget } from "./target.ts";

/** What leads from the types of a remote schema to tables, remote schemas and actions. */
export function RemoteRelationships({ view }: { view: RemoteView }) {
  const name = view.remote_schema.name;
  const introspection = useAsk<{ data: unknown }>("introspect_remote_schema", { name }, { enabled: view.connected });
  const schema = useMemo(() => (introspection.data ? schemaOf(introspection.data) : null), [introspection.data]);
  const types = schema === null ? [] : typesOf(schema).filter(isObjectType).slice(roots(schema.getMutationType()));
  const [edited, setEdited] = useState<Edited | null>(null);
  const { busy, make } = useChange();
  const { leave, within } = useLeaving();
  const rows = (view.remote_schema.remote_relationships ?? []).flatMap((each) =>
    each.relationships.map((relationship) => ({ type: each.type_name, relationship })),
  );

  async function save(what: Edited, entry: Entry) {
    const { command, version } = saved(name, what, entry);
    const row = rows.find(({ type, relationship }) => type === what.type && relationship.name === what.before?.name);
    const now = { what: row?.relationship ?? null, version: view.resource_version };
    if (await make(command, seenAt({ what: what.before, version }, now), `${what.type}.${entry.name} was saved`)) {
      setEdited(null);
    }
  }

  return (
    <Stack className="form">
      {rows.length === 0 && edited === null && (
        <Empty Icon={Link2} title="No relationships yet">
          A relationship leads from a type of this remote schema to rows of a table, to another remote schema, or to an
          action: its answer stands as a field in the type.
        </Empty>
      )}
      {rows.length > 0 && (
        <Table className="list-table">
          <Table.Tbody>
            {rows.map(({ type, relationship }) => (
              <Table.Tr key={`${type} ${relationship.name}`}>
                <Table.Td>
                  <Text size="sm" fw={500} span>
                    {type}.{relationship.name}
                  </Text>
                </Table.Td>
                <Table.Td className="breakable">{toldTarget(targetOf(relationship.definition))}</Table.Td>
                <Table.Td className="row-actions">
                  <Group gap="xs" justify="flex-end" wrap="nowrap">
                    <Button
                      size="xs"
                      variant="default"
                      aria-label={`Edit ${type}.${relationship.name}`}
                      onClick={() => leave(() => setEdited(opened(view, type, relationship)))}
                    >
                      Edit
                    </Button>
                    <Confirmed
                      label="Remove"
                      question={`Remove ${type}.${relationship.name}?`}
                      busy={busy}
                      onConfirm={() =>
                        make(
                          {
                            type: "delete_remote_schema_remote_relationship",
                            args: { remote_schema: name, type_name: type, name: relationship.name },
                          },
                          view.resource_version,
                          `${type}.${relationship.name} was removed`,
                        )
                      }
                    >
                      The field disappears from the API.
                    </Confirmed>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {edited === null ? (
        <Group>
          <Button
            variant="default"
            leftSection={<Plus size={15} />}
            disabled={types.length === 0}
            onClick={() => setEdited(opened(view, types[0]?.name ?? "", null))}
          >
            Add a relationship
          </Button>
        </Group>
      ) : (
        within(
          <Paper withBorder p="md">
            <Stack>
              <Select
                label="Type it starts at"
                data={types.map((type) => type.name)}
                value={edited.type}
                allowDeselect={false}
                searchable
                disabled={edited.before !== null}
                onChange={(type) => setEdited({ ...edited, type: type ?? edited.type })}
              />
              <RelationshipForm
                key={`${edited.type} ${edited.draft.name}`}
                initial={edited.draft}
                before={edited.before}
                fields={Object.keys(types.find((type) => type.name === edited.type)?.getFields() ?? {})}
                taken={takenNames(view, edited)}
                busy={busy}
                onSave={(entry) => void save(edited, entry)}
                onCancel={() => setEdited(null)}
              />
            </Stack>
          </Paper>,
        )
      )}
    </Stack>
  );
}

/** How many of the types are roots, at which nothing starts. */
function roots(mutation: unknown): number {
  return mutation ? 2 : 1;
}
