import { ActionIcon, Badge, Button, Code, Group, Paper, Table, Text, Title } from "@mantine/core";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { tableRef, tableText } from "../metadata/names.ts";
import type { Overview } from "../metadata/types.ts";
import { seenAt } from "../metadata/seen.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Confirmed } from "../parts/Confirmed.tsx";
import { useLeaving } from "../parts/guard.tsx";
import { drafted as draftedElsewhere } from "./elsewhere.ts";
import { RelationshipEditor } from "./RelationshipEditor.tsx";
import { NEW_RELATIONSHIP, withoutRelationship, withRelationship } from "./relationship.ts";
import type { ObjectType, TypeRelationship } from "./types.ts";

/** The relationship that is changed, null for a new one; and the type as its user saw it. */
type Editing = { before: TypeRelationship | null; what: ObjectType; version: number };

/** The relationships of one type, each to be changed, and more to be added. */
export function TypeRelationships({ type, version }: { type: ObjectType; version: number }) {
  const { busy, make } = useChange();
  const [editing, setEditing] = useState<Editing | null>(null);
  const overview = useAsk<Overview>("dovetail_get_overview");
  const { leave, within } = useLeaving();
  const relationships = type.relationships ?? [];
  const edit = (before: TypeRelationship | null) => leave(() => setEditing({ before, what: type, version }));

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
          <Button size="xs" variant="light" leftSection={<Plus size={14} />} onClick={() => edit(null)}>
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
                    {each.type ?? kind(each)}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <Code>{route(type.name, each)}</Code>
                </Table.Td>
                <Table.Td className="row-actions">
                  <ActionIcon variant="subtle" aria-label={`Edit ${each.name}`} onClick={() => edit(each)}>
                    <Pencil size={15} />
                  </ActionIcon>
                  <Confirmed
                    label="Delete"
                    alone={`Delete ${each.name}`}
                    icon={<Trash2 size={15} />}
                    question={`Delete the relationship ${each.name}?`}
                    busy={busy}
                    onConfirm={() => put(withoutRelationship(type, each.name), version, `${each.name} was deleted`)}
                  >
                    {type.name} leads no longer there. Nothing else is changed.
                  </Confirmed>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {within(
        editing !== null && (
          <RelationshipEditor
            key={editing.before?.name ?? ""}
            type={type}
            initial={editing.before}
            source={usual(overview.data)}
            busy={busy}
            onCancel={() => setEditing(null)}
            onSave={(relationship) => {
              const changed = withRelationship(type, relationship, editing.before?.name ?? null);
              const at = seenAt(editing, { what: type, version });
              void put(changed, at, `${relationship.name} was saved`);
            }}
          />
        ),
      )}
    </Paper>
  );
}

/** The usual database, or else the first there is. */
function usual(overview: Overview | undefined): string {
  const names = (overview?.sources ?? []).map((source) => source.name);
  const { source } = NEW_RELATIONSHIP;
  return names.includes(source) ? source : (names[0] ?? source);
}

function kind(relationship: TypeRelationship): string {
  return draftedElsewhere(relationship)?.to === "action" ? "action" : "remote schema";
}

/** `UserOutput.id → users.id`; what leads elsewhere than to a table is told as it is written. */
function route(type: string, relationship: TypeRelationship): string {
  const elsewhere = draftedElsewhere(relationship);
  if (elsewhere !== null) {
    const target = elsewhere.to === "action" ? elsewhere.target : `${elsewhere.target}.${elsewhere.field}`;
    return elsewhere.pairs.map((pair) => `${type}.${pair.from} → ${target}(${pair.to})`).join(", ");
  }
  if (relationship.remote_table === undefined) {
    const { name: _name, type: _type, ...target } = relationship;
    return JSON.stringify(target);
  }
  const table = tableText(tableRef(relationship.remote_table));
  return Object.entries(relationship.field_mapping ?? {})
    .map(([from, to]) => `${type}.${from} → ${table}.${to}`)
    .join(", ");
}
