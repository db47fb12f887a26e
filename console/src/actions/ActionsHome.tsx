import { Anchor, Button, Code, Table, Text } from "@mantine/core";
import { Plus, Workflow } from "lucide-react";
import { Link } from "react-router";
import { actionPath } from "../metadata/names.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { Empty } from "../parts/Empty.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { NamedAction } from "./NamedAction.tsx";
import type { ActionPage } from "./types.ts";

const SHOWN = 200;

/** All actions, or what one is. */
export function ActionsHome() {
  const query = useAsk<ActionPage>("dovetail_list_actions", { limit: SHOWN });
  return (
    <>
      <Heading title="Actions" />
      <Loaded query={query}>
        {({ actions, total }) =>
          actions.length === 0 ? (
            <Empty Icon={Workflow} title="No actions yet">
              <p>
                An action is a query or a mutation that a web service of yours answers. Its answer can be joined to
                tables: who asks gets the service&rsquo;s fields and rows of the database in one response.
              </p>
              <Button component={Link} to="/actions/create" leftSection={<Plus size={16} />}>
                Create an action
              </Button>
            </Empty>
          ) : (
            <div className="page-body">
              <Table highlightOnHover className="list-table">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Name</Table.Th>
                    <Table.Th>Answers</Table.Th>
                    <Table.Th>Handler</Table.Th>
                    <Table.Th>Roles</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {actions.map((action) => (
                    <Table.Tr key={action.name}>
                      <Table.Td>
                        <NamedAction
                          {...action}
                          comment={action.comment}
                          name={
                            <Anchor component={Link} to={actionPath(action.name)} fw={500} size="sm">
                              {action.name}
                            </Anchor>
                          }
                        />
                      </Table.Td>
                      <Table.Td>
                        <Code>{action.output_type}</Code>
                      </Table.Td>
                      <Table.Td className="breakable">{action.handler}</Table.Td>
                      <Table.Td>{action.roles.length === 0 ? "admin only" : action.roles.join(", ")}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
              {total > actions.length && (
                <Text size="sm" c="dimmed" mt="sm">
                  The first {actions.length} of {total}. The search at the left finds the others.
                </Text>
              )}
            </div>
          )
        }
      </Loaded>
    </>
  );
}
