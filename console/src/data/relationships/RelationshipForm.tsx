import { Group, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TableRef } from "../../metadata/names.ts";
import type { TableView } from "../../metadata/types.ts";
import { useAsk, useChange } from "../../metadata/useEngine.ts";
import { FormEnd } from "../../parts/FormEnd.tsx";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { Pairs } from "../../parts/Pairs.tsx";
import { RelationshipType } from "../../parts/RelationshipType.tsx";
import { TablePicker } from "../../parts/TablePicker.tsx";

interface Props {
  source: string;
  view: TableView;
  taken: string[];
  onDone(): void;
}

/** A relationship by hand: columns of this table held against columns of another. */
export function RelationshipForm({ source, view, taken, onDone }: Props) {
  const [kind, setKind] = useState<"object" | "array">("object");
  const [name, setName] = useState("");
  const [table, setTable] = useState<TableRef | null>(null);
  const [pairs, setPairs] = useState<{ from: string; to: string }[]>([]);
  const { busy, make } = useChange();
  const other = useAsk<TableView>("dovetail_get_table", { source, table }, { enabled: table !== null });
  const filled = pairs.filter((pair) => pair.from !== "" && pair.to !== "");
  const problem = missing();

  function missing(): string | null {
    if (taken.includes(name)) {
      return "There is a relationship of this name already.";
    }
    return name !== "" && table !== null && filled.length > 0
      ? null
      : "A name, a table and at least one pair of columns.";
  }

  async function save() {
    const mapping = Object.fromEntries(filled.map((pair) => [pair.from, pair.to]));
    const using = { manual_configuration: { remote_table: table, column_mapping: mapping } };
    const type = kind === "object" ? "pg_create_object_relationship" : "pg_create_array_relationship";
    if (
      await make({ type, args: { source, table: view.table, name, using } }, view.resource_version, `${name} was saved`)
    ) {
      onDone();
    }
  }

  return (
    <Stack gap="sm" className="inset" role="form" aria-label="Add a relationship">
      <UnsavedGuard when={(name !== "" || table !== null) && !busy} />
      <Group grow align="flex-start">
        <RelationshipType value={kind} onChange={setKind} />
        <TextInput
          label="Relationship name"
          value={name}
          spellCheck={false}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Group>
      <TablePicker
        source={source}
        table={table}
        onChange={(chosen) => {
          setTable(chosen);
          setPairs(pairs.map((pair) => ({ ...pair, to: "" })));
        }}
      />
      <Pairs
        from={(view.columns ?? []).map((column) => column.name)}
        to={table === null ? null : (other.data?.columns ?? []).map((column) => column.name)}
        pairs={pairs}
        onChange={setPairs}
      />
      <FormEnd busy={busy} problem={problem} onSave={save} onCancel={onDone} />
    </Stack>
  );
}
