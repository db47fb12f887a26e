import { ActionIcon, Button, Group, Select, TextInput } from "@mantine/core";
import { Filter, X } from "lucide-react";
import { useState } from "react";
import { needsValue, OPERATORS, type Condition, type Operator } from "./look.ts";

interface Props {
  columns: string[];
  where: Condition[];
  onChange(where: Condition[]): void;
}

/** What the rows are filtered for; every condition must hold. */
export function Conditions({ columns, where, onChange }: Props) {
  const [rows, setRows] = useState(where);
  const [first = ""] = columns;
  function put(index: number, part: Partial<Condition>) {
    setRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(rows);
      }}
    >
      {rows.map((row, index) => (
        <Group key={index} gap="xs" mb={6} wrap="nowrap">
          <Select
            aria-label="Column"
            size="xs"
            searchable
            data={columns}
            value={row.column}
            allowDeselect={false}
            onChange={(column) => put(index, { column: column ?? row.column })}
          />
          <Select
            aria-label="Operator"
            size="xs"
            w={110}
            data={[...OPERATORS]}
            value={row.operator}
            allowDeselect={false}
            onChange={(operator) => put(index, { operator: (operator ?? "=") as Operator })}
          />
          {needsValue(row.operator) && (
            <TextInput
              aria-label="Value"
              size="xs"
              value={row.value}
              onChange={(event) => put(index, { value: event.currentTarget.value })}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Remove the condition"
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <X size={15} />
          </ActionIcon>
        </Group>
      ))}
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<Filter size={14} />}
          onClick={() => setRows([...rows, { column: first, operator: "=", value: "" }])}
        >
          {rows.length === 0 ? "Filter" : "And"}
        </Button>
        {rows.length > 0 && (
          <Button size="xs" type="submit">
            Apply
          </Button>
        )}
      </Group>
    </form>
  );
}
