import { Group, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAsk } from "../metadata/useEngine.ts";
import { FormEnd } from "../parts/FormEnd.tsx";
import { Pairs } from "../parts/Pairs.tsx";
import { UnsavedGuard } from "../parts/guard.tsx";
import { Advanced, ListOfInputs, ListOfKeys } from "../remotes/relationship/Advanced.tsx";
import { leavesOf, useRoots } from "../remotes/relationship/useRoots.ts";
import { missing, type ElsewhereDraft } from "./elsewhere.ts";
import type { ActionPage, ActionView, ObjectType } from "./types.ts";

interface Props {
  type: ObjectType;
  initial: ElsewhereDraft;
  busy: boolean;
  onSave(draft: ElsewhereDraft): void;
  onCancel(): void;
}

const MOST = 1000;

/** A relationship to a remote schema or to an action: where it leads, and what goes into which argument. */
export function ElsewhereForm({ type, initial, busy, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(initial);
  const remote = draft.to === "remote";
  const remotes = useAsk<{ remote_schemas: { name: string }[] }>(
    "dovetail_list_remote_schemas",
    { limit: MOST },
    { enabled: remote },
  );
  const actions = useAsk<ActionPage>("dovetail_list_actions", { limit: MOST }, { enabled: !remote });
  const chosen = draft.target !== "";
  const action = useAsk<ActionView>("dovetail_get_action", { name: draft.target }, { enabled: !remote && chosen });
  const fields = useRoots(remote ? draft.target : "");
  const given = remote
    ? (fields?.[draft.field]?.args.map((each) => each.name) ?? null)
    : (action.data?.action.definition.arguments?.map((each) => each.name) ?? null);
  const problem = missing(draft, type);

  function put(part: Partial<ElsewhereDraft>) {
    setDraft({ ...draft, ...part });
  }

  return (
    <Stack gap="sm">
      <UnsavedGuard when={JSON.stringify(draft) !== JSON.stringify(initial) && !busy} />
      <Group grow align="flex-start">
        <Select
          label={remote ? "Remote schema" : "Action"}
          placeholder="Choose"
          searchable
          data={(remote ? remotes.data?.remote_schemas : actions.data?.actions)?.map((each) => each.name) ?? []}
          value={draft.target || null}
          onChange={(target) => put({ target: target ?? "", field: "", pairs: [] })}
        />
        {remote && (
          <Select
            label="Field"
            placeholder="Choose"
            searchable
            data={Object.keys(fields ?? {})}
            value={draft.field || null}
            onChange={(field) => put({ field: field ?? "", pairs: [], name: draft.name || (field ?? "") })}
          />
        )}
        <TextInput
          label="Relationship name"
          value={draft.name}
          spellCheck={false}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
      </Group>
      <Pairs
        from={type.fields.map((field) => field.name)}
        to={given ?? []}
        pairs={draft.pairs}
        onChange={(pairs) => put({ pairs })}
      />
      <Advanced
        partial={draft.partial}
        onPartial={(partial) => put({ partial })}
        more={draft.batch || draft.keys !== null}
      >
        {remote ? (
          <ListOfKeys fields={leavesOf(fields?.[draft.field])} batch={draft.keys} onChange={(keys) => put({ keys })} />
        ) : (
          <ListOfInputs batch={draft.batch} onChange={(batch) => put({ batch })} />
        )}
      </Advanced>
      <FormEnd busy={busy} problem={problem} onSave={() => onSave(draft)} onCancel={onCancel} />
    </Stack>
  );
}
