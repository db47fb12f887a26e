import { Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TableView } from "../metadata/types.ts";
import { useChange } from "../metadata/useEngine.ts";
import { CodeArea } from "../parts/CodeArea.tsx";
import { UnsavedGuard } from "../parts/guard.tsx";
import { ColumnChoice } from "./ColumnChoice.tsx";
import { FilterField } from "./FilterField.tsx";
import { draftOf, dropCommand, entryOf, faulty, saveCommands } from "./permission.ts";
import type { PermissionDraft, PermissionKind } from "./permission.ts";

interface Props {
  source: string;
  view: TableView;
  role: string;
  kind: PermissionKind;
  onClose(): void;
}

const VERBS = { insert: "insert", select: "see", update: "change", delete: "delete" };

export function PermissionForm({ source, view, role, kind, onClose }: Props) {
  const entry = entryOf(view.metadata, kind, role);
  const [initial] = useState(() => draftOf(view, kind, entry));
  const [draft, setDraft] = useState(initial);
  const { busy, make } = useChange();
  const problem = faulty(draft);
  const dirty = entry === undefined || JSON.stringify(draft) !== JSON.stringify(initial);
  const names = (view.columns ?? []).map((column) => column.name);
  const put = (part: Partial<PermissionDraft>) => setDraft({ ...draft, ...part });

  return (
    <Stack gap="lg">
      <UnsavedGuard when={JSON.stringify(draft) !== JSON.stringify(initial) && !busy} />
      {kind !== "insert" && (
        <FilterField
          label={`Which rows ${role} may ${VERBS[kind]}`}
          source={source}
          view={view}
          text={draft.filter}
          onChange={(filter) => put({ filter })}
        />
      )}
      {kind === "insert" && (
        <FilterField
          label={`What must hold of a row that ${role} inserts`}
          source={source}
          view={view}
          text={draft.check}
          onChange={(check) => put({ check })}
        />
      )}
      {kind === "update" && (
        <CodeArea
          label="What must hold of a row once it is changed"
          description="A filter as JSON; null if nothing is demanded"
          minRows={1}
          value={draft.check}
          onChange={(check) => put({ check })}
        />
      )}
      {kind !== "delete" && (
        <ColumnChoice names={names} chosen={draft.columns} onChange={(columns) => put({ columns })} />
      )}
      {kind === "select" && (
        <Group align="flex-end" gap="xl">
          <TextInput
            label="At most so many rows"
            inputMode="numeric"
            size="xs"
            value={draft.limit}
            onChange={(event) => put({ limit: event.currentTarget.value.trim() })}
          />
          <Checkbox
            label="May aggregate: count, sum and the like"
            checked={draft.aggregations}
            onChange={(event) => put({ aggregations: event.currentTarget.checked })}
          />
        </Group>
      )}
      {(kind === "insert" || kind === "update") && (
        <CodeArea
          label="Column presets"
          description='Values that are set whatever the client says: {"author_id": "X-Hasura-User-Id"}'
          minRows={1}
          value={draft.set}
          onChange={(set) => put({ set })}
        />
      )}
      {kind !== "select" && (
        <Checkbox
          label="Only through a backend, which knows the admin secret"
          checked={draft.backendOnly}
          onChange={(event) => put({ backendOnly: event.currentTarget.checked })}
        />
      )}
      <Group>
        <Button
          loading={busy}
          disabled={problem !== null || !dirty}
          onClick={() =>
            make(
              saveCommands(source, view, kind, role, draft),
              view.resource_version,
              `The permission of ${role} to ${kind} was saved`,
            )
          }
        >
          Save
        </Button>
        {entry !== undefined && (
          <Button
            variant="light"
            color="red"
            loading={busy}
            onClick={() =>
              make(dropCommand(source, view, kind, role), view.resource_version, `${role} may no longer ${kind}`)
            }
          >
            Delete
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {problem}
        </Text>
      </Group>
    </Stack>
  );
}
