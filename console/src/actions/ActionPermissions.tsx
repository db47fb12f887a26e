import { Button, Checkbox, Group, Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { RoleRow, Versioned } from "../metadata/types.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Loaded } from "../parts/Loaded.tsx";
import type { ActionView } from "./types.ts";

/** Who may call the action: every role that the metadata knows, and new ones. */
export function ActionPermissions({ view }: { view: ActionView }) {
  const roles = useAsk<Versioned & { roles: RoleRow[] }>("dovetail_list_roles");
  const { busy, make } = useChange();
  const [typed, setTyped] = useState("");
  const action = view.action.name;
  const permitted = new Set((view.action.permissions ?? []).map((entry) => entry.role));

  async function set(role: string, may: boolean) {
    const type = may ? "create_action_permission" : "drop_action_permission";
    const done = may ? `${role} may call ${action}` : `${role} may no longer call ${action}`;
    return make({ type, args: { action, role } }, view.resource_version, done);
  }

  return (
    <Loaded query={roles}>
      {(known) => {
        const names = [...new Set([...permitted, ...known.roles.map((role) => role.name)])].sort();
        return (
          <div className="form">
            <Text size="sm" c="dimmed" mb="md">
              A permitted role may call the action with any arguments. What it sees of the rows that the answer is
              joined to is decided by its permissions on those tables.
            </Text>
            <Table className="list-table">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Role</Table.Th>
                  <Table.Th>May call it</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                <Table.Tr>
                  <Table.Td>admin</Table.Td>
                  <Table.Td>
                    <Checkbox checked disabled aria-label="admin may call it" />
                  </Table.Td>
                </Table.Tr>
                {names.map((role) => (
                  <Table.Tr key={role}>
                    <Table.Td>
                      <bdi>{role}</bdi>
                    </Table.Td>
                    <Table.Td>
                      <Checkbox
                        aria-label={`${role} may call it`}
                        checked={permitted.has(role)}
                        disabled={busy}
                        onChange={(event) => void set(role, event.currentTarget.checked)}
                      />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            <Group mt="md" align="flex-end">
              <TextInput
                label="Another role"
                value={typed}
                spellCheck={false}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
              <Button
                variant="default"
                loading={busy}
                disabled={typed.trim() === "" || permitted.has(typed.trim())}
                onClick={async () => (await set(typed.trim(), true)) && setTyped("")}
              >
                Permit
              </Button>
            </Group>
          </div>
        );
      }}
    </Loaded>
  );
}
