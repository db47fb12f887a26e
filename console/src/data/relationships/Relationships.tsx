import { ActionIcon, Badge, Button, Code, Group, Table, Text, Title } from "@mantine/core";
import { Link2, Plus, Trash2 } from "lucide-react";
import { useMemo, useState } from "react";
import { tableText } from "../../metadata/names.ts";
import type { NamedEntry, TableView } from "../../metadata/types.ts";
import { useChange } from "../../metadata/useEngine.ts";
import { Empty } from "../../parts/Empty.tsx";
import { RelationshipForm } from "./RelationshipForm.tsx";
import { Suggestions } from "./Suggestions.tsx";

interface Props {
  source: string;
  view: TableView;
}

/** From this table to others: those there are, those that foreign keys suggest, and any one likes. */
export function Relationships({ source, view }: Props) {
  const [adding, setAdding] = useState(false);
  const objects = view.metadata?.object_relationships ?? [];
  const arrays = view.metadata?.array_relationships ?? [];
  const remotes = view.metadata?.remote_relationships ?? [];
  const count = objects.length + arrays.length + remotes.length;
  const taken = useMemo(() => [...objects, ...arrays, ...remotes].map((each) => each.name), [objects, arrays, remotes]);
  return (
    <div className="form">
      {count === 0 && (
        <Empty Icon={Link2} title="No relationships yet">
          With a relationship, who asks for a row gets rows of another table along with it.
        </Empty>
      )}
      {count > 0 && (
        <Table className="list-table" mb="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Leads to</Table.Th>
              <Table.Th aria-label="Changes" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {objects.map((entry) => (
              <Row key={entry.name} kind="object" entry={entry} source={source} view={view} />
            ))}
            {arrays.map((entry) => (
              <Row key={entry.name} kind="array" entry={entry} source={source} view={view} />
            ))}
            {remotes.map((entry) => (
              <Row key={entry.name} kind="remote" entry={entry} source={source} view={view} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {adding ? (
        <RelationshipForm source={source} view={view} taken={taken} onDone={() => setAdding(false)} />
      ) : (
        <Button size="xs" variant="light" leftSection={<Plus size={14} />} onClick={() => setAdding(true)}>
          Add a relationship
        </Button>
      )}
      <Title order={2} size="h6" mt="xl" mb="xs">
        Suggested by foreign keys
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        What is not there yet would be listed here.
      </Text>
      <Suggestions source={source} table={view.table} taken={taken} />
    </div>
  );
}

interface RowProps extends Props {
  kind: "object" | "array" | "remote";
  entry: NamedEntry;
}

function Row({ kind, entry, source, view }: RowProps) {
  const { busy, make } = useChange();
  const resolved = view.graphql?.relationships.find((each) => each.name === entry.name);
  const args =
    kind === "remote"
      ? { type: "pg_delete_remote_relationship", args: { source, table: view.table, name: entry.name } }
      : { type: "pg_drop_relationship", args: { source, table: view.table, relationship: entry.name } };
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" fw={500} span>
          <bdi>{entry.name}</bdi>
        </Text>{" "}
        <Badge size="xs" variant="light" color="gray">
          {kind}
        </Badge>
      </Table.Td>
      <Table.Td className="breakable">
        {resolved ? (
          <Group gap={6}>
            {Object.entries(resolved.columns).map(([from, to]) => (
              <Code key={from}>
                {from} → {tableText(resolved.table)}.{to}
              </Code>
            ))}
          </Group>
        ) : (
          <Code>{JSON.stringify(entry.using ?? entry.definition)}</Code>
        )}
      </Table.Td>
      <Table.Td className="row-actions">
        <ActionIcon
          variant="subtle"
          color="red"
          loading={busy}
          aria-label={`Delete ${entry.name}`}
          onClick={() => void make(args, view.resource_version, `${entry.name} was deleted`)}
        >
          <Trash2 size={15} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  );
}
