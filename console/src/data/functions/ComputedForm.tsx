import { Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { sameTable, tableText } from "../../metadata/names.ts";
import type { NamedEntry, TableView } from "../../metadata/types.ts";
import { useAsk } from "../../metadata/useEngine.ts";
import { FormEnd } from "../../parts/FormEnd.tsx";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { useDraft } from "../useDraft.ts";
import { choices, draftOf, NO_FIELD, saveCommands } from "./computed.ts";
import type { FunctionPage } from "./functions.ts";

interface Props {
  source: string;
  view: TableView;
  /** Null for a new one. */
  before: NamedEntry | null;
  onDone(): void;
}

export function ComputedForm({ source, view, before, onDone }: Props) {
  const begin = () => (before === null ? NO_FIELD : draftOf(before));
  const { draft, put, dirty, busy, save } = useDraft(begin, view.resource_version);
  const functions = useAsk<FunctionPage>("dovetail_list_functions", { source, row_of: view.table, limit: 1000 });
  const rows = functions.data?.functions ?? [];
  const chosen = rows.find((row) => draft.function !== null && sameTable(row.function, draft.function));
  const { rows: tables, sessions } = choices(chosen, view.table);
  const problem = draft.name === "" || draft.function === null ? "A name and a function." : null;
  const known = rows.map((row) => JSON.stringify(row.function));
  const value = draft.function === null ? null : JSON.stringify(chosen?.function ?? draft.function);

  const commands = () => saveCommands(source, view.table, draft, before?.name ?? null);

  return (
    <Stack gap="sm" className="inset" role="form" aria-label="Computed field">
      {dirty && <UnsavedGuard when={!busy} />}
      <SimpleGrid cols={2}>
        <TextInput
          label="Field name"
          value={draft.name}
          spellCheck={false}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
        <Select
          label="Function"
          placeholder={rows.length === 0 ? `No function takes a row of ${tableText(view.table)}` : "Choose"}
          searchable
          data={(value === null || known.includes(value) ? known : [value, ...known]).map((each) => ({
            value: each,
            label: tableText(JSON.parse(each) as { schema: string; name: string }),
          }))}
          value={value}
          onChange={(text) =>
            put({ function: text === null ? null : (JSON.parse(text) as { schema: string; name: string }) })
          }
        />
        <Select
          label="Argument that takes the row"
          placeholder="The first"
          data={tables}
          value={draft.tableArgument || null}
          clearable
          onChange={(text) => put({ tableArgument: text ?? "" })}
        />
        <Select
          label="Argument that takes the session"
          placeholder={sessions.length === 0 ? "It takes no json" : "None"}
          data={sessions}
          value={draft.sessionArgument || null}
          clearable
          onChange={(text) => put({ sessionArgument: text ?? "" })}
        />
      </SimpleGrid>
      <TextInput
        label="Description"
        value={draft.comment}
        onChange={(event) => put({ comment: event.currentTarget.value })}
      />
      <FormEnd
        busy={busy}
        problem={problem}
        idle={!dirty}
        onSave={async () => (await save(commands(), `${draft.name} was saved`)) && onDone()}
        onCancel={onDone}
      />
    </Stack>
  );
}
