import { Group, Select, Stack, Text, TextInput } from "@mantine/core";
import type { Given } from "./given.ts";

interface Props {
  /** What the other side takes. */
  taken: { name: string; type: string }[];
  /** What there is on this side. */
  fields: string[];
  given: Record<string, Given>;
  onChange(given: Record<string, Given>): void;
}

const KINDS = [
  { value: "field", label: "From a field" },
  { value: "fixed", label: "Fixed value" },
  { value: "client", label: "Left to the client" },
];

/** For each argument, what it is given. */
export function ArgumentRows({ taken, fields, given, onChange }: Props) {
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        Arguments
      </Text>
      {taken.length === 0 && (
        <Text size="sm" c="dimmed">
          It takes none.
        </Text>
      )}
      {taken.map(({ name, type }) => {
        const each = given[name] ?? { kind: "client" };
        const put = (next: Given) => onChange({ ...given, [name]: next });
        return (
          <Group key={name} gap="xs" wrap="nowrap" align="flex-end">
            <Select
              label={`${name}: ${type}`}
              data={KINDS}
              value={each.kind}
              allowDeselect={false}
              w={200}
              onChange={(kind) => put(begun(kind))}
            />
            {each.kind === "field" && (
              <Select
                aria-label={`Field for ${name}`}
                placeholder="Choose"
                data={fields}
                value={each.field || null}
                searchable
                flex={1}
                onChange={(field) => put({ kind: "field", field: field ?? "" })}
              />
            )}
            {each.kind === "fixed" && (
              <TextInput
                aria-label={`Value for ${name}`}
                placeholder='JSON: 10, "text", [1, 2]'
                value={each.json}
                spellCheck={false}
                flex={1}
                onChange={(event) => put({ kind: "fixed", json: event.currentTarget.value })}
              />
            )}
          </Group>
        );
      })}
    </Stack>
  );
}

function begun(kind: string | null): Given {
  return kind === "field" ? { kind, field: "" } : kind === "fixed" ? { kind, json: "" } : { kind: "client" };
}
