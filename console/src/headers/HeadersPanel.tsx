import { ActionIcon, Autocomplete, Badge, Checkbox, Collapse } from "@mantine/core";
import { Group, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { ChevronRight, Eye, EyeOff, Trash2 } from "lucide-react";
import { useState } from "react";
import { RoleSwitch } from "./RoleSwitch.tsx";
import { actor, fault, isSensitive, KNOWN_NAMES, sent, type HeaderRow } from "./headers.ts";

interface Props {
  rows: HeaderRow[];
  onChange(rows: HeaderRow[]): void;
  secretNeeded: boolean;
}

const EMPTY = { name: "", value: "", on: true };

export function HeadersPanel({ rows, onChange, secretNeeded }: Props) {
  const [open, { toggle }] = useDisclosure(true);
  const [blankId, setBlankId] = useState(newId);
  const headers = sent(rows);
  const count = Object.keys(headers).length;

  function change(id: string, part: Partial<HeaderRow>) {
    if (id !== blankId) {
      onChange(rows.map((row) => (row.id === id ? { ...row, ...part } : row)));
      return;
    }
    // Typing into the blank row makes it a real one, and a new blank one appears.
    onChange([...rows, { ...EMPTY, id, ...part }]);
    setBlankId(newId());
  }

  return (
    <section className="headers" aria-label="Request headers">
      <div className="headers-bar">
        <UnstyledButton className="headers-title" onClick={toggle} aria-expanded={open}>
          <ChevronRight size={16} className="headers-arrow" data-open={open || undefined} />
          <Text component="span" fw={500} size="sm">
            Request headers
          </Text>
          <Badge size="sm" variant="light" color="gray" circle={count < 10}>
            {count}
          </Badge>
          <Text component="span" size="sm" c="dimmed">
            asking as <b className="actor">{actor(headers, secretNeeded)}</b>
          </Text>
        </UnstyledButton>
        <RoleSwitch rows={rows} onChange={onChange} newId={newId} />
      </div>
      <Collapse expanded={open}>
        <div className="headers-rows">
          {[...rows, { ...EMPTY, id: blankId }].map((row) => (
            <Row
              key={row.id}
              row={row}
              blank={row.id === blankId}
              onChange={(part) => change(row.id, part)}
              onRemove={() => onChange(rows.filter((other) => other.id !== row.id))}
            />
          ))}
        </div>
      </Collapse>
    </section>
  );
}

interface RowProps {
  row: HeaderRow;
  blank: boolean;
  onChange(part: Partial<HeaderRow>): void;
  onRemove(): void;
}

function Row({ row, blank, onChange, onRemove }: RowProps) {
  const [shown, { toggle }] = useDisclosure(false);
  const problem = fault(row);
  const hidden = isSensitive(row.name);
  const label = blank ? "new header" : row.name || "unnamed header";
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" className="headers-row">
      <Checkbox
        aria-label={`Send ${label}`}
        checked={row.on && !blank}
        disabled={blank}
        onChange={(event) => onChange({ on: event.currentTarget.checked })}
        mt={7}
      />
      <Autocomplete
        aria-label={blank ? "Name of a new header" : `Name of ${label}`}
        placeholder="Name"
        data={KNOWN_NAMES}
        value={row.name}
        error={problem}
        onChange={(name) => onChange({ name })}
        spellCheck={false}
        size="xs"
        className="headers-name"
      />
      <TextInput
        aria-label={blank ? "Value of a new header" : `Value of ${label}`}
        placeholder="Value"
        type={hidden && !shown ? "password" : "text"}
        autoComplete="off"
        spellCheck={false}
        value={row.value}
        onChange={(event) => onChange({ value: event.currentTarget.value })}
        size="xs"
        className="headers-value"
        rightSection={
          hidden && (
            <ActionIcon variant="subtle" color="gray" size="sm" onClick={toggle} aria-label={shown ? "Hide" : "Show"}>
              {shown ? <EyeOff size={14} /> : <Eye size={14} />}
            </ActionIcon>
          )
        }
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        mt={1}
        aria-label={`Remove ${label}`}
        onClick={onRemove}
        style={{ visibility: blank ? "hidden" : "visible" }}
      >
        <Trash2 size={15} />
      </ActionIcon>
    </Group>
  );
}

function newId(): string {
  return Math.random().toString(36).slice(2, 10);
}
