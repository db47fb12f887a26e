import { Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import type { TableView } from "../metadata/types.ts";
import { CodeArea } from "../parts/CodeArea.tsx";
import { Confirmed } from "../parts/Confirmed.tsx";
import { UnsavedGuard } from "../parts/guard.tsx";
import { ColumnChoice } from "./ColumnChoice.tsx";
import { FilterField } from "./FilterField.tsx";
import { draftOf, dropCommand, entryOf, faulty, saveCommands } from "./permission.ts";
import type { PermissionKind } from "./permission.ts";
import { useDraft } from "./useDraft.ts";

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
  const { draft, put, dirty, busy, save } = useDraft(() => draftOf(view, kind, entry), view.resource_version);
  const problem = faulty(draft);
  const demands = draft.check.trim() !== "null";
  const names = (view.columns ?? []).map((column) => column.name);
  const computed = [...new Set([...(view.graphql?.computed_fields ?? []), ...draft.computed])];

  return (
    <Stack gap="lg">
      <UnsavedGuard when={dirty && !busy} />
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
        <Checkbox
          label="Something must hold of a row once it is changed"
          checked={demands}
          onChange={(event) => put({ check: event.currentTarget.checked ? "{}" : "null" })}
        />
      )}
      {kind === "update" && demands && (
        <FilterField
          label="What must hold of a row once it is changed"
          source={source}
          view={view}
          text={draft.check}
          onChange={(check) => put({ check })}
        />
      )}
      {kind !== "delete" && (
        <ColumnChoice names={names} chosen={draft.columns} onChange={(columns) => put({ columns })} />
      )}
      {kind === "select" && computed.length > 0 && (
        <ColumnChoice
          label="Computed fields"
          names={computed}
          chosen={draft.computed}
          onChange={(chosen) => put({ computed: chosen })}
        />
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
          disabled={problem !== null || (entry !== undefined && !dirty)}
          onClick={() =>
            void save(saveCommands(source, view, kind, role, draft), `The permission of ${role} to ${kind} was saved`)
          }
        >
          Save
        </Button>
        {entry !== undefined && (
          <Confirmed
            label="Delete"
            question={`Delete the permission of ${role} to ${kind}?`}
            busy={busy}
            size="sm"
            onConfirm={() => save([dropCommand(source, view, kind, role)], `${role} may no longer ${kind}`)}
          >
            What it says about rows and columns goes with it.
          </Confirmed>
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
