import { Group, Select, Stack } from "@mantine/core";
import type { TableView } from "../../metadata/types.ts";
import { useAsk } from "../../metadata/useEngine.ts";
import { Pairs } from "../../parts/Pairs.tsx";
import { TablePicker } from "../../parts/TablePicker.tsx";
import { REACTIONS, type Reaction } from "./ddl.ts";
import type { KeyInMind } from "./keyInMind.ts";

interface Props {
  source: string;
  columns: string[];
  draft: KeyInMind;
  onChange(draft: KeyInMind): void;
}

export function ForeignKeyFields({ source, columns, draft, onChange }: Props) {
  const { table } = draft;
  const other = useAsk<TableView>("dovetail_get_table", { source, table }, { enabled: table !== null });
  const put = (part: Partial<KeyInMind>) => onChange({ ...draft, ...part });
  return (
    <Stack gap="sm">
      <TablePicker
        source={source}
        table={table}
        untracked
        onChange={(chosen) => put({ table: chosen, pairs: draft.pairs.map((pair) => ({ ...pair, to: "" })) })}
      />
      <Pairs
        from={columns}
        to={table === null ? null : (other.data?.columns ?? []).map((column) => column.name)}
        pairs={draft.pairs}
        onChange={(pairs) => put({ pairs })}
      />
      <Group grow>
        <Select
          label="When the other row's key changes"
          data={[...REACTIONS]}
          value={draft.onUpdate}
          allowDeselect={false}
          onChange={(value) => put({ onUpdate: (value ?? "restrict") as Reaction })}
        />
        <Select
          label="When the other row is deleted"
          data={[...REACTIONS]}
          value={draft.onDelete}
          allowDeselect={false}
          onChange={(value) => put({ onDelete: (value ?? "restrict") as Reaction })}
        />
      </Group>
    </Stack>
  );
}
