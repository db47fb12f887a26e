import { ActionIcon, Group, Stack, Text, TextInput } from "@mantine/core";
import { Trash2 } from "lucide-react";
import type { Row } from "./transform.ts";

interface Props {
  label: string;
  /** What one of them is called. */
  one: string;
  rows: Row[];
  onChange(rows: Row[]): void;
}

/** Names with values, as many as needed: after the last there is always an empty row. */
export function KeyRows({ label, one, rows, onChange }: Props) {
  const shown = [...rows, { name: "", value: "" }];
  function put(index: number, part: Partial<Row>) {
    const next = shown.map((row, at) => (at === index ? { ...row, ...part } : row));
    onChange(next.filter((row, at) => at < rows.length || row.name !== "" || row.value !== ""));
  }
  return (
    <Stack gap={6} role="group" aria-label={label}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      {shown.map((row, index) => {
        const called = row.name || `new ${one}`;
        return (
          <Group key={index} gap="xs" wrap="nowrap">
            <TextInput
              aria-label={`Name of ${called}`}
              placeholder="Name"
              size="xs"
              flex={2}
              spellCheck={false}
              value={row.name}
              onChange={(event) => put(index, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`Value of ${called}`}
              placeholder={row.value === null ? "No value" : "Value"}
              size="xs"
              flex={3}
              spellCheck={false}
              value={row.value ?? ""}
              onChange={(event) => put(index, { value: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${called}`}
              style={{ visibility: index < rows.length ? "visible" : "hidden" }}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            >
              <Trash2 size={15} />
            </ActionIcon>
          </Group>
        );
      })}
    </Stack>
  );
}
