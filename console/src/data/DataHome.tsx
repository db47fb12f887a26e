import { Anchor, Badge, Button, Group, Paper, SimpleGrid, Text } from "@mantine/core";
import { Database, Plus, Trash2 } from "lucide-react";
import { Link } from "react-router";
import { segment } from "../metadata/names.ts";
import type { Overview, SourceState } from "../metadata/types.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Confirmed } from "../parts/Confirmed.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";

/** The databases, and how they are. */
export function DataHome() {
  const query = useAsk<Overview>("dovetail_get_overview");
  const connect = (
    <Button component={Link} to="/data/connect" size="xs" leftSection={<Plus size={15} />}>
      Connect a database
    </Button>
  );
  return (
    <>
      <Heading title="Databases" actions={connect} />
      <div className="page-body">
        <Loaded query={query}>
          {({ sources, resource_version }) =>
            sources.length === 0 ? (
              <Empty Icon={Database} title="No database yet">
                <p>The tables of a Postgres become queries and mutations once they are tracked.</p>
                {connect}
              </Empty>
            ) : (
              <SimpleGrid cols={{ base: 1, lg: 2 }}>
                {sources.map((source) => (
                  <Card key={source.name} source={source} version={resource_version} />
                ))}
              </SimpleGrid>
            )
          }
        </Loaded>
      </div>
    </>
  );
}

function Card({ source, version }: { source: SourceState; version: number }) {
  const { busy, make } = useChange();
  const untracked = Math.max(0, source.tables - source.tracked_tables);
  return (
    <Paper withBorder p="md" component="article" aria-label={source.name}>
      <Group justify="space-between" mb="xs">
        <Anchor component={Link} to={`/data/${segment(source.name)}`} fw={600}>
          <bdi>{source.name}</bdi>
        </Anchor>
        <Badge variant="dot" color={source.connected ? "teal" : "red"}>
          {source.connected ? "connected" : "not connected"}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {source.database_version === undefined ? source.kind : `Postgres ${source.database_version}`}
      </Text>
      {source.reason !== undefined && (
        <Text size="sm" c="red" className="breakable">
          {source.reason}
        </Text>
      )}
      <Group justify="space-between" mt="md">
        <Text size="sm">
          {source.tracked_tables} tracked
          {untracked > 0 && (
            <Text span c="dimmed" size="sm">
              {" "}
              · {untracked} not tracked
            </Text>
          )}
        </Text>
        <Anchor component={Link} to={`/data/${segment(source.name)}/settings`} size="sm" ml="auto" mr="sm">
          Settings
        </Anchor>
        <Confirmed
          label="Disconnect"
          question={`Disconnect ${source.name}?`}
          typed={source.name}
          busy={busy}
          icon={<Trash2 size={14} />}
          onConfirm={() =>
            make(
              { type: "pg_drop_source", args: { name: source.name, cascade: true } },
              version,
              `${source.name} was disconnected`,
            )
          }
        >
          Its tables, relationships and permissions leave the metadata. The database itself stays as it is.
        </Confirmed>
      </Group>
    </Paper>
  );
}
