import { SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { CodeArea } from "../../parts/CodeArea.tsx";
import { FormEnd } from "../../parts/FormEnd.tsx";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { begun, definitionOf, problemOf, type RelationshipDraft, type Target } from "./draft.ts";
import { ToAction, ToRemote, ToTable } from "./Targets.tsx";

interface Props {
  initial: RelationshipDraft;
  /** The fields of the type it starts at. */
  fields: string[];
  /** The names of other relationships, where the engine does not refuse them. */
  taken?: string[];
  busy: boolean;
  onSave(name: string, definition: Record<string, unknown>): void;
  onCancel(): void;
}

const KINDS = [
  { value: "table", label: "Table" },
  { value: "remote", label: "Remote schema" },
  { value: "action", label: "Action" },
  { value: "json", label: "JSON" },
];

/** From a type of a remote schema to a table, a remote schema or an action. */
export function RelationshipForm({ initial, fields, taken = [], busy, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(initial);
  const { name, target } = draft;
  const exists = initial.name !== "";
  const definition = definitionOf(target);
  const problem = problemOf(draft, fields, taken);
  const put = (next: Target) => setDraft({ ...draft, target: next });
  return (
    <Stack gap="sm" className="inset" role="form" aria-label={exists ? `Edit ${initial.name}` : "Add a relationship"}>
      <UnsavedGuard when={JSON.stringify(draft) !== JSON.stringify(initial) && !busy} />
      <TextInput
        label="Relationship name"
        value={name}
        disabled={exists}
        spellCheck={false}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <SegmentedControl
        aria-label="Where it leads"
        data={KINDS}
        value={target.kind}
        onChange={(kind) => put(begun(kind, definition, definitionOf(initial.target)))}
      />
      {target.kind === "table" && <ToTable fields={fields} target={target} onChange={put} />}
      {target.kind === "remote" && <ToRemote fields={fields} target={target} onChange={put} />}
      {target.kind === "action" && <ToAction fields={fields} target={target} onChange={put} />}
      {target.kind === "json" && (
        <CodeArea
          label="Definition"
          description="As the metadata has it: to_source, to_remote_schema or to_action"
          value={target.json}
          onChange={(json) => put({ kind: "json", json })}
        />
      )}
      <FormEnd
        busy={busy}
        problem={problem}
        onSave={() => definition !== null && onSave(name, definition)}
        onCancel={onCancel}
      />
    </Stack>
  );
}
