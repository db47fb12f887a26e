import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { segment } from "../../metadata/names.ts";
import type { Overview } from "../../metadata/types.ts";
import { useAsk, useChange } from "../../metadata/useEngine.ts";
import { SAVED, UnsavedGuard } from "../../parts/guard.tsx";
import { Heading } from "../../parts/Heading.tsx";
import { Loaded } from "../../parts/Loaded.tsx";
import { configurationOf, customizationOf, NO_SOURCE, problemOf } from "./settings.ts";
import { SourceFields } from "./SourceFields.tsx";

export function ConnectSource() {
  const overview = useAsk<Overview>("dovetail_get_overview");
  return (
    <>
      <Heading above="Data" title="Connect a database" />
      <div className="page-body form">
        <Loaded query={overview}>{(now) => <Form version={now.resource_version} />}</Loaded>
      </div>
    </>
  );
}

function Form({ version }: { version: number }) {
  const { busy, make } = useChange();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(NO_SOURCE);
  const problem = problemOf(draft);

  async function connect() {
    const args = {
      name: draft.name.trim(),
      configuration: configurationOf(draft),
      customization: customizationOf(draft),
    };
    if (await make({ type: "pg_add_source", args }, version, `${args.name} is connected`)) {
      void navigate(`/data/${segment(args.name)}`, SAVED);
    }
  }

  return (
    <>
      {draft !== NO_SOURCE && <UnsavedGuard when={!busy} />}
      <SourceFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} />
      <Group>
        <Button loading={busy} disabled={problem !== null} onClick={() => void connect()}>
          Connect
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {problem}
        </Text>
      </Group>
    </>
  );
}
