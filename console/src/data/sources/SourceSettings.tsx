import { Badge, Button, Group, Text } from "@mantine/core";
import { RefreshCw } from "lucide-react";
import { useNavigate } from "react-router";
import { segment } from "../../metadata/names.ts";
import type { Overview, Versioned } from "../../metadata/types.ts";
import { useAsk, useChange } from "../../metadata/useEngine.ts";
import { Confirmed } from "../../parts/Confirmed.tsx";
import { SAVED, UnsavedGuard } from "../../parts/guard.tsx";
import { Loaded } from "../../parts/Loaded.tsx";
import { Section } from "../schema/Section.tsx";
import { useDraft } from "../useDraft.ts";
import { configurationOf, customizationOf, draftOf, problemOf, type SourceSettings as Settings } from "./settings.ts";
import { SourceFields } from "./SourceFields.tsx";

interface Answer extends Versioned {
  metadata: Settings;
}

/** How a database is, how it is reached, and how one gets rid of it. */
export function SourceSettings({ source }: { source: string }) {
  const query = useAsk<Answer>("dovetail_get_source", { source });
  return (
    <div className="form">
      <Health source={source} />
      <Loaded query={query}>
        {({ metadata, resource_version: version }) => <Form version={version} before={metadata} />}
      </Loaded>
    </div>
  );
}

function Health({ source }: { source: string }) {
  const overview = useAsk<Overview>("dovetail_get_overview");
  const { busy, make } = useChange();
  const state = overview.data?.sources.find((each) => each.name === source);
  if (!state || !overview.data) {
    return null;
  }
  const version = overview.data.resource_version;
  const args = { reload_sources: [source], reload_remote_schemas: false };
  return (
    <Section
      title="Health"
      action={
        <Button
          size="xs"
          variant="default"
          loading={busy}
          leftSection={<RefreshCw size={14} />}
          onClick={() => make({ type: "reload_metadata", args }, version, `${source} was read anew`)}
        >
          Reload
        </Button>
      }
    >
      <Group gap="sm">
        <Badge variant="dot" color={state.connected ? "teal" : "red"}>
          {state.connected ? "connected" : "not connected"}
        </Badge>
        {state.database_version !== undefined && <Text size="sm">Postgres {state.database_version}</Text>}
        <Text size="sm" c="dimmed">
          {state.tables} tables, {state.tracked_tables} of them tracked; {state.functions} functions,{" "}
          {state.native_queries}
          {" native queries"}
        </Text>
      </Group>
      {state.reason !== undefined && (
        <Text size="sm" c="red" mt="xs" className="breakable">
          {state.reason}
        </Text>
      )}
    </Section>
  );
}

function Form({ version, before }: { version: number; before: Settings }) {
  const navigate = useNavigate();
  const { draft, put, dirty, busy, save: make } = useDraft(() => draftOf(before), version);
  const problem = problemOf(draft);
  const { name } = before;
  const renamed = draft.name.trim() !== name;

  async function save() {
    const args = { name, configuration: configurationOf(draft, before), customization: customizationOf(draft) };
    const rename = { type: "rename_source", args: { name, new_name: draft.name.trim() } };
    const commands = [{ type: "pg_update_source", args }, ...(renamed ? [rename] : [])];
    if ((await make(commands, `${draft.name.trim()} was saved`)) && renamed) {
      void navigate(`/data/${segment(draft.name.trim())}/settings`, SAVED);
    }
  }

  return (
    <>
      {dirty && <UnsavedGuard when={!busy} />}
      <SourceFields draft={draft} onChange={put} />
      <Group justify="space-between">
        <Group>
          <Button loading={busy} disabled={problem !== null || !dirty} onClick={() => void save()}>
            Save
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {problem}
          </Text>
        </Group>
        <Confirmed
          label="Disconnect"
          question={`Disconnect ${name}?`}
          typed={name}
          busy={busy}
          size="sm"
          onConfirm={async () => {
            const command = { type: "pg_drop_source", args: { name, cascade: true } };
            if (await make(command, `${name} was disconnected`)) {
              void navigate("/data", SAVED);
            }
          }}
        >
          Its tables, relationships and permissions leave the metadata. The database itself stays as it is.
        </Confirmed>
      </Group>
    </>
  );
}
