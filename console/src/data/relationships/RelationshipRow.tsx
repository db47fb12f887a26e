import { ActionIcon, Badge, Button, Code, Group, Menu, Table, Text, TextInput } from "@mantine/core";
import { EllipsisVertical } from "lucide-react";
import { useState } from "react";
import { tableText } from "../../metadata/names.ts";
import type { NamedEntry, TableView } from "../../metadata/types.ts";
import { useChange } from "../../metadata/useEngine.ts";
import { targetOf, toldTarget } from "../../remotes/relationship/target.ts";
import { deleteCommand, renameCommands, type Kind } from "./commands.ts";

interface Props {
  source: string;
  view: TableView;
  kind: Kind;
  entry: NamedEntry;
  /** For those that a form can change. */
  onEdit?: () => void;
}

/** A relationship: where it leads, and what can be done with it. */
export function RelationshipRow({ source, view, kind, entry, onEdit }: Props) {
  const { name } = entry;
  const { busy, make } = useChange();
  const [renamed, setRenamed] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);

  async function rename(to: string) {
    const commands = renameCommands(source, view.table, kind, entry, to);
    if (await make(commands, view.resource_version, `${name} is called ${to} now`)) {
      setRenamed(null);
    }
  }

  return (
    <Table.Tr>
      <Table.Td className="breakable">
        {renamed === null ? (
          <>
            <Text size="sm" fw={500} span>
              <bdi>{name}</bdi>
            </Text>{" "}
            <Badge size="xs" variant="light" color="gray">
              {kind}
            </Badge>
          </>
        ) : (
          <Group gap={6} wrap="nowrap">
            <TextInput
              aria-label={`New name for ${name}`}
              size="xs"
              value={renamed}
              spellCheck={false}
              data-autofocus
              onChange={(event) => setRenamed(event.currentTarget.value.trim())}
            />
            <Button
              size="xs"
              loading={busy}
              disabled={renamed === "" || renamed === name}
              onClick={() => void rename(renamed)}
            >
              Rename
            </Button>
            <Button size="xs" variant="default" onClick={() => setRenamed(null)}>
              Cancel
            </Button>
          </Group>
        )}
      </Table.Td>
      <Table.Td className="breakable">
        <Destination view={view} kind={kind} entry={entry} />
      </Table.Td>
      <Table.Td className="row-actions">
        {asked ? (
          <Button
            size="compact-xs"
            color="red"
            loading={busy}
            autoFocus
            onBlur={() => setAsked(false)}
            onClick={() =>
              make(deleteCommand(source, view.table, kind, name), view.resource_version, `${name} was deleted`)
            }
          >
            Delete, with permissions that use it
          </Button>
        ) : (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={`Change ${name}`}>
                <EllipsisVertical size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {onEdit && <Menu.Item onClick={onEdit}>Edit</Menu.Item>}
              <Menu.Item onClick={() => setRenamed(name)}>Rename</Menu.Item>
              <Menu.Item color="red" onClick={() => setAsked(true)}>
                Delete
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Destination({ view, kind, entry }: Pick<Props, "view" | "kind" | "entry">) {
  const resolved = view.graphql?.relationships.find((each) => each.name === entry.name);
  if (kind === "remote") {
    return <Text size="sm">{toldTarget(targetOf((entry.definition ?? {}) as Record<string, unknown>))}</Text>;
  }
  if (!resolved) {
    return <Code>{JSON.stringify(entry.using)}</Code>;
  }
  return (
    <Group gap={6}>
      {Object.entries(resolved.columns).map(([from, to]) => (
        <Code key={from}>
          {from} → {tableText(resolved.table)}.{to}
        </Code>
      ))}
    </Group>
  );
}
