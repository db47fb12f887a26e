import { ActionIcon, Button, Menu } from "@mantine/core";
import { CornerDownRight, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";

interface Props {
  /** Null where the database allows no such thing. */
  onEdit: (() => void) | null;
  onDelete: (() => void) | null;
  busy: boolean;
  /** The rows of other tables that point here. */
  pointing: { name: string; to: string }[];
}

/** What can be done with one row. */
export function RowActions({ onEdit, onDelete, busy, pointing }: Props) {
  return (
    <>
      {onEdit && (
        <ActionIcon variant="subtle" size="sm" aria-label="Edit" onClick={onEdit}>
          <Pencil size={14} />
        </ActionIcon>
      )}
      {onDelete && <Deletion busy={busy} onDelete={onDelete} />}
      {pointing.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Rows that point here">
              <CornerDownRight size={14} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Rows that point here</Menu.Label>
            {pointing.map((each) => (
              <Menu.Item key={each.to} component={Link} to={each.to}>
                <bdi>{each.name}</bdi>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

/** A second click deletes: to ask in a window each time would be tiresome. */
function Deletion({ busy, onDelete }: { busy: boolean; onDelete: () => void }) {
  const [asked, setAsked] = useState(false);
  return asked ? (
    <Button size="compact-xs" color="red" loading={busy} onClick={onDelete} onBlur={() => setAsked(false)} autoFocus>
      Delete
    </Button>
  ) : (
    <ActionIcon variant="subtle" color="red" size="sm" aria-label="Delete" onClick={() => setAsked(true)}>
      <Trash2 size={14} />
    </ActionIcon>
  );
}
