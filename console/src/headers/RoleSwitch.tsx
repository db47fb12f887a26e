import { Button, Group, Select } from "@mantine/core";
import { Plus } from "lucide-react";
import type { RoleRow, Versioned } from "../metadata/types.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { ROLE, type HeaderRow } from "./headers.ts";
import { withRole, withVariable } from "./role.ts";

interface Props {
  rows: HeaderRow[];
  onChange(rows: HeaderRow[]): void;
  newId(): string;
}

const ADMIN = "admin";

/** Whose rights the requests have, by one choice; the session variables that go with it are rows like all others. */
export function RoleSwitch({ rows, onChange, newId }: Props) {
  const { data } = useAsk<Versioned & { roles: RoleRow[] }>("dovetail_list_roles");
  const row = rows.find((each) => each.on && each.name.trim().toLowerCase() === ROLE);
  const chosen = row?.value.trim() || ADMIN;
  const known = [ADMIN, ...(data?.roles ?? []).map((role) => role.name).filter((name) => name !== ADMIN)];
  return (
    <Group gap="xs" wrap="nowrap" className="role-switch">
      <Select
        aria-label="Ask as"
        size="xs"
        w={180}
        data={known.includes(chosen) ? known : [...known, chosen]}
        value={chosen}
        searchable
        allowDeselect={false}
        maxDropdownHeight={320}
        onChange={(role) => onChange(withRole(rows, role === null || role === ADMIN ? null : role, newId()))}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<Plus size={13} aria-hidden />}
        onClick={() => onChange(withVariable(rows, newId()))}
      >
        Session variable
      </Button>
    </Group>
  );
}
