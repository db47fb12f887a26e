import { Checkbox, Group, MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TableView } from "../../metadata/types.ts";
import { createIndex, dropIndex, type IndexDraft } from "./alter.ts";
import { Constraints } from "./Constraints.tsx";
import type { Described } from "./describe.ts";
import { Proposal } from "./Proposal.tsx";

interface Props {
  source: string;
  view: TableView;
  facts: Described;
}

export function Indexes({ source, view, facts }: Props) {
  return (
    <Constraints
      title="Indexes"
      hint="They find rows quickly. Those of keys go with their keys."
      source={source}
      one="index"
      items={facts.indexes.map(({ name, definition, owned }) => ({
        name,
        definition: definition.replace(/^.*? USING /, ""),
        drop: owned ? null : dropIndex(view.table.schema, name),
      }))}
      form={(close) => <NewIndex source={source} view={view} facts={facts} onClose={close} />}
    />
  );
}

const METHODS = ["btree", "hash", "gin", "gist", "spgist", "brin"];

function NewIndex({ source, view, facts, onClose }: Props & { onClose(): void }) {
  const [draft, setDraft] = useState<IndexDraft>({
    name: "",
    columns: [],
    method: "btree",
    unique: false,
    condition: "",
  });
  const put = (part: Partial<IndexDraft>) => setDraft({ ...draft, ...part });
  const empty = draft.columns.length === 0;
  return (
    <Stack gap="sm">
      <Group grow align="flex-start">
        <TextInput
          label="Index name"
          placeholder="Postgres finds one"
          value={draft.name}
          spellCheck={false}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
        <Select
          label="Type"
          data={METHODS}
          value={draft.method}
          allowDeselect={false}
          onChange={(method) => put({ method: method ?? "btree" })}
        />
      </Group>
      <MultiSelect
        label="Columns"
        data={facts.columns.map((column) => column.name)}
        value={draft.columns}
        onChange={(columns) => put({ columns })}
      />
      <TextInput
        label="Only rows where"
        placeholder="All rows, if there is no condition"
        value={draft.condition}
        spellCheck={false}
        classNames={{ input: "code-area" }}
        onChange={(event) => put({ condition: event.currentTarget.value })}
      />
      <Checkbox
        label="Unique: no two rows have the same values"
        checked={draft.unique}
        onChange={(event) => put({ unique: event.currentTarget.checked })}
      />
      <Proposal
        source={source}
        statement={empty ? "" : createIndex(view.table, draft)}
        problem={empty ? "Choose columns." : null}
        label="Add"
        done="The index was made"
        onDone={onClose}
        onCancel={onClose}
      />
    </Stack>
  );
}
