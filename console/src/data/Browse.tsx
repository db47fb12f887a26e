import { ActionIcon, Anchor, Button, Group, Pagination, Table, Text, UnstyledButton } from "@mantine/core";
import { ArrowDown, ArrowUp, Pencil, Plus, RefreshCw, Rows3, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { tablePath } from "../metadata/names.ts";
import type { ForeignKeyView, TableView } from "../metadata/types.ts";
import { Empty } from "../parts/Empty.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { PAGE, readLook, writeLook } from "./address.ts";
import { Conditions } from "./Conditions.tsx";
import { RowForm } from "./RowForm.tsx";
import { count, COUNTED, remove, rowsOf, select, type Cell, type Look } from "./sql.ts";
import { useSql } from "./useSql.ts";
import { useWrite } from "./useWrite.ts";

interface Props {
  source: string;
  view: TableView;
}

/** The rows of a table: those one filters for, in the order one wants, a page at a time. */
export function Browse({ source, view }: Props) {
  const columns = (view.columns ?? []).map((column) => column.name);
  const [params, setParams] = useSearchParams();
  const look = readLook(params);
  const query = useSql(source, select(view.table, columns, look), columns.length > 0);
  const total = useSql(source, count(view.table, look.where), columns.length > 0);
  const [edited, setEdited] = useState<"new" | Cell[] | null>(null);
  const { write, busy } = useWrite(source);
  const found = Number(total.data?.result?.[1]?.[0] ?? 0);
  const key = view.primary_key?.columns ?? [];
  const change = (part: Partial<Look>) => setParams(writeLook({ ...look, offset: 0, ...part }));

  function keyOf(row: Cell[]): Record<string, Cell> {
    return Object.fromEntries(key.map((name) => [name, row[columns.indexOf(name)] ?? null]));
  }

  if (columns.length === 0) {
    return null;
  }
  return (
    <>
      <Group justify="space-between" mb="sm" align="flex-start">
        <Conditions
          key={params.toString()}
          columns={columns}
          where={look.where}
          onChange={(where) => change({ where })}
        />
        <Group gap="xs">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Read the rows again"
            onClick={() => void Promise.all([query.refetch(), total.refetch()])}
          >
            <RefreshCw size={15} />
          </ActionIcon>
          {view.writable?.insert && (
            <Button size="sm" leftSection={<Plus size={15} />} onClick={() => setEdited("new")}>
              Insert a row
            </Button>
          )}
        </Group>
      </Group>
      {edited !== null && (
        <RowForm
          source={source}
          view={view}
          row={edited === "new" ? null : edited}
          where={edited === "new" ? {} : keyOf(edited)}
          onClose={() => setEdited(null)}
        />
      )}
      <Loaded query={query}>
        {(answer) => {
          const rows = rowsOf(answer, columns.length);
          return rows.length === 0 ? (
            <Empty Icon={Rows3} title={look.where.length > 0 ? "No row is like that" : "No rows yet"}>
              {look.where.length === 0 && "Insert one here, or through the API."}
            </Empty>
          ) : (
            <div className="grid-frame" tabIndex={0} role="region" aria-label="Rows">
              <Table className="grid" stickyHeader highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    {key.length > 0 && <Table.Th aria-label="Changes" w={72} />}
                    {columns.map((column) => (
                      <Table.Th key={column} aria-sort={sortOf(look, column)}>
                        <UnstyledButton className="sorter" onClick={() => change({ order: nextOrder(look, column) })}>
                          <bdi>{column}</bdi>
                          {look.order?.column === column &&
                            (look.order.descending ? <ArrowDown size={13} /> : <ArrowUp size={13} />)}
                        </UnstyledButton>
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row, index) => (
                    <Table.Tr key={key.length > 0 ? JSON.stringify(keyOf(row)) : index}>
                      {key.length > 0 && (
                        <Table.Td className="row-actions">
                          {view.writable?.update && (
                            <ActionIcon variant="subtle" size="sm" aria-label="Edit" onClick={() => setEdited(row)}>
                              <Pencil size={14} />
                            </ActionIcon>
                          )}
                          {view.writable?.delete && (
                            <Deletion
                              busy={busy}
                              onDelete={() => write(remove(view.table, keyOf(row)), "The row was deleted")}
                            />
                          )}
                        </Table.Td>
                      )}
                      {columns.map((column, at) => (
                        <Table.Td key={column}>
                          <Value value={row[at] ?? null} to={followed(source, view, column, row[at] ?? null)} />
                        </Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          );
        }}
      </Loaded>
      {total.data && (
        <Group justify="space-between" mt="sm">
          <Text size="sm" c="dimmed" role="status">
            {found > COUNTED ? `more than ${COUNTED} rows` : found === 1 ? "1 row" : `${found} rows`}
          </Text>
          {found > PAGE && (
            <Pagination
              size="sm"
              total={Math.ceil(found / PAGE)}
              value={look.offset / PAGE + 1}
              onChange={(page) => change({ offset: (page - 1) * PAGE })}
            />
          )}
        </Group>
      )}
    </>
  );
}

const LONG = 120;

function Value({ value, to }: { value: Cell; to: string | null }) {
  if (value === null) {
    return <span className="null">null</span>;
  }
  const shown = value.length > LONG ? `${value.slice(0, LONG)}…` : value;
  return to === null ? (
    <bdi title={value.length > LONG ? value : undefined}>{shown}</bdi>
  ) : (
    <Anchor component={Link} to={to} size="sm" underline="always">
      <bdi>{shown}</bdi>
    </Anchor>
  );
}

/** A second click deletes: rows go one at a time, and asking in a window each time would be tiresome. */
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

/** The row that a foreign key's column points to. */
function followed(source: string, view: TableView, column: string, value: Cell): string | null {
  const isOf = (key: ForeignKeyView) => Object.keys(key.columns).length === 1 && column in key.columns;
  const key = (view.foreign_keys ?? []).find(isOf);
  const target = key?.columns[column];
  if (!key || target === undefined || value === null) {
    return null;
  }
  const look = { where: [{ column: target, operator: "=" as const, value }], order: null, limit: PAGE, offset: 0 };
  return `${tablePath(source, key.table)}?${writeLook(look).toString()}`;
}

function nextOrder(look: Look, column: string): Look["order"] {
  if (look.order?.column !== column) {
    return { column, descending: false };
  }
  return look.order.descending ? null : { column, descending: true };
}

function sortOf(look: Look, column: string): "ascending" | "descending" | "none" {
  if (look.order?.column !== column) {
    return "none";
  }
  return look.order.descending ? "descending" : "ascending";
}
