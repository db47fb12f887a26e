import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useChange } from "../metadata/useEngine.ts";
import { Begun } from "../parts/Begun.tsx";
import { UnsavedGuard } from "../parts/guard.tsx";
import { drafted, saved, type TransformDraft } from "./transform.ts";
import { Request, Response } from "./TransformFields.tsx";
import { TransformPreview } from "./TransformPreview.tsx";
import type { ActionView } from "./types.ts";

/** `Actions → [action] → Transforms`: what the handler is sent instead, and what is made of its answer. */
export function ActionTransforms({ view }: { view: ActionView }) {
  const [saves, setSaves] = useState(0);
  return (
    <Begun key={saves} data={view}>
      {(begun) => <Form view={begun} onSaved={() => setSaves(saves + 1)} />}
    </Begun>
  );
}

function Form({ view, onSaved }: { view: ActionView; onSaved(): void }) {
  const { action, resource_version } = view;
  const initial = drafted(action.definition);
  const [draft, setDraft] = useState(initial);
  const { busy, make } = useChange();
  const dirty = JSON.stringify(draft) !== JSON.stringify(initial);

  function put(part: Partial<TransformDraft>) {
    setDraft({ ...draft, ...part });
  }

  return (
    <div className="halves">
      <Stack gap="lg">
        <UnsavedGuard when={dirty && !busy} />
        <Request draft={draft} put={put} />
        <Response draft={draft} put={put} />
        <Group>
          <Button
            loading={busy}
            disabled={!dirty}
            onClick={async () => {
              if (await make(saved(action, draft), resource_version, `The action ${action.name} was saved`)) {
                onSaved();
              }
            }}
          >
            Save
          </Button>
          {dirty && (
            <Button variant="default" onClick={() => setDraft(initial)}>
              Discard
            </Button>
          )}
        </Group>
      </Stack>
      <TransformPreview view={view} draft={draft} />
    </div>
  );
}
