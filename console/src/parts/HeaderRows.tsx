import { ActionIcon, Group, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { Trash2 } from "lucide-react";
import type { HeaderConf } from "../actions/types.ts";

interface Props {
  headers: HeaderConf[];
  onChange(headers: HeaderConf[]): void;
}

/** Headers that the engine sends to a service: with a value, or with that of a variable of its environment. */
export function HeaderRows({ headers, onChange }: Props) {
  const rows = [...headers, { name: "", value: "" }];
  function put(index: number, header: HeaderConf) {
    const next = rows.map((row, at) => (at === index ? header : row));
    onChange(next.filter((row, at) => at < headers.length || isBegun(row)));
  }
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        Headers to the service
      </Text>
      {rows.map((row, index) => {
        const fromEnv = "value_from_env" in row;
        const value = fromEnv ? row.value_from_env : row.value;
        const label = row.name || "new header";
        return (
          <Group key={index} gap="xs" wrap="nowrap">
            <TextInput
              aria-label={`Name of ${label}`}
              placeholder="Name"
              size="xs"
              flex={2}
              value={row.name}
              onChange={(event) => put(index, { ...row, name: event.currentTarget.value })}
            />
            <SegmentedControl
              aria-label={`Where the value of ${label} comes from`}
              size="xs"
              data={[
                { value: "value", label: "Value" },
                { value: "env", label: "Variable" },
              ]}
              value={fromEnv ? "env" : "value"}
              onChange={(kind) => put(index, header(row.name, kind === "env", value))}
            />
            <TextInput
              aria-label={`Value of ${label}`}
              placeholder={fromEnv ? "NAME_OF_VARIABLE" : "Value"}
              size="xs"
              flex={3}
              value={value}
              onChange={(event) => put(index, header(row.name, fromEnv, event.currentTarget.value))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${label}`}
              style={{ visibility: index < headers.length ? "visible" : "hidden" }}
              onClick={() => onChange(headers.filter((_, at) => at !== index))}
            >
              <Trash2 size={15} />
            </ActionIcon>
          </Group>
        );
      })}
    </Stack>
  );
}

function isBegun(header: HeaderConf): boolean {
  return header.name !== "" || "value_from_env" in header || header.value !== "";
}

function header(name: string, fromEnv: boolean, value: string): HeaderConf {
  return fromEnv ? { name, value_from_env: value } : { name, value };
}
