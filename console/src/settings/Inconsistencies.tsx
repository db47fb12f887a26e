import { Badge, Button, Code, Group, Paper, Spoiler, Stack, Text } from "@mantine/core";
import { CircleCheck, RefreshCw, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import type { Command } from "../metadata/call.ts";
import type { Inconsistency, Versioned } from "../metadata/types.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Confirmed } from "../parts/Confirmed.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Question } from "../parts/Question.tsx";
import { cascading, remedies } from "./mending.ts";

interface Answer {
  is_consistent: boolean;
  inconsistent_objects: Inconsistency[];
}

/** In one, so that the version is that of the list. */
const WITH_VERSION = [
  { type: "dovetail_get_overview", args: {} },
  { type: "get_inconsistent_metadata", args: {} },
];

/** What of the metadata cannot be served, and why. */
export function Inconsistencies() {
  const query = useAsk<[Versioned, Answer]>("bulk", WITH_VERSION);
  const { busy, make } = useChange();
  const [overview, known] = query.data ?? [];
  const version = overview?.resource_version;
  return (
    <>
      <Heading
        above="Settings"
        title="Inconsistencies"
        actions={
          <>
            <Button
              size="xs"
              variant="default"
              loading={busy}
              leftSection={<RefreshCw size={14} />}
              onClick={() =>
                version !== undefined &&
                make({ type: "reload_metadata", args: { reload_sources: true } }, version, "Everything was read anew")
              }
            >
              Look again
            </Button>
            {known?.is_consistent === false && (
              <Confirmed
                label="Drop all of them"
                question="Drop all inconsistent objects?"
                busy={busy}
                icon={<Trash2 size={14} />}
                onConfirm={() =>
                  version !== undefined
                    ? make({ type: "drop_inconsistent_metadata", args: {} }, version, "They were dropped")
                    : undefined
                }
              >
                They are removed from the metadata, with what depends on them. Nothing is changed in the databases.
              </Confirmed>
            )}
          </>
        }
      />
      <div className="page-body form">
        <Loaded query={query}>
          {([, { inconsistent_objects: objects }]) =>
            objects.length === 0 ? (
              <Empty Icon={CircleCheck} title="Everything is served">
                An object is inconsistent when what it needs is not there: a table that was dropped, a service that does
                not answer. The engine serves the rest and tells it here.
              </Empty>
            ) : (
              <Stack gap="sm">
                {objects.map((object, index) => (
                  <One key={`${object.name} ${index}`} object={object} version={version} />
                ))}
              </Stack>
            )
          }
        </Loaded>
      </div>
    </>
  );
}

function One({ object, version }: { object: Inconsistency; version: number | undefined }) {
  const { busy, make } = useChange();
  const { page, reload, drop } = remedies(object);
  return (
    <Paper withBorder p="md" component="article" aria-label={object.name}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb={6}>
        <Group gap="xs" miw={0}>
          <Badge color="red" variant="light">
            {object.type.replaceAll("_", " ")}
          </Badge>
          <Text size="sm" fw={500} className="breakable">
            {object.name}
          </Text>
        </Group>
        <Group gap="xs" wrap="nowrap">
          {page !== null && (
            <Button component={Link} to={page} size="xs" variant="default">
              Mend
            </Button>
          )}
          {reload !== null && version !== undefined && (
            <Button
              size="xs"
              variant="default"
              loading={busy}
              onClick={() => make(reload, version, "What it needs was read anew")}
            >
              Reload
            </Button>
          )}
          {drop !== null && version !== undefined && <Drop name={object.name} drop={drop} version={version} />}
        </Group>
      </Group>
      <Text size="sm" className="breakable">
        {object.reason}
      </Text>
      <Spoiler maxHeight={0} showLabel="Definition" hideLabel="Hide the definition" mt={6}>
        <Code block>{JSON.stringify(object.definition, null, 2)}</Code>
      </Spoiler>
    </Paper>
  );
}

/** What needs it is told before it goes along: it may be permissions. */
function Drop({ name, drop, version }: { name: string; drop: Command; version: number }) {
  const { busy, make } = useChange();
  const [dependents, setDependents] = useState<string | null>(null);
  const done = `${name} was dropped`;
  const wider = cascading(drop);
  const close = () => setDependents(null);
  return (
    <>
      <Confirmed
        label="Drop"
        question="Drop it from the metadata?"
        busy={busy}
        onConfirm={() =>
          make(drop, version, done, (error) => {
            const dependent = error.code === "dependency-error" && wider !== null;
            if (dependent) {
              setDependents(error.message);
            }
            return dependent;
          })
        }
      >
        {name}. If something that is served needs it, you are told before that goes, too. Nothing is changed in the
        databases.
      </Confirmed>
      <Question
        opened={dependents !== null}
        title="Something depends on it"
        action="Drop it all"
        onCancel={close}
        onConfirm={() => {
          close();
          if (wider !== null) {
            void make(wider, version, done);
          }
        }}
      >
        <Text size="sm" className="breakable">
          {dependents}
        </Text>
        <Text size="sm" mt="sm">
          They can leave the metadata along with it; permissions, too.
        </Text>
      </Question>
    </>
  );
}
