import { ActionIcon, Button, Group, MultiSelect } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { ColumnFields } from "./ColumnFields.tsx";
import { begunColumns, plusColumn, withColumn, type NewTable } from "./newTable.ts";
import { Section } from "./Section.tsx";
import { EMPTY_COLUMN } from "./usual.ts";
import { UsualColumns } from "./UsualColumns.tsx";

interface Props {
  table: NewTable;
  types: string[];
  onChange(table: NewTable): void;
}

/** The columns of a new table, and which of them tell its rows apart. */
export function NewColumns({ table, types, onChange }: Props) {
  const names = [...new Set(begunColumns(table).map((column) => column.name))].filter((name) => name !== "");
  return (
    <Section title="Columns">
      {table.columns.map((column, index) => (
        <ColumnFields
          key={index}
          draft={column}
          types={types}
          of={column.name === "" ? `column ${index + 1}` : column.name}
          fixed={/serial$/.test(column.type)}
          onChange={(part) => onChange(withColumn(table, index, part))}
        >
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${column.name || `column ${index + 1}`}`}
            onClick={() => onChange({ ...table, columns: table.columns.filter((_, at) => at !== index) })}
          >
            <Trash2 size={15} />
          </ActionIcon>
        </ColumnFields>
      ))}
      <Group gap="xs" mt="xs" mb="md">
        <Button
          size="xs"
          variant="light"
          leftSection={<Plus size={14} />}
          onClick={() => onChange({ ...table, columns: [...table.columns, { ...EMPTY_COLUMN }] })}
        >
          Add a column
        </Button>
        <UsualColumns onChoose={(column, key) => onChange(plusColumn(table, column, key))} />
      </Group>
      <MultiSelect
        label="Primary key"
        description="What tells the rows apart. Without one, rows cannot be asked for, changed or deleted one by one."
        placeholder={table.primaryKey.length === 0 ? "Choose columns" : ""}
        data={names}
        value={table.primaryKey.filter((name) => names.includes(name))}
        onChange={(primaryKey) => onChange({ ...table, primaryKey })}
      />
    </Section>
  );
}
