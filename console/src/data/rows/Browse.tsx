import { ActionIcon, Button, Group } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Plus, RefreshCw, Rows3 } from "lucide-react";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import type { TableView } from "../../metadata/types.ts";
import { Confirmed } from "../../parts/Confirmed.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { Loaded } from "../../parts/Loaded.tsx";
import { remove, removeAll, type Cell } from "../sql.ts";
import { rowsOf, select, withTexts, type Look } from "./look.ts";
import { useSql } from "../useSql.ts";
import { useWrite } from "../useWrite.ts";
import { readLook, writeLook, PAGE } from "./address.ts";
import { ColumnsMenu } from "./ColumnsMenu.tsx";
import { Conditions } from "./Conditions.tsx";
import { Export } from "./Export.tsx";
import { Grid } from "./Grid.tsx";
import { RowForm } from "./RowForm.tsx";
import { Total } from "./Total.tsx";
import { useGrid } from "./useGrid.ts";

interface Props {
  source: string;
  view: TableView;
}

/** The rows of a table: those one filters for, in the order one wants, a page at a time. */
export function Browse({ source, view }: Props) {
  return (view.columns ?? []).length === 0 ? null : <Rows source={source} view={view} />;
}

function NoRows({ look, onFirst }: { look: Look; onFirst(): void }) {
  if (look.offset > 0) {
    return (
      <Empty Icon={Rows3} title="There are no rows so far down">
        <Button size="xs" variant="default" onClick={onFirst}>
          To the first page
        </Button>
      </Empty>
    );
  }
  return (
    <Empty Icon={Rows3} title={look.where.length > 0 ? "No row is like that" : "No rows yet"}>
      {look.where.length === 0 && "Insert one here, or through the API."}
    </Empty>
  );
}

function Rows({ source, view }: Props) {
  const columns = useMemo(() => (view.columns ?? []).map((column) => column.name), [view.columns]);
  const [params, setParams] = useSearchParams();
  const look = withTexts(readLook(params), view.columns ?? []);
  const key = view.primary_key?.columns ?? [];
  const nullable = (name: string) => view.columns?.find((column) => column.name === name)?.nullable ?? true;
  const query = useSql(source, select(view.table, columns, look, key, nullable), true);
  const rows = useMemo(() => (query.data ? rowsOf(query.data, columns.length) : []), [query.data, columns]);
  const [edited, setEdited] = useState<"new" | Cell[] | null>(null);
  const { write, busy } = useWrite(source);
  const queries = useQueryClient();
  const change = (part: Partial<Look>) => setParams(writeLook({ ...look, offset: 0, ...part }));
  const keyOf = (row: Cell[]) =>
    Object.fromEntries(key.map((name): [string, Cell] => [name, row[columns.indexOf(name)] ?? null]));
  const idOf = key.length > 0 ? (row: Cell[]) => JSON.stringify(Object.values(keyOf(row))) : null;
  const table = JSON.stringify([source, view.table.schema, view.table.name]);
  const state = useGrid({ table, columns, rows, idOf });
  const picked = rows.filter((row) => idOf !== null && state.chosen[idOf(row)]);

  async function removePicked() {
    const many = picked.length === 1 ? "1 row was deleted" : `${picked.length} rows were deleted`;
    if (await write(removeAll(view.table, key, picked.map(keyOf)), many)) {
      state.forget();
    }
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
          {picked.length > 0 && view.writable?.delete && (
            <Confirmed
              label={`Delete ${picked.length}`}
              size="sm"
              question={picked.length === 1 ? "Delete the row?" : `Delete ${picked.length} rows?`}
              busy={busy}
              onConfirm={removePicked}
            >
              They are deleted from the database. This cannot be undone.
            </Confirmed>
          )}
          <ColumnsMenu columns={columns} layout={state.layout} onChange={state.change} />
          <Export source={source} view={view} look={look} />
          <ActionIcon
            variant="default"
            size="lg"
            aria-label="Read the rows again"
            onClick={() => void queries.invalidateQueries({ queryKey: ["sql"] })}
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
        {() =>
          rows.length === 0 ? (
            <NoRows look={look} onFirst={() => change({ offset: 0 })} />
          ) : (
            <Grid
              source={source}
              view={view}
              state={state}
              look={look}
              busy={busy}
              keyed={key.length > 0}
              onOrder={(order) => change({ order })}
              onEdit={setEdited}
              onDelete={(row) => void write(remove(view.table, keyOf(row)), "The row was deleted")}
            />
          )
        }
      </Loaded>
      <Total
        key={JSON.stringify(look.where)}
        source={source}
        table={view.table}
        look={look}
        onPage={(page) => change({ offset: (page - 1) * PAGE })}
      />
    </>
  );
}
