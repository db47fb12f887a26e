import { Button, Group, Table, Text, Title } from "@mantine/core";
import { Globe, Link2, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import type { NamedEntry, TableView } from "../../metadata/types.ts";
import { seenAt } from "../../metadata/seen.ts";
import { useChange } from "../../metadata/useEngine.ts";
import { Empty } from "../../parts/Empty.tsx";
import { useLeaving } from "../../parts/guard.tsx";
import { draftOf, NEW, type Entry } from "../../remotes/relationship/draft.ts";
import { RelationshipForm as RemoteForm } from "../../remotes/relationship/RelationshipForm.tsx";
import { remoteCommand } from "./commands.ts";
import { RelationshipForm } from "./RelationshipForm.tsx";
import { RelationshipRow } from "./RelationshipRow.tsx";
import { Suggestions } from "./Suggestions.tsx";

interface Props {
  source: string;
  view: TableView;
}

/** The relationship that is changed, null for a new one; and the metadata that its user saw. */
type Form = { kind: "local" } | { kind: "remote"; before: Entry | null; version: number };

/** From this table to others, to remote schemas and to actions: those there are, those suggested, and any one likes. */
export function Relationships({ source, view }: Props) {
  const [form, setForm] = useState<Form | null>(null);
  const { busy, make } = useChange();
  const { leave, within } = useLeaving();
  const objects = view.metadata?.object_relationships ?? [];
  const arrays = view.metadata?.array_relationships ?? [];
  const remotes = view.metadata?.remote_relationships ?? [];
  const count = objects.length + arrays.length + remotes.length;
  const taken = useMemo(() => [...objects, ...arrays, ...remotes].map((each) => each.name), [objects, arrays, remotes]);
  const columns = (view.columns ?? []).map((column) => column.name);
  const open = (before: Entry | null) =>
    leave(() => setForm({ kind: "remote", before, version: view.resource_version }));

  async function save(entry: Entry, { before, version }: Extract<Form, { kind: "remote" }>) {
    const command = remoteCommand(source, view.table, entry, before === null);
    const now = before === null ? null : remotes.find((each) => each.name === before.name);
    const at = seenAt<unknown>({ what: before, version }, { what: now, version: view.resource_version });
    if (await make(command, at, `${entry.name} was saved`)) {
      setForm(null);
    }
  }

  const rowsOf = (kind: "object" | "array", entries: NamedEntry[]) =>
    entries.map((entry) => <RelationshipRow key={entry.name} kind={kind} entry={entry} source={source} view={view} />);
  return (
    <div className="form">
      {count === 0 && (
        <Empty Icon={Link2} title="No relationships yet">
          With a relationship, who asks for a row gets rows of another table along with it, or what a remote schema or
          an action has to say of it.
        </Empty>
      )}
      {count > 0 && (
        <Table className="list-table" mb="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Leads to</Table.Th>
              <Table.Th aria-label="Changes" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rowsOf("object", objects)}
            {rowsOf("array", arrays)}
            {remotes.map((entry) => (
              <RelationshipRow
                key={entry.name}
                kind="remote"
                entry={entry}
                source={source}
                view={view}
                onEdit={() => open({ ...entry, definition: (entry.definition ?? {}) as Record<string, unknown> })}
              />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {form?.kind === "local" &&
        within(<RelationshipForm source={source} view={view} taken={taken} onDone={() => setForm(null)} />)}
      {form?.kind === "remote" &&
        within(
          <RemoteForm
            key={form.before?.name ?? ""}
            initial={form.before === null ? NEW : draftOf(form.before)}
            before={form.before}
            fields={[...columns, ...(view.graphql?.computed_fields ?? [])]}
            taken={taken.filter((name) => name !== form.before?.name)}
            busy={busy}
            onSave={(entry) => void save(entry, form)}
            onCancel={() => setForm(null)}
          />,
        )}
      {form === null && (
        <Group gap="xs">
          <Button size="xs" variant="light" leftSection={<Plus size={14} />} onClick={() => setForm({ kind: "local" })}>
            Add a relationship
          </Button>
          <Button size="xs" variant="light" leftSection={<Globe size={14} />} onClick={() => open(null)}>
            Add a remote relationship
          </Button>
          <Text size="xs" c="dimmed">
            A remote one leads to another database, a remote schema or an action.
          </Text>
        </Group>
      )}
      <Title order={2} size="h6" mt="xl" mb="xs">
        Suggested by foreign keys
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        What is not there yet would be listed here.
      </Text>
      <Suggestions source={source} table={view.table} />
    </div>
  );
}
