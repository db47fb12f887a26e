import { Select, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery, keepPreviousData } from "@tanstack/react-query";
import { Database, Eye, Plus, SquareTerminal } from "lucide-react";
import { useCallback, useState } from "react";
import { NavLink, useLocation, useNavigate } from "react-router";
import { segment, tablePath, tableText, unsegment } from "../metadata/names.ts";
import type { Overview, TablePage, TableRow } from "../metadata/types.ts";
import { useAsk, useSend } from "../metadata/useEngine.ts";
import { Coming } from "../parts/Loaded.tsx";
import { Problem } from "../parts/Problem.tsx";
import { Search } from "../parts/Search.tsx";
import { SideList } from "../parts/SideList.tsx";
import { KindIcon } from "./kinds.tsx";

const ALL = "all schemas";

/** The tables of one database, searched by the engine and shown as far as one scrolls. */
export function DataSide() {
  const overview = useAsk<Overview>("dovetail_get_overview");
  const sources = (overview.data?.sources ?? []).map((source) => source.name);
  const [first = ""] = sources;
  const inAddress = sourceOf(useLocation().pathname);
  const [chosen, setChosen] = useState<string | null>(null);
  const navigate = useNavigate();
  const source = inAddress ?? (chosen !== null && sources.includes(chosen) ? chosen : first);
  return (
    <>
      <Stack gap={2} p="sm" pb={0}>
        <NavLink to="/data" end className="side-item">
          <Database size={15} aria-hidden /> Databases
        </NavLink>
        <NavLink to="/data/sql" className="side-item">
          <SquareTerminal size={15} aria-hidden /> SQL
        </NavLink>
        {source !== "" && (
          <NavLink to={`/data/${segment(source)}`} end className="side-item">
            <Eye size={15} aria-hidden /> Track tables
          </NavLink>
        )}
        {source !== "" && (
          <NavLink to={`/data/${segment(source)}/create-table`} className="side-item">
            <Plus size={15} aria-hidden /> Create a table
          </NavLink>
        )}
      </Stack>
      {sources.length > 1 && (
        <Select
          aria-label="Database"
          data={sources}
          value={source}
          allowDeselect={false}
          px="sm"
          pt="xs"
          size="sm"
          onChange={(value) => {
            setChosen(value);
            // What is looked at belongs to another database.
            if (inAddress !== null && value !== null) {
              void navigate(`/data/${segment(value)}/tracked`);
            }
          }}
        />
      )}
      {source !== "" && <Tables key={source} source={source} />}
    </>
  );
}

/** `~default` of `/data/~default/table/…`. */
function sourceOf(path: string): string | null {
  const part = /\/data\/(~[^/]*)/.exec(path)?.[1];
  try {
    return part === undefined ? null : unsegment(decodeURIComponent(part));
  } catch {
    // Somebody typed a percent sign into the address.
    return null;
  }
}

function Tables({ source }: { source: string }) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 150);
  const [schema, setSchema] = useState<string | null>(null);
  const tables = useTables(source, schema, search);
  const rows = tables.data?.pages.flatMap((page) => page.tables) ?? [];
  const [page] = tables.data?.pages ?? [];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = tables;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <>
      <Stack gap="xs" p="sm">
        <Search label="Search tables" value={typed} onChange={setTyped} />
        {page && page.schemas.length > 1 && (
          <Select
            aria-label="Schema"
            size="xs"
            data={[ALL, ...page.schemas.map((each) => each.name)]}
            value={schema ?? ALL}
            allowDeselect={false}
            searchable
            onChange={(value) => setSchema(value === ALL ? null : value)}
          />
        )}
      </Stack>
      {page && (
        <div className="side-title" role="status">
          {page.total === 1 ? "1 table" : `${page.total} tables`}
        </div>
      )}
      {tables.isError && <Problem error={tables.error} />}
      {page ? <SideList items={rows.map((row) => item(source, row))} onEnd={more} /> : !tables.isError && <Coming />}
    </>
  );
}

function item(source: string, row: TableRow) {
  const name = tableText(row.table);
  return {
    key: JSON.stringify(row.table),
    to: tablePath(source, row.table, "").replace(/\/$/, ""),
    name,
    icon: <KindIcon kind={row.kind} />,
    dimmed: !row.tracked,
  };
}

const PAGE = 200;

function useTables(source: string, schema: string | null, search: string) {
  const send = useSend();
  return useInfiniteQuery({
    queryKey: ["metadata", "dovetail_list_tables", "pages", source, schema, search],
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    queryFn: async ({ pageParam }) => {
      const args = { source, search, offset: pageParam, limit: PAGE, ...(schema === null ? {} : { schema }) };
      return (await send("v1/metadata", { type: "dovetail_list_tables", args })) as TablePage;
    },
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.tables.length, 0);
      return last.tables.length > 0 && loaded < last.total ? loaded : undefined;
    },
  });
}
