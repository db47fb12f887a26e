import { Badge, Button, Code, Group, Menu, SegmentedControl, Table, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { ChevronDown, Plus, SquareFunction } from "lucide-react";
import { useState } from "react";
import { useAsk, useChange } from "../../metadata/useEngine.ts";
import { tableText } from "../../metadata/names.ts";
import { Empty } from "../../parts/Empty.tsx";
import { useLeaving } from "../../parts/guard.tsx";
import { Loaded } from "../../parts/Loaded.tsx";
import { Search } from "../../parts/Search.tsx";
import { Pages } from "../../parts/Pages.tsx";
import { hindrance, signature, trackCommand, type FunctionPage, type FunctionRow } from "./functions.ts";
import { TrackedFunction } from "./TrackedFunction.tsx";

const PAGE = 50;

/** The functions of a database that return rows of a table: those that are root fields, and those that could be. */
export function Functions({ source }: { source: string }) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, 150);
  const [tracked, setTracked] = useState(true);
  const [page, setPage] = useState(1);
  const args = { source, tracked, search, limit: PAGE, offset: (page - 1) * PAGE };
  const query = useAsk<FunctionPage>("dovetail_list_functions", args, { keep: true });
  const { leave, within } = useLeaving();
  return (
    <div className="form">
      <Group mb="md">
        <SegmentedControl
          size="xs"
          aria-label="Which functions"
          data={["Tracked", "Not tracked"]}
          value={tracked ? "Tracked" : "Not tracked"}
          onChange={(value) =>
            leave(() => {
              setTracked(value === "Tracked");
              setPage(1);
            })
          }
        />
        <Search
          label="Search functions"
          value={typed}
          onChange={(value) =>
            leave(() => {
              setTyped(value);
              setPage(1);
            })
          }
        />
      </Group>
      <Loaded query={query}>
        {({ functions, total, resource_version: version }) =>
          functions.length === 0 ? (
            <Empty Icon={SquareFunction} title={emptyTitle(tracked, search)}>
              A function that returns rows of a table can be a query or a mutation with arguments. Make one on the SQL
              page: <Code>create function … returns setof users language sql stable as …</Code>
            </Empty>
          ) : (
            <>
              {tracked ? (
                within(
                  functions.map((row) => (
                    <TrackedFunction key={JSON.stringify(row.function)} source={source} row={row} version={version} />
                  )),
                )
              ) : (
                <Untracked source={source} functions={functions} version={version} />
              )}
              {total > PAGE && (
                <Pages total={Math.ceil(total / PAGE)} value={page} onChange={(next) => leave(() => setPage(next))} />
              )}
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function emptyTitle(tracked: boolean, search: string): string {
  if (search !== "") {
    return "No function has such a name";
  }
  return tracked ? "No function is tracked" : "No function to track";
}

interface UntrackedProps {
  source: string;
  functions: FunctionRow[];
  version: number;
}

function Untracked({ source, functions, version }: UntrackedProps) {
  const { busy, make } = useChange();
  const track = (row: FunctionRow, as: "" | "query" | "mutation") =>
    void make(trackCommand(source, row, as), version, `${tableText(row.function)} is tracked`);
  return (
    <Table className="list-table">
      <Table.Tbody>
        {functions.map((row) => (
          <Table.Tr key={JSON.stringify(row.function)}>
            <Table.Td className="breakable">
              {row.overloads.map((overload, index) => (
                <div key={index}>
                  <Code>{signature(row.function, overload)}</Code>{" "}
                  <Badge size="xs" variant="light" color="gray">
                    {overload.volatility}
                  </Badge>
                </div>
              ))}
              <Text size="xs" c="dimmed">
                {hindrance(row) ?? row.overloads[0]?.comment}
              </Text>
            </Table.Td>
            <Table.Td className="row-actions">
              <Group gap={0} wrap="nowrap" justify="flex-end">
                <Button
                  size="xs"
                  variant="light"
                  leftSection={<Plus size={14} />}
                  loading={busy}
                  disabled={hindrance(row) !== null}
                  aria-label={`Track ${tableText(row.function)}`}
                  onClick={() => track(row, "")}
                >
                  Track
                </Button>
                <Menu position="bottom-end">
                  <Menu.Target>
                    <Button size="xs" variant="subtle" px={6} aria-label={`Track ${tableText(row.function)} as …`}>
                      <ChevronDown size={14} />
                    </Button>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => track(row, "query")}>Track as a query</Menu.Item>
                    <Menu.Item onClick={() => track(row, "mutation")}>Track as a mutation</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
