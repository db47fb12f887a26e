import { Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { UnsavedGuard } from "../parts/guard.tsx";
import { HeaderRows } from "../parts/HeaderRows.tsx";
import { CustomizationFields } from "./CustomizationFields.tsx";
import { incomplete, type RemoteDraft } from "./draft.ts";

interface Props {
  initial: RemoteDraft;
  /** Whether it exists, and so keeps its name. */
  exists: boolean;
  busy: boolean;
  onSave(draft: RemoteDraft): void;
}

export function RemoteForm({ initial, exists, busy, onSave }: Props) {
  const [draft, setDraft] = useState(initial);
  const dirty = JSON.stringify(draft) !== JSON.stringify(initial);
  const problem = incomplete(draft);
  function put(part: Partial<RemoteDraft>) {
    setDraft({ ...draft, ...part });
  }
  return (
    <Stack gap="lg" className="form">
      <UnsavedGuard when={dirty && !busy} />
      <TextInput
        label="Name"
        value={draft.name}
        disabled={exists}
        spellCheck={false}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <div>
        <Group align="flex-end" wrap="nowrap">
          <TextInput
            label="GraphQL server"
            description={draft.from === "url" ? "{{VARIABLE}} stands for a variable of the engine's environment" : null}
            placeholder={draft.from === "url" ? "https://profiles.example.com/graphql" : "PROFILES_URL"}
            flex={1}
            value={draft.address}
            spellCheck={false}
            onChange={(event) => put({ address: event.currentTarget.value })}
          />
          <SegmentedControl
            aria-label="Where the address comes from"
            data={[
              { value: "url", label: "Address" },
              { value: "env", label: "Variable" },
            ]}
            value={draft.from}
            onChange={(from) => put({ from: from === "env" ? "env" : "url" })}
          />
        </Group>
      </div>
      <HeaderRows headers={draft.headers} onChange={(headers) => put({ headers })} />
      <Checkbox
        label="Forward the client's headers"
        checked={draft.forwardClientHeaders}
        onChange={(event) => put({ forwardClientHeaders: event.currentTarget.checked })}
      />
      <Group grow align="flex-start">
        <TextInput
          label="Timeout"
          description="In seconds; 60 if nothing is said"
          inputMode="numeric"
          value={draft.timeout}
          onChange={(event) => put({ timeout: event.currentTarget.value.trim() })}
        />
        <TextInput
          label="Comment"
          description="For those who work with this console"
          value={draft.comment}
          onChange={(event) => put({ comment: event.currentTarget.value })}
        />
      </Group>
      <CustomizationFields customization={draft.customization} onChange={(customization) => put({ customization })} />
      <Group className="form-foot">
        <Button loading={busy} disabled={problem !== null || !dirty} onClick={() => onSave(draft)}>
          {exists ? "Save" : "Add"}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {dirty ? problem : null}
        </Text>
      </Group>
    </Stack>
  );
}
