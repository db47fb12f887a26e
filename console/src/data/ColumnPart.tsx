import { Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TableView } from "../metadata/types.ts";
import { same } from "../metadata/seen.ts";
import { operatorsOf, readValue, writeValue, type Part } from "./filter.ts";
import { Removal } from "./PartFrame.tsx";

interface Props {
  view: TableView;
  part: Extract<Part, { kind: "column" }>;
  onChange(part: Part): void;
  onRemove?: (() => void) | undefined;
}

/** A column held against a value. */
export function ColumnPart({ view, part, onChange, onRemove }: Props) {
  const columns = view.columns ?? [];
  const type = columns.find((column) => column.name === part.column)?.type ?? "text";
  const usual = operatorsOf(type);
  const operators = usual.includes(part.operator) ? usual : [part.operator, ...usual];
  const [typed, setTyped] = useState(() => writeValue(part.value));
  // What was typed, as long as it says this value: in the place of a condition that was removed stands another.
  const text = same(readValue(typed, part.operator, type), part.value) ? typed : writeValue(part.value);
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        aria-label="Column"
        size="xs"
        searchable
        data={columns.map((column) => column.name)}
        value={part.column}
        allowDeselect={false}
        onChange={(column) => onChange({ ...part, column: column ?? part.column })}
      />
      <Select
        aria-label="Operator"
        size="xs"
        w={110}
        data={operators}
        value={part.operator}
        allowDeselect={false}
        onChange={(operator) =>
          operator !== null && onChange({ ...part, operator, value: readValue(writeValue(part.value), operator, type) })
        }
      />
      <TextInput
        aria-label="Value"
        size="xs"
        flex={1}
        placeholder="A value, or X-Hasura-User-Id"
        value={text}
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onChange({ ...part, value: readValue(event.currentTarget.value, part.operator, type) });
        }}
      />
      <Removal onRemove={onRemove} />
    </Group>
  );
}
