import { Badge, Button, Code, Group, Table } from "@mantine/core";
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import type { TableView } from "../../metadata/types.ts";
import { useLeaving } from "../../parts/guard.tsx";
import { addColumn } from "./ddl.ts";
import { dropColumn } from "./alter.ts";
import { ColumnCells } from "./ColumnCells.tsx";
import { ColumnEditor } from "./ColumnEditor.tsx";
import { ColumnFields } from "./ColumnFields.tsx";
import { uniqueOf, type ColumnFacts, type Described } from "./describe.ts";
import { Dropping } from "./Dropping.tsx";
import { Proposal } from "./Proposal.tsx";
import { Section } from "./Section.tsx";
import { columnProblem, EMPTY_COLUMN } from "./usual.ts";
import { UsualColumns } from "./UsualColumns.tsx";
import { useTypes } from "./useCatalog.ts";

interface Props {
  source: string;
  view: TableView;
  facts: Described;
}

/** The columns there are, and those one adds. */
export function Columns({ source, view, facts }: Props) {
  const [edited, setEdited] = useState<string | null>(null);
  const { leave, within } = useLeaving();
  return (
    <Section title="Columns">
      <Table className="list-table" mb="sm">
        <Table.Tbody>
          {facts.columns.map((column) =>
            column.name === edited ? (
              <Table.Tr key={column.name}>
                <Table.Td colSpan={4}>
                  {within(
                    <ColumnEditor
                      source={source}
                      table={view.table}
                      facts={column}
                      unique={uniqueOf(facts, column.name)}
                      onDone={() => setEdited(null)}
                    />,
                  )}
                </Table.Td>
              </Table.Tr>
            ) : (
              <Table.Tr key={column.name}>
                <ColumnCells column={column} />
                <Table.Td className="breakable">
                  <Traits column={column} facts={facts} />
                </Table.Td>
                <Table.Td className="row-actions">
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    leftSection={<Pencil size={13} />}
                    aria-label={`Edit ${column.name}`}
                    onClick={() => leave(() => setEdited(column.name))}
                  >
                    Edit
                  </Button>
                  <Dropping
                    source={source}
                    statement={dropColumn(view.table, column.name)}
                    what={`the column ${column.name}`}
                    warning="What it holds is lost."
                  />
                </Table.Td>
              </Table.Tr>
            ),
          )}
        </Table.Tbody>
      </Table>
      <NewColumn source={source} view={view} names={facts.columns.map((column) => column.name)} />
    </Section>
  );
}

/** What is special of a column, in few words. */
export function Traits({ column, facts }: { column: ColumnFacts; facts: Described }) {
  const isKey = facts.constraints.some(({ kind, columns }) => kind === "p" && columns.includes(column.name));
  const words = [
    ...(isKey ? ["primary key"] : []),
    ...(uniqueOf(facts, column.name) !== null ? ["unique"] : []),
    ...(column.nullable ? ["nullable"] : []),
    ...(column.identity === "" ? [] : ["counts up"]),
    ...(column.generated ? ["generated"] : []),
  ];
  return (
    <Group gap={6}>
      {words.map((word) => (
        <Badge key={word} size="xs" variant="light" color="gray" tt="none">
          {word}
        </Badge>
      ))}
      {column.fallback !== null && (
        <Code>
          {column.generated ? "=" : "default"} {column.fallback}
        </Code>
      )}
    </Group>
  );
}

function NewColumn({ source, view, names }: { source: string; view: TableView; names: string[] }) {
  const [draft, setDraft] = useState<typeof EMPTY_COLUMN | null>(null);
  const types = useTypes(source);
  if (draft === null) {
    return (
      <Group gap="xs">
        <Button size="xs" variant="light" leftSection={<Plus size={14} />} onClick={() => setDraft(EMPTY_COLUMN)}>
          Add a column
        </Button>
        <UsualColumns onChoose={setDraft} />
      </Group>
    );
  }
  const problem = columnProblem(draft, names);
  return (
    <div className="inset" role="form" aria-label="Add a column">
      <ColumnFields draft={draft} types={types} onChange={(part) => setDraft({ ...draft, ...part })} />
      <Proposal
        source={source}
        statement={draft === EMPTY_COLUMN ? "" : addColumn(view.table, draft)}
        problem={problem}
        label="Add"
        done={`${draft.name} was added`}
        onDone={() => setDraft(null)}
        onCancel={() => setDraft(null)}
      />
    </div>
  );
}
