import { Anchor, Badge, Button, Checkbox, Group, Table, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { TableProperties } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { asEngineError } from "../metadata/call.ts";
import { segment, tablePath, tableText, type TableRef } from "../metadata/names.ts";
import type { TablePage } from "../metadata/types.ts";
import { useAsk, useChange, useSend } from "../metadata/useEngine.ts";
import { whole } from "../metadata/whole.ts";
import { Confirmed } from "../parts/Confirmed.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Search } from "../parts/Search.tsx";
import { Pages } from "../parts/Pages.tsx";
import { failed } from "../parts/toasts.ts";
import { trackArgs } from "./track.ts";

const PAGE = 100;

/** Tables to be tracked, or to be tracked no more: some, a page of them, or all that the search finds. */
export function Tracking({ source, tracked }: { source: string; tracked: boolean }) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 150);
  const [page, setPage] = useState(1);
  const [chosen, setChosen] = useState<ReadonlyMap<string, TableRef>>(new Map());
  const args = { source, tracked, search, limit: PAGE, offset: (page - 1) * PAGE };
  const query = useAsk<TablePage>("dovetail_list_tables", args, { keep: true });
  const { busy, make } = useChange();
  const navigate = useNavigate();
  const send = useSend();

  async function chooseAll() {
    try {
      const read = (each: TablePage) => each.tables.map((row) => row.table);
      const found = await whole(send, "dovetail_list_tables", { source, tracked, search }, read);
      setChosen((now) => withAll(now, found));
    } catch (error) {
      failed(asEngineError(error), () => {});
    }
  }

  async function move(tables: TableRef[], version: number) {
    const type = tracked ? "pg_untrack_tables" : "pg_track_tables";
    const count = tables.length === 1 ? "1 table" : `${tables.length} tables`;
    const list = {
      allow_warnings: true,
      tables: tables.map((table) => (tracked ? { source, table } : trackArgs(source, table))),
    };
    if (await make({ type, args: list }, version, `${count} ${tracked ? "untracked" : "tracked"}`)) {
      setChosen(new Map());
      setPage(1);
      if (!tracked) {
        void navigate(`/data/${segment(source)}/suggestions`);
      }
    }
  }

  return (
    <Loaded query={query}>
      {({ tables, total, resource_version: version }) => {
        const all = tables.length > 0 && tables.every((row) => chosen.has(JSON.stringify(row.table)));
        const picked = [...chosen.values()];
        const label = tracked ? "Untrack" : "Track";
        return (
          <div className="form">
            <Group mb="sm" justify="space-between">
              <Search
                label={tracked ? "Search tracked tables" : "Search untracked tables"}
                value={typed}
                onChange={(value) => {
                  setTyped(value);
                  setPage(1);
                }}
              />
              {tracked ? (
                picked.length > 0 && (
                  <Confirmed
                    label={`${label} ${picked.length}`}
                    size="sm"
                    question={`Untrack ${picked.length} tables?`}
                    busy={busy}
                    onConfirm={() => move(picked, version)}
                  >
                    Their relationships and permissions leave the metadata. The tables stay as they are.
                  </Confirmed>
                )
              ) : (
                <Button loading={busy} disabled={picked.length === 0} onClick={() => void move(picked, version)}>
                  {picked.length === 0 ? label : `${label} ${picked.length}`}
                </Button>
              )}
            </Group>
            {tables.length === 0 ? (
              <Empty Icon={TableProperties} title={emptyTitle(tracked, search)}>
                {tracked
                  ? "A tracked table is part of the GraphQL API."
                  : "Tables that are in the database and not in the GraphQL API would be listed here."}
              </Empty>
            ) : (
              <Table className="list-table" highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w={36}>
                      <Checkbox
                        aria-label="All on this page"
                        checked={all}
                        indeterminate={!all && picked.length > 0}
                        onChange={() =>
                          setChosen(
                            all
                              ? new Map()
                              : withAll(
                                  chosen,
                                  tables.map((row) => row.table),
                                ),
                          )
                        }
                      />
                    </Table.Th>
                    <Table.Th>Table</Table.Th>
                    <Table.Th>Kind</Table.Th>
                    <Table.Th>Comment</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {tables.map(({ table, kind, comment }) => (
                    <Table.Tr key={JSON.stringify(table)}>
                      <Table.Td>
                        <Checkbox
                          aria-label={tableText(table)}
                          checked={chosen.has(JSON.stringify(table))}
                          onChange={() => setChosen(toggled(chosen, table))}
                        />
                      </Table.Td>
                      <Table.Td>
                        <Anchor component={Link} to={tablePath(source, table)} size="sm" className="breakable">
                          <bdi>{tableText(table)}</bdi>
                        </Anchor>
                      </Table.Td>
                      <Table.Td>
                        <Badge variant="light" size="sm" color={kind === "missing" ? "red" : "gray"}>
                          {kind.replaceAll("_", " ")}
                        </Badge>
                      </Table.Td>
                      <Table.Td className="breakable">{comment}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            )}
            {total > PAGE && (
              <Group mt="md" justify="space-between">
                <Group gap="sm">
                  <Text size="sm" c="dimmed">
                    {total} tables
                  </Text>
                  {picked.length < total && (
                    <Anchor component="button" type="button" size="sm" onClick={() => void chooseAll()}>
                      Choose all {total}
                    </Anchor>
                  )}
                </Group>
                <Pages total={Math.ceil(total / PAGE)} value={page} onChange={setPage} />
              </Group>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}

function emptyTitle(tracked: boolean, search: string): string {
  if (search !== "") {
    return "No table has such a name";
  }
  return tracked ? "No table is tracked yet" : "Every table is tracked";
}

function withAll(chosen: ReadonlyMap<string, TableRef>, tables: TableRef[]): ReadonlyMap<string, TableRef> {
  return new Map([...chosen, ...tables.map((table): [string, TableRef] => [JSON.stringify(table), table])]);
}

function toggled(chosen: ReadonlyMap<string, TableRef>, table: TableRef): ReadonlyMap<string, TableRef> {
  const key = JSON.stringify(table);
  const next = new Map(chosen);
  if (!next.delete(key)) {
    next.set(key, table);
  }
  return next;
}
