import { Badge, Code, Group, Table, Text } from "@mantine/core";
import { Boxes } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { actionPath } from "../metadata/names.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import { Confirmed } from "../parts/Confirmed.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Heading } from "../parts/Heading.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { Search } from "../parts/Search.tsx";
import { AddTypes } from "./AddTypes.tsx";
import { printTypes } from "./print.ts";
import { TypeRelationships } from "./TypeRelationships.tsx";
import type { CustomTypes, TypesView } from "./types.ts";

/** All custom types, whichever actions use them: their relationships, and those nobody uses any more. */
export function TypesPage() {
  const query = useAsk<TypesView>("dovetail_get_custom_types");
  const [search, setSearch] = useState("");
  return (
    <>
      <Heading above="Actions" title="Types" actions={query.data && <AddTypes view={query.data} />} />
      <div className="page-body">
        <Loaded query={query}>
          {(view) => {
            const rows = listed(view.custom_types, search);
            if (rows.length === 0 && search === "") {
              return (
                <Empty Icon={Boxes} title="No types yet">
                  What an action takes and answers has types. They come with the action that is created with them.
                </Empty>
              );
            }
            return (
              <>
                <Group mb="md" maw={360}>
                  <Search label="Search types" value={search} onChange={setSearch} />
                </Group>
                {rows.map((row) => (
                  <TypeRow key={row.name} row={row} view={view} />
                ))}
              </>
            );
          }}
        </Loaded>
      </div>
    </>
  );
}

interface Row {
  name: string;
  kind: string;
  alone: CustomTypes;
}

function listed(types: CustomTypes, search: string): Row[] {
  const rows: Row[] = [
    ...(types.objects ?? []).map((type) => ({ name: type.name, kind: "type", alone: { objects: [type] } })),
    ...(types.interfaces ?? []).map((type) => ({ name: type.name, kind: "interface", alone: { interfaces: [type] } })),
    ...(types.unions ?? []).map((type) => ({ name: type.name, kind: "union", alone: { unions: [type] } })),
    ...(types.input_objects ?? []).map((type) => ({
      name: type.name,
      kind: "input",
      alone: { input_objects: [type] },
    })),
    ...(types.enums ?? []).map((type) => ({ name: type.name, kind: "enum", alone: { enums: [type] } })),
    ...(types.scalars ?? []).map((type) => ({ name: type.name, kind: "scalar", alone: { scalars: [type] } })),
  ];
  return rows.filter((row) => row.name.toLowerCase().includes(search.toLowerCase()));
}

function TypeRow({ row, view }: { row: Row; view: TypesView }) {
  const { busy, make } = useChange();
  const users = view.used_by[row.name] ?? [];
  const object = row.alone.objects?.[0];
  return (
    <section className="type" aria-label={row.name}>
      <Table withRowBorders={false}>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td w="50%" valign="top">
              <Code block>{printTypes(row.alone).trimEnd()}</Code>
            </Table.Td>
            <Table.Td valign="top">
              <Group gap="xs" mb="xs">
                <Badge variant="light" color="gray">
                  {row.kind}
                </Badge>
                {users.map((user) => (
                  <Badge key={user} variant="light" component={Link} to={actionPath(user)} className="link-badge">
                    {user}
                  </Badge>
                ))}
                {users.length === 0 && (
                  <>
                    <Text size="sm" c="dimmed">
                      no action uses it
                    </Text>
                    <Confirmed
                      label="Delete"
                      question={`Delete the type ${row.name}?`}
                      busy={busy}
                      onConfirm={() =>
                        make(
                          { type: "dovetail_change_custom_types", args: { drop: [row.name] } },
                          view.resource_version,
                          `The type ${row.name} was deleted`,
                        )
                      }
                    >
                      No action uses it.
                    </Confirmed>
                  </>
                )}
              </Group>
              {object && <TypeRelationships type={object} version={view.resource_version} />}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </section>
  );
}
