import { Anchor, Badge, Button, Table, Text } from "@mantine/core";
import { Cloud, Plus } from "lucide-react";
import { Link } from "react-router";
import { remotePath } from "../metadata/names.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { Empty } from "../parts/Empty.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import type { RemotePage } from "./types.ts";

export function RemotesHome() {
  const query = useAsk<RemotePage>("dovetail_list_remote_schemas", { limit: 200 });
  return (
    <>
      <Heading title="Remote schemas" />
      <Loaded query={query}>
        {({ remote_schemas: remotes }) =>
          remotes.length === 0 ? (
            <Empty Icon={Cloud} title="No remote schemas yet">
              <p>
                A remote schema is another GraphQL server whose fields appear in this one&rsquo;s API. Tables and
                actions can be joined to it.
              </p>
              <Button component={Link} to="/remote-schemas/add" leftSection={<Plus size={16} />}>
                Add a remote schema
              </Button>
            </Empty>
          ) : (
            <div className="page-body">
              <Table highlightOnHover className="list-table">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Name</Table.Th>
                    <Table.Th>Address</Table.Th>
                    <Table.Th>State</Table.Th>
                    <Table.Th>Permissions of</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {remotes.map((remote) => (
                    <Table.Tr key={remote.name}>
                      <Table.Td>
                        <Anchor component={Link} to={remotePath(remote.name)} fw={500} size="sm">
                          <bdi>{remote.name}</bdi>
                        </Anchor>
                        {remote.comment !== undefined && (
                          <Text size="xs" c="dimmed">
                            {remote.comment}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td className="breakable">{remote.url}</Table.Td>
                      <Table.Td>
                        <Badge variant="dot" color={remote.connected ? "teal" : "red"}>
                          {remote.connected ? "reached" : "not reached"}
                        </Badge>
                        {remote.reason !== undefined && (
                          <Text size="xs" c="dimmed">
                            {remote.reason}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td>{remote.roles.length === 0 ? "no role" : remote.roles.join(", ")}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </Loaded>
    </>
  );
}
