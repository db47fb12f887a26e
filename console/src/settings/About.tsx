import { Anchor, List, Table, Text } from "@mantine/core";
import type { Overview } from "../metadata/types.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { engineUrl } from "../engine.ts";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";

export function About() {
  const query = useAsk<Overview>("dovetail_get_overview");
  return (
    <>
      <Heading above="Settings" title="About" />
      <div className="page-body form">
        <Loaded query={query}>
          {(overview) => (
            <>
              <Table className="list-table">
                <Table.Tbody>
                  {facts(overview).map(([name, value]) => (
                    <Table.Tr key={name}>
                      <Table.Th scope="row" w={220}>
                        {name}
                      </Table.Th>
                      <Table.Td className="breakable">{value}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
              {overview.warnings.length > 0 && (
                <List size="sm" mt="lg">
                  {overview.warnings.map((warning) => (
                    <List.Item key={warning.message}>{warning.message}</List.Item>
                  ))}
                </List>
              )}
              <Text size="sm" c="dimmed" mt="lg">
                Dovetail is free software under the Apache License 2.0. This console is made with the work of many
                others;{" "}
                <Anchor href={engineUrl("console/assets/licences.txt")} target="_blank" size="sm" underline="always">
                  their licences
                </Anchor>{" "}
                come with it.
              </Text>
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}

function facts(overview: Overview): [string, string][] {
  return [
    ["GraphQL", engineUrl("v1/graphql")],
    ["Metadata version", String(overview.resource_version)],
    ...overview.sources.map((source): [string, string] => [
      `Database ${source.name}`,
      source.connected ? `Postgres ${source.database_version ?? ""}` : (source.reason ?? "not connected"),
    ]),
    ["Actions", `${overview.actions}, with ${overview.custom_types} types`],
    ["Remote schemas", String(overview.remote_schemas)],
    ["Roles", String(overview.roles)],
  ];
}
