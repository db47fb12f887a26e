import { ActionIcon, Autocomplete, Button, Code, Group, MultiSelect, Stack, Table, Text } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { typedJson } from "../../metadata/json.ts";
import type { RoleRow, Versioned } from "../../metadata/types.ts";
import { useAsk, useChange } from "../../metadata/useEngine.ts";
import { CodeArea } from "../../parts/CodeArea.tsx";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { dropPermission, permissionCommand } from "./models.ts";
import type { LogicalModel } from "./queries.ts";

interface Props {
  source: string;
  version: number;
  model: LogicalModel;
}

/** Which roles see which of the rows, and what of them. */
export function ModelPermissions({ source, version, model }: Props) {
  const [adding, setAdding] = useState(false);
  const { busy, make } = useChange();
  const permissions = model.select_permissions ?? [];
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        Who may see the rows
      </Text>
      <Table className="list-table">
        <Table.Tbody>
          {permissions.map(({ role, permission }) => (
            <Table.Tr key={role}>
              <Table.Td className="breakable">
                <bdi>{role}</bdi>
              </Table.Td>
              <Table.Td className="breakable">
                <Code>{JSON.stringify(permission)}</Code>
              </Table.Td>
              <Table.Td className="row-actions">
                <ActionIcon
                  variant="subtle"
                  color="red"
                  loading={busy}
                  aria-label={`Drop the permission of ${role}`}
                  onClick={() =>
                    void make(dropPermission(source, model.name, role), version, `${role} sees it no more`)
                  }
                >
                  <Trash2 size={15} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {adding ? (
        <NewPermission source={source} version={version} model={model} onDone={() => setAdding(false)} />
      ) : (
        <Group>
          <Button size="compact-sm" variant="light" leftSection={<Plus size={13} />} onClick={() => setAdding(true)}>
            Add a permission
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function NewPermission({ source, version, model, onDone }: Props & { onDone(): void }) {
  const known = useAsk<Versioned & { roles: RoleRow[] }>("dovetail_list_roles");
  const [role, setRole] = useState("");
  const [columns, setColumns] = useState(model.fields.map((field) => field.name));
  const [filter, setFilter] = useState("{}");
  const { busy, make } = useChange();
  const json = typedJson(filter);
  return (
    <Stack gap="sm" className="inset" role="form" aria-label="Permission">
      <UnsavedGuard when={(role !== "" || filter !== "{}") && !busy} />
      <Autocomplete
        label="Role"
        data={(known.data?.roles ?? []).map((each) => each.name)}
        value={role}
        onChange={setRole}
      />
      <MultiSelect
        label="Fields"
        data={model.fields.map((field) => field.name)}
        value={columns}
        onChange={setColumns}
      />
      <CodeArea
        label="Row filter"
        description='JSON: {"author_id": {"_eq": "X-Hasura-User-Id"}}'
        minRows={1}
        value={filter}
        onChange={setFilter}
        error={json === undefined ? "This is no JSON yet." : null}
      />
      <Group>
        <Button
          size="sm"
          loading={busy}
          disabled={role.trim() === "" || json === undefined}
          onClick={async () => {
            const permission = { columns, filter: json };
            const command = permissionCommand(source, model.name, role.trim(), permission);
            if (await make(command, version, `${role.trim()} may see it`)) {
              onDone();
            }
          }}
        >
          Save
        </Button>
        <Button size="sm" variant="default" onClick={onDone}>
          Cancel
        </Button>
      </Group>
    </Stack>
  );
}
