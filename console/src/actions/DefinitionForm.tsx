import { Stack } from "@mantine/core";
import { useState } from "react";
import { CodeArea } from "../parts/CodeArea.tsx";
import { FormEnd } from "../parts/FormEnd.tsx";
import { UnsavedGuard } from "../parts/guard.tsx";
import type { TypeRelationship } from "./types.ts";

interface Props {
  initial: TypeRelationship;
  busy: boolean;
  onSave(relationship: TypeRelationship): void;
  onCancel(): void;
}

/** A relationship as the metadata has it, for what no form shows: constants, fields beneath fields, batches. */
export function DefinitionForm({ initial, busy, onSave, onCancel }: Props) {
  const before = JSON.stringify(initial, null, 2);
  const [text, setText] = useState(before);
  const read = parsed(text);
  return (
    <Stack gap="sm">
      <UnsavedGuard when={text !== before && !busy} />
      <CodeArea
        label="Definition"
        minRows={8}
        value={text}
        onChange={setText}
        error={read === null ? "This is no JSON object with a name." : null}
      />
      <FormEnd
        busy={busy}
        problem={null}
        idle={read === null}
        onSave={() => read && onSave(read)}
        onCancel={onCancel}
      />
    </Stack>
  );
}

function parsed(text: string): TypeRelationship | null {
  try {
    const read = JSON.parse(text) as { name?: unknown } | null;
    return typeof read?.name === "string" ? (read as TypeRelationship) : null;
  } catch {
    return null;
  }
}
