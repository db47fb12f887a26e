import { SegmentedControl, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { CodeArea } from "../../parts/CodeArea.tsx";
import { FormEnd } from "../../parts/FormEnd.tsx";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { Advanced, ListOfInputs } from "./Advanced.tsx";
import { begun, entryOf, problemOf, type Entry, type RelationshipDraft } from "./draft.ts";
import { definitionOf, type Target } from "./target.ts";
import { BatchOfKeys, ToAction, ToRemote, ToTable } from "./Targets.tsx";

interface Props {
  initial: RelationshipDraft;
  /** What is changed, whose other keys stay; null for a new one. */
  before: Entry | null;
  /** The fields of the type it starts at. */
  fields: string[];
  /** The names of other relationships, where the engine does not refuse them. */
  taken?: string[];
  busy: boolean;
  onSave(entry: Entry): void;
  onCancel(): void;
}

const KINDS = [
  { value: "table", label: "Table" },
  { value: "remote", label: "Remote schema" },
  { value: "action", label: "Action" },
  { value: "json", label: "JSON" },
];

/** From a type of a remote schema to a table, a remote schema or an action. */
export function RelationshipForm({ initial, before, fields, taken = [], busy, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(initial);
  const { name, target, partial } = draft;
  const exists = initial.name !== "";
  const entry = entryOf(draft, before);
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
        onChange={(kind) => put(begun(kind, definitionOf(target), definitionOf(initial.target)))}
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
      <Advanced
        partial={partial}
        onPartial={(next) => setDraft({ ...draft, partial: next })}
        more={"batch" in target && Boolean(target.batch)}
      >
        {target.kind === "remote" && <BatchOfKeys target={target} onChange={put} />}
        {target.kind === "action" && (
          <ListOfInputs batch={target.batch} onChange={(batch) => put({ ...target, batch })} />
        )}
      </Advanced>
      <FormEnd busy={busy} problem={problem} onSave={() => entry !== null && onSave(entry)} onCancel={onCancel} />
    </Stack>
  );
}
