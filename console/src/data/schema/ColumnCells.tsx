import { Code, Table, Text } from "@mantine/core";
import type { ColumnFacts } from "./describe.ts";

/** A column's name, what is said of it, and its type. */
export function ColumnCells({ column }: { column: ColumnFacts }) {
  return (
    <>
      <Table.Td className="breakable">
        <Text size="sm" fw={500} span>
          <bdi>{column.name}</bdi>
        </Text>
        {column.comment !== null && (
          <Text size="xs" c="dimmed">
            <bdi>{column.comment}</bdi>
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Code>{column.type}</Code>
      </Table.Td>
    </>
  );
}
