import { Button, Code, Drawer, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { TableView } from "../../metadata/types.ts";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { choicesOf } from "./choices.ts";
import { FieldInput } from "./FieldInput.tsx";
import { fieldsOf, save, type Field } from "./row.ts";
import type { Cell } from "../sql.ts";
import { useWrite } from "../useWrite.ts";
import { useChoices } from "./useChoices.ts";

interface Props {
  source: string;
  view: TableView;
  /** Null for a new one. */
  row: Cell[] | null;
  /** What only this row has. */
  where: Record<string, Cell>;
  onClose(): void;
}

const STATES = { value: "Value", null: "Null", default: "Default" };

export function RowForm({ source, view, row, where, onClose }: Props) {
  const [before] = useState(() => fieldsOf(view, row));
  const [fields, setFields] = useState(before);
  const { write, busy } = useWrite(source);
  const choices = useChoices(source, view);
  const sql = save(view, where, before, fields);
  const dirty = JSON.stringify(fields) !== JSON.stringify(before);
  function put(index: number, part: Partial<Field>) {
    setFields(fields.map((field, at) => (at === index ? { ...field, ...part } : field)));
  }
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnClickOutside={!dirty}
      closeOnEscape={!dirty}
      position="right"
      size="lg"
      title={row === null ? "Insert a row" : "Edit the row"}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {dirty && <UnsavedGuard when={!busy} />}
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          if (sql !== null && (await write(sql, row === null ? "The row was inserted" : "The row was saved"))) {
            onClose();
          }
        }}
      >
        <Stack gap="md">
          {fields.map((field, index) => (
            <div key={field.column.name}>
              <Group justify="space-between" mb={4}>
                <Text size="sm" fw={500} component="label" htmlFor={`field-${index}`}>
                  <bdi>{field.column.name}</bdi> <Code>{field.column.type}</Code>
                </Text>
                <SegmentedControl
                  size="xs"
                  aria-label={`What ${field.column.name} gets`}
                  data={statesOf(field, row === null).map((state) => ({ value: state, label: STATES[state] }))}
                  value={field.state}
                  onChange={(state) => put(index, { state: state as Field["state"] })}
                />
              </Group>
              <FieldInput
                id={`field-${index}`}
                field={field}
                choices={choicesOf(field.column, choices, before[index]?.value ?? "")}
                placeholder={field.state === "value" ? "" : STATES[field.state].toLowerCase()}
                onChange={(part) => put(index, part)}
              />
            </div>
          ))}
          <Group>
            <Button type="submit" loading={busy} disabled={sql === null}>
              {row === null ? "Insert" : "Save"}
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  );
}

function statesOf(field: Field, isNew: boolean): Field["state"][] {
  const states: Field["state"][] = ["value"];
  if (field.column.nullable || field.state === "null") {
    states.push("null");
  }
  if (isNew && (field.column.has_default || field.column.nullable || field.column.identity !== undefined)) {
    states.push("default");
  }
  return states;
}
