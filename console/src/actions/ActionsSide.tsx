import { Button, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Boxes, Plus, SquareFunction, Workflow } from "lucide-react";
import { useState } from "react";
import { Link, NavLink } from "react-router";
import { actionPath } from "../metadata/names.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { Loaded } from "../parts/Loaded.tsx";
import { Search } from "../parts/Search.tsx";
import { SideList } from "../parts/SideList.tsx";
import type { ActionPage } from "./types.ts";

const MOST = 1000;

export function ActionsSide() {
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search, 150);
  const query = useAsk<ActionPage>("dovetail_list_actions", { search: settled, limit: MOST }, { keep: true });
  return (
    <>
      <Stack gap="xs" p="sm">
        <Button component={Link} to="/actions/create" size="xs" leftSection={<Plus size={15} />}>
          Create an action
        </Button>
        <NavLink to="/actions/types" className="side-item">
          <Boxes size={15} aria-hidden /> Types
        </NavLink>
        <Search label="Search actions" value={search} onChange={setSearch} />
      </Stack>
      <Loaded query={query}>
        {(page) => (
          <SideList
            items={page.actions.map((action) => ({
              key: action.name,
              to: actionPath(action.name).replace(/\/modify$/, ""),
              name: action.name,
              icon:
                action.type === "query" ? <SquareFunction size={15} aria-hidden /> : <Workflow size={15} aria-hidden />,
            }))}
          />
        )}
      </Loaded>
    </>
  );
}
