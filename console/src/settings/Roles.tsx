import { Table, Text } from "@mantine/core";
import { Users } from "lucide-react";
import type { RoleRow, Versioned } from "../metadata/types.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { Empty } from "../parts/Empty.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";

/** Who may do something at all, and on how much. */
export function Roles() {
  const query = useAsk<Versioned & { roles: RoleRow[] }>("dovetail_list_roles");
  return (
    <>
      <Heading above="Settings" title="Roles" />
      <div className="page-body form">
        <Loaded query={query}>
          {({ roles }) =>
            roles.length === 0 ? (
              <Empty Icon={Users} title="No roles yet">
                A role is there once it has a permission: on a table, an action or a remote schema. Without one it sees
                nothing; admin sees everything.
              </Empty>
            ) : (
              <Table className="list-table">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Role</Table.Th>
                    <Table.Th ta="right">Tables</Table.Th>
                    <Table.Th ta="right">Functions</Table.Th>
                    <Table.Th ta="right">Actions</Table.Th>
                    <Table.Th ta="right">Remote schemas</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {roles.map((role) => (
                    <Table.Tr key={role.name}>
                      <Table.Td>
                        <bdi>{role.name}</bdi>
                        {role.role_set && (
                          <Text size="xs" c="dimmed">
                            inherits from {role.role_set.join(", ")}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td ta="right">{role.tables}</Table.Td>
                      <Table.Td ta="right">{role.functions}</Table.Td>
                      <Table.Td ta="right">{role.actions}</Table.Td>
                      <Table.Td ta="right">{role.remote_schemas}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )
          }
        </Loaded>
      </div>
    </>
  );
}
