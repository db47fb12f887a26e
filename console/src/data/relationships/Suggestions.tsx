import { Badge, Button, Checkbox, Code, Group, Table, TextInput } from "@mantine/core";
import { Link2 } from "lucide-react";
import { useMemo, useState } from "react";
import { tableText, type TableRef } from "../../metadata/names.ts";
import type { Overview } from "../../metadata/types.ts";
import { useAsk, useChange } from "../../metadata/useEngine.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Loaded } from "../../parts/Loaded.tsx";
import { Pages } from "../../parts/Pages.tsx";
import { commandOf, named, type Suggestion } from "./suggestions.ts";

const PAGE = 50;

interface Props {
  source: string;
  /** Only those of this table, and the names that it has already. */
  table?: TableRef;
  taken?: string[];
}

/** The relationships that foreign keys suggest: with a name each, to be made one by one or all at once. */
export function Suggestions({ source, table, taken = [] }: Props) {
  const args = { source, omit_tracked: true, ...(table ? { tables: [table] } : {}) };
  const query = useAsk<{ relationships: Suggestion[] }>("pg_suggest_relationships", args);
  const overview = useAsk<Overview>("dovetail_get_overview");
  const { busy, make } = useChange();
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [names, setNames] = useState<Record<string, string>>({});
  const [page, setPage] = useState(1);
  const rows = useMemo(() => {
    const all = query.data?.relationships ?? [];
    const own = table ? all.filter((each) => JSON.stringify(each.from.table) === JSON.stringify(table)) : all;
    return named(own, () => taken).map(([suggestion, name]) => ({ key: JSON.stringify(suggestion), suggestion, name }));
  }, [query.data, table, taken]);
  const version = overview.data?.resource_version;
  const picked = rows.filter((row) => !without.has(row.key));

  async function add(some: typeof rows) {
    const commands = some.map((row) => commandOf(source, row.suggestion, names[row.key] ?? row.name));
    const count = some.length === 1 ? "1 relationship" : `${some.length} relationships`;
    if (version !== undefined && (await make(commands, version, `${count} added`))) {
      setWithout(new Set());
    }
  }

  return (
    <Loaded query={query}>
      {() =>
        rows.length === 0 ? (
          table === undefined && (
            <Empty Icon={Link2} title="Nothing to suggest">
              Foreign keys between tracked tables suggest relationships; those there are, are made already.
            </Empty>
          )
        ) : (
          <div className="form">
            <Group mb="sm" justify="flex-end">
              <Button loading={busy} disabled={picked.length === 0} onClick={() => void add(picked)}>
                Add {picked.length} relationships
              </Button>
            </Group>
            <Table className="list-table">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={36} aria-label="Chosen" />
                  <Table.Th>Name</Table.Th>
                  <Table.Th>Relationship</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.slice((page - 1) * PAGE, page * PAGE).map((row) => (
                  <Table.Tr key={row.key}>
                    <Table.Td>
                      <Checkbox
                        aria-label={`Add ${row.name} of ${tableText(row.suggestion.from.table)}`}
                        checked={!without.has(row.key)}
                        onChange={() => setWithout(toggled(without, row.key))}
                      />
                    </Table.Td>
                    <Table.Td>
                      <TextInput
                        size="xs"
                        aria-label={`Name for ${row.name} of ${tableText(row.suggestion.from.table)}`}
                        value={names[row.key] ?? row.name}
                        spellCheck={false}
                        onChange={(event) => setNames({ ...names, [row.key]: event.currentTarget.value })}
                      />
                    </Table.Td>
                    <Table.Td>
                      <Badge size="xs" variant="light" color="gray" mr={6}>
                        {row.suggestion.type}
                      </Badge>
                      <Code>
                        {end(row.suggestion.from)} → {end(row.suggestion.to)}
                      </Code>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
            {rows.length > PAGE && (
              <Pages mt="md" total={Math.ceil(rows.length / PAGE)} value={page} onChange={setPage} />
            )}
          </div>
        )
      }
    </Loaded>
  );
}

function end({ table, columns }: Suggestion["from"]): string {
  return `${tableText(table)} (${columns.join(", ")})`;
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) {
    next.add(key);
  }
  return next;
}
