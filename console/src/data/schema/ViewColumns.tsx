import { Code, Table, Text } from "@mantine/core";
import type { TableView } from "../../metadata/types.ts";
import type { Described } from "./describe.ts";
import { Section } from "./Section.tsx";

/** What the rows of a view look like. */
export function ViewColumns({ view, facts }: { view: TableView; facts: Described }) {
  const { writable } = view;
  const verbs = (["insert", "update", "delete"] as const).filter((verb) => writable?.[verb]);
  return (
    <Section
      title="Columns"
      hint={verbs.length === 0 ? "It can only be read." : `Its rows can be read; also: ${verbs.join(", ")}.`}
    >
      <Table className="list-table">
        <Table.Tbody>
          {facts.columns.map((column) => (
            <Table.Tr key={column.name}>
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
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
