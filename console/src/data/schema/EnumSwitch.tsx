import { Switch } from "@mantine/core";
import type { TableView } from "../../metadata/types.ts";
import { useChange } from "../../metadata/useEngine.ts";
import { Section } from "./Section.tsx";

const HINT =
  "The rows become the values of a GraphQL enum, and columns that point here take only those. The table needs a text " +
  "column as its primary key, at most one other text column for descriptions, and a row.";

/** Makes an enumeration of the table's rows. */
export function EnumSwitch({ source, view }: { source: string; view: TableView }) {
  const { busy, make } = useChange();
  const isEnum = view.metadata?.is_enum === true;
  return (
    <Section title="Enum" hint={HINT}>
      <Switch
        label="Use the table as an enum"
        checked={isEnum}
        disabled={busy}
        onChange={(event) => {
          const args = { source, table: view.table, is_enum: event.currentTarget.checked };
          const done = args.is_enum ? "The table is an enum" : "The table is no enum any more";
          void make({ type: "pg_set_table_is_enum", args }, view.resource_version, done);
        }}
      />
    </Section>
  );
}
