import { Table } from "@mantine/core";
import type { TableView } from "../../metadata/types.ts";
import { ColumnCells } from "./ColumnCells.tsx";
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
              <ColumnCells column={column} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
