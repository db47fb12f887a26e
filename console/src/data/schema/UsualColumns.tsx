import { Button, Menu } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import type { ColumnDraft } from "./ddl.ts";
import { USUAL_COLUMNS } from "./usual.ts";

/** Columns that almost every table has. */
export function UsualColumns({ onChoose }: { onChoose(column: ColumnDraft, key: boolean): void }) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="xs" variant="default" rightSection={<ChevronDown size={14} />}>
          Frequently used columns
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {USUAL_COLUMNS.map(({ label, column, key = false }) => (
          <Menu.Item key={label} onClick={() => onChoose(column, key)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
