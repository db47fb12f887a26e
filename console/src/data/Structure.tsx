import { Anchor, Badge, Code, Table, Text, Title } from "@mantine/core";
import { KeyRound } from "lucide-react";
import { Link } from "react-router";
import { tablePath, tableText } from "../metadata/names.ts";
import type { ColumnView, ForeignKeyView, TableView } from "../metadata/types.ts";

/** The table as the database has it, and what GraphQL calls it. */
export function Structure({ source, view }: { source: string; view: TableView }) {
  const key = new Set(view.primary_key?.columns ?? []);
  return (
    <div className="form">
      {view.comment !== undefined && <Text mb="md">{view.comment}</Text>}
      <Table className="list-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Column</Table.Th>
            <Table.Th>Type</Table.Th>
            <Table.Th>Field in GraphQL</Table.Th>
            <Table.Th>Comment</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(view.columns ?? []).map((column) => (
            <Table.Tr key={column.name}>
              <Table.Td className="breakable">
                <bdi>{column.name}</bdi>{" "}
                {key.has(column.name) && <KeyRound size={13} role="img" aria-label="in the primary key" />}
              </Table.Td>
              <Table.Td>
                <Code>{column.type}</Code> {marks(column)}
              </Table.Td>
              <Table.Td>{column.field}</Table.Td>
              <Table.Td className="breakable">{column.comment}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Keys title="Foreign keys" keys={view.foreign_keys ?? []} source={source} />
      <Keys title="Referenced by" keys={view.referenced_by ?? []} source={source} />
    </div>
  );
}

function marks(column: ColumnView) {
  const all = [
    column.nullable ? null : "not null",
    column.identity === undefined ? null : "identity",
    column.generated ? "generated" : null,
    column.has_default && column.identity === undefined ? "default" : null,
  ];
  return all
    .filter((mark) => mark !== null)
    .map((mark) => (
      <Badge key={mark} size="xs" variant="light" color="gray" mr={4}>
        {mark}
      </Badge>
    ));
}

function Keys({ title, keys, source }: { title: string; keys: ForeignKeyView[]; source: string }) {
  if (keys.length === 0) {
    return null;
  }
  return (
    <>
      <Title order={2} size="h6" mt="lg" mb="xs">
        {title}
      </Title>
      <Table className="list-table">
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={`${key.constraint_name} ${tableText(key.table)}`}>
              <Table.Td>
                <Anchor component={Link} to={tablePath(source, key.table, "structure")} size="sm">
                  <bdi>{tableText(key.table)}</bdi>
                </Anchor>
              </Table.Td>
              <Table.Td>
                {Object.entries(key.columns).map(([from, to]) => (
                  <Code key={from} mr={6}>
                    {from} → {to}
                  </Code>
                ))}
              </Table.Td>
              <Table.Td className="breakable">{key.constraint_name}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
