import { Badge, Button, Checkbox, Code, Group, Table, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { tableText, type TableRef } from "../../metadata/names.ts";
import { useAsk, useChange, useSend } from "../../metadata/useEngine.ts";
import { asEngineError } from "../../metadata/call.ts";
import { whole } from "../../metadata/whole.ts";
import { Empty } from "../../parts/Empty.tsx";
import { Loaded } from "../../parts/Loaded.tsx";
import { Pages } from "../../parts/Pages.tsx";
import { Search } from "../../parts/Search.tsx";
import { failed } from "../../parts/toasts.ts";
import { commandOf, keyOf, type Suggestion, type SuggestionPage } from "./suggestions.ts";

const PAGE = 50;

interface Props {
  source: string;
  /** Only those of this table. */
  table?: TableRef;
}

/** The relationships that foreign keys suggest: with a name each, to be made one by one or all that were found. */
export function Suggestions({ source, table }: Props) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 150);
  const [page, setPage] = useState(1);
  const wanted = { source, search, ...(table ? { table } : {}) };
  const args = { ...wanted, limit: PAGE, offset: (page - 1) * PAGE };
  const query = useAsk<SuggestionPage>("dovetail_suggest_relationships", args, { keep: true });
  const send = useSend();
  const { busy, make } = useChange();
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [names, setNames] = useState<Record<string, string>>({});

  async function add({ resource_version: version }: SuggestionPage) {
    try {
      const read = (each: SuggestionPage) => each.relationships;
      const all = await whole(send, "dovetail_suggest_relationships", wanted, read);
      const picked = all.filter((each) => !without.has(keyOf(each)));
      const commands = picked.map((each) => commandOf(source, each, names[keyOf(each)] ?? each.name));
      const count = picked.length === 1 ? "1 relationship" : `${picked.length} relationships`;
      if (await make(commands, version, `${count} added`)) {
        setWithout(new Set());
        setPage(1);
      }
    } catch (error) {
      failed(asEngineError(error), () => void query.refetch());
    }
  }

  return (
    <Loaded query={query}>
      {(found) =>
        found.total === 0 && search === "" ? (
          table === undefined && (
            <Empty Icon={Link2} title="Nothing to suggest">
              Foreign keys between tracked tables suggest relationships; those there are, are made already.
            </Empty>
          )
        ) : (
          <div className="form">
            <Group mb="sm" justify="space-between">
              {found.total > PAGE || search !== "" ? (
                <Search
                  label="Search suggestions"
                  value={typed}
                  onChange={(value) => {
                    setTyped(value);
                    setPage(1);
                    setWithout(new Set());
                  }}
                />
              ) : (
                <span />
              )}
              <Button loading={busy} disabled={found.total <= without.size} onClick={() => void add(found)}>
                Add {found.total - without.size} relationships
              </Button>
            </Group>
            {found.total === 0 ? (
              <Empty Icon={Link2} title="No suggestion has such a name" />
            ) : (
              <Table className="list-table">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w={36} aria-label="Chosen" />
                    <Table.Th>Name</Table.Th>
                    <Table.Th>Relationship</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {found.relationships.map((each) => {
                    const key = keyOf(each);
                    return (
                      <Table.Tr key={key}>
                        <Table.Td>
                          <Checkbox
                            aria-label={`Add ${each.name} of ${tableText(each.from.table)}`}
                            checked={!without.has(key)}
                            onChange={() => setWithout(toggled(without, key))}
                          />
                        </Table.Td>
                        <Table.Td>
                          <TextInput
                            size="xs"
                            aria-label={`Name for ${each.name} of ${tableText(each.from.table)}`}
                            value={names[key] ?? each.name}
                            spellCheck={false}
                            onChange={(event) => setNames({ ...names, [key]: event.currentTarget.value })}
                          />
                        </Table.Td>
                        <Table.Td>
                          <Badge size="xs" variant="light" color="gray" mr={6}>
                            {each.type}
                          </Badge>
                          <Code>
                            {end(each.from)} → {end(each.to)}
                          </Code>
                        </Table.Td>
                      </Table.Tr>
                    );
                  })}
                </Table.Tbody>
              </Table>
            )}
            {found.total > PAGE && (
              <Pages mt="md" total={Math.ceil(found.total / PAGE)} value={page} onChange={setPage} />
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
