import { ActionIcon, Badge, Button, Code, Group, Paper, Table, Text, Title } from "@mantine/core";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { tableRef, tableText } from "../metadata/names.ts";
import type { Overview } from "../metadata/types.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { RelationshipForm } from "./RelationshipForm.tsx";
import { built, drafted, withoutRelationship, withRelationship, type RelationshipDraft } from "./relationship.ts";
import type { ObjectType, TypeRelationship } from "./types.ts";

const NEW: RelationshipDraft = { type: "object", name: "", source: "default", table: null, pairs: [] };

type Editing = { instead: string | null; draft: RelationshipDraft; version: number };

/** The relationships of one type, each to be changed, and more to be added. */
export function TypeRelationships({ type, version }: { type: ObjectType; version: number }) {
  const { busy, make } = useChange();
  const [editing, setEditing] = useState<Editing | null>(null);
  const overview = useAsk<Overview>("dovetail_get_overview");
  const relationships = type.relationships ?? [];

  async function put(changed: ObjectType, at: number, done: string) {
    const command = { type: "dovetail_change_custom_types", args: { put: { objects: [changed] } } };
    if (await make(command, at, done)) {
      setEditing(null);
    }
  }

  return (
    <Paper withBorder p="md" mb="md" component="section" aria-label={`Relationships of ${type.name}`}>
      <Group justify="space-between" mb={relationships.length > 0 ? "sm" : 0}>
        <Title order={2} size="h5">
          <Code fz="sm">{type.name}</Code>
        </Title>
        {editing === null && (
          <Button
            size="xs"
            variant="light"
            leftSection={<Plus size={14} />}
            onClick={() => setEditing({ instead: null, draft: fresh(overview.data), version })}
          >
            Add a relationship
          </Button>
        )}
      </Group>
      {relationships.length > 0 && (
        <Table>
          <Table.Tbody>
            {relationships.map((each) => (
              <Table.Tr key={each.name}>
                <Table.Td>
                  <Text size="sm" fw={500} span>
                    {each.name}
                  </Text>{" "}
                  <Badge size="xs" variant="light" color="gray">
                    {each.type}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Code>{route(type.name, each)}</Code>
                </Table.Td>
                <Table.Td className="row-actions">
                  {each.remote_table !== undefined && (
                    <ActionIcon
                      variant="subtle"
                      aria-label={`Edit ${each.name}`}
                      onClick={() => setEditing({ instead: each.name, draft: drafted(each), version })}
                    >
                      <Pencil size={15} />
                    </ActionIcon>
                  )}
                  <ActionIcon
                    variant="subtle"
                    color="red"
                    aria-label={`Delete ${each.name}`}
                    loading={busy}
                    onClick={() => put(withoutRelationship(type, each.name), version, `${each.name} was deleted`)}
                  >
                    <Trash2 size={15} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {editing !== null && (
        <RelationshipForm
          key={editing.instead ?? ""}
          type={type}
          initial={editing.draft}
          busy={busy}
          onCancel={() => setEditing(null)}
          onSave={(draft) =>
            put(withRelationship(type, built(draft), editing.instead), editing.version, `${draft.name} was saved`)
          }
        />
      )}
    </Paper>
  );
}

/** To the usual database, or else to the first there is. */
function fresh(overview: Overview | undefined): RelationshipDraft {
  const names = (overview?.sources ?? []).map((source) => source.name);
  return { ...NEW, source: names.includes(NEW.source) ? NEW.source : (names[0] ?? NEW.source) };
}

/** `UserOutput.id → users.id`; what leads elsewhere than to a table is told as it is written. */
function route(type: string, relationship: TypeRelationship): string {
  if (relationship.remote_table === undefined) {
    const { name: _name, type: _type, ...target } = relationship;
    return JSON.stringify(target);
  }
  const table = tableText(tableRef(relationship.remote_table));
  return Object.entries(relationship.field_mapping ?? {})
    .map(([from, to]) => `${type}.${from} → ${table}.${to}`)
    .join(", ");
}
