import { Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TableView } from "../metadata/types.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { FormEnd } from "../parts/FormEnd.tsx";
import { Pairs } from "../parts/Pairs.tsx";
import { RelationshipType } from "../parts/RelationshipType.tsx";
import { TablePicker } from "../parts/TablePicker.tsx";
import { UnsavedGuard } from "../parts/guard.tsx";
import { Advanced } from "../remotes/relationship/Advanced.tsx";
import { missing, suggestedName, type RelationshipDraft } from "./relationship.ts";
import type { ObjectType } from "./types.ts";

interface Props {
  type: ObjectType;
  initial: RelationshipDraft;
  busy: boolean;
  onSave(draft: RelationshipDraft): void;
  onCancel(): void;
}

/** *Relationship type*, *relationship name*, *reference schema*, *reference table*, *From*, *To*, *Save*. */
export function RelationshipForm({ type, initial, busy, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(initial);
  const [named, setNamed] = useState(initial.name !== "");
  const view = useAsk<TableView>(
    "dovetail_get_table",
    { source: draft.source, table: draft.table },
    { enabled: draft.table !== null },
  );
  const columns = draft.table === null ? [] : (view.data?.columns ?? []).map((column) => column.name);
  const problem = missing(draft, type);

  /** As long as the user has given no name, one is made of where it leads. */
  function put(part: Partial<RelationshipDraft>) {
    const next = { ...draft, ...part };
    const name = named || next.table === null ? next.name : suggestedName(next.table, next.type, type);
    setDraft({ ...next, name });
  }

  return (
    <Stack gap="sm">
      <UnsavedGuard when={JSON.stringify(draft) !== JSON.stringify(initial) && !busy} />
      <Group grow align="flex-start">
        <RelationshipType value={draft.type} onChange={(type) => put({ type })} />
        <TextInput
          label="Relationship name"
          placeholder="user"
          value={draft.name}
          spellCheck={false}
          onChange={(event) => {
            setNamed(event.currentTarget.value !== "");
            setDraft({ ...draft, name: event.currentTarget.value });
          }}
        />
      </Group>
      <TablePicker
        source={draft.source}
        table={draft.table}
        onSource={(source) => put({ source, pairs: [] })}
        onChange={(table) => put({ table, pairs: draft.pairs.map((pair) => ({ ...pair, to: "" })) })}
      />
      <Pairs
        from={type.fields.map((field) => field.name)}
        to={draft.table === null ? null : columns}
        pairs={draft.pairs}
        onChange={(pairs) => put({ pairs })}
      />
      <Advanced partial={draft.partial} onPartial={(partial) => put({ partial })} />
      <FormEnd busy={busy} problem={problem} onSave={() => onSave(draft)} onCancel={onCancel} />
    </Stack>
  );
}
