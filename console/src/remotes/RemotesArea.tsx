import { Button, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Cloud, CloudOff, Plus } from "lucide-react";
import { useState } from "react";
import { Link, Route, Routes } from "react-router";
import { remotePath } from "../metadata/names.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { Area } from "../parts/Area.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { NotFound } from "../parts/NotFound.tsx";
import { Search } from "../parts/Search.tsx";
import { SideList } from "../parts/SideList.tsx";
import { AddRemote } from "./AddRemote.tsx";
import { RemotePage as Page } from "./RemotePage.tsx";
import { RemotesHome } from "./RemotesHome.tsx";
import type { RemotePage } from "./types.ts";

/** Other GraphQL servers, joined to this one's schema. */
export function Component() {
  return (
    <Area name="Remote schemas" side={<Side />}>
      <Routes>
        <Route index element={<RemotesHome />} />
        <Route path="add" element={<AddRemote />} />
        <Route path="manage/:remote/*" element={<Page />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Area>
  );
}

function Side() {
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search, 150);
  const query = useAsk<RemotePage>("dovetail_list_remote_schemas", { search: settled, limit: 1000 }, { keep: true });
  return (
    <>
      <Stack gap="xs" p="sm">
        <Button component={Link} to="/remote-schemas/add" size="xs" leftSection={<Plus size={15} />}>
          Add a remote schema
        </Button>
        <Search label="Search remote schemas" value={search} onChange={setSearch} />
      </Stack>
      <Loaded query={query}>
        {(page) => (
          <SideList
            items={page.remote_schemas.map((remote) => ({
              key: remote.name,
              to: remotePath(remote.name).replace(/\/details$/, ""),
              name: remote.name,
              icon: remote.connected ? (
                <Cloud size={15} aria-hidden />
              ) : (
                <CloudOff size={15} aria-label="not reached" />
              ),
              dimmed: !remote.connected,
            }))}
          />
        )}
      </Loaded>
    </>
  );
}
