import { Group, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { TableRef } from "../metadata/names.ts";
import type { Overview, TablePage } from "../metadata/types.ts";
import { useAsk } from "../metadata/useEngine.ts";

interface Props {
  source: string;
  table: TableRef | null;
  /** Also tables that are not tracked. */
  untracked?: boolean;
  onSource?: (source: string) => void;
  onChange(table: TableRef | null): void;
}

const TYPING_MILLIS = 150;

/** *Reference schema* and *reference table*, of tracked tables; the tables are searched by the engine. */
export function TablePicker({ source, table, untracked = false, onSource, onChange }: Props) {
  const [schema, setSchema] = useState(table?.schema ?? "public");
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, TYPING_MILLIS);
  const overview = useAsk<Overview>("dovetail_get_overview");
  const wanted = search === table?.name ? "" : search;
  const tables = useAsk<TablePage>(
    "dovetail_list_tables",
    { source, schema, ...(untracked ? {} : { tracked: true }), search: wanted, limit: 50 },
    { keep: true },
  );
  const schemas = (tables.data?.schemas ?? []).filter((each) => untracked || each.tracked > 0).map((each) => each.name);
  const names = (tables.data?.tables ?? []).map((row) => row.table.name);
  const sources = overview.data?.sources ?? [];
  return (
    <Group grow align="flex-start">
      {onSource && sources.length > 1 && (
        <Select
          label="Reference database"
          data={sources.map((each) => each.name)}
          value={source}
          allowDeselect={false}
          onChange={(value) => {
            onSource(value ?? source);
            onChange(null);
          }}
        />
      )}
      <Select
        label="Reference schema"
        data={schemas.includes(schema) ? schemas : [schema, ...schemas]}
        value={schema}
        allowDeselect={false}
        onChange={(value) => {
          setSchema(value ?? "public");
          onChange(null);
        }}
      />
      <Select
        label="Reference table"
        placeholder="Choose or search"
        searchable
        clearable
        data={table !== null && !names.includes(table.name) ? [table.name, ...names] : names}
        filter={({ options }) => options}
        value={table?.name ?? null}
        onSearchChange={setTyped}
        nothingFoundMessage={untracked ? "No table has such a name" : "No tracked table has such a name"}
        onChange={(name) => onChange(name === null ? null : { schema, name })}
      />
    </Group>
  );
}
