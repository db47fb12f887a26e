import { Checkbox, Table, UnstyledButton } from "@mantine/core";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { CSSProperties } from "react";
import type { TableView } from "../../metadata/types.ts";
import type { Cell } from "../sql.ts";
import type { Look } from "./look.ts";
import { followed, pointing } from "./follow.ts";
import { Resizer } from "./Resizer.tsx";
import { RowActions } from "./RowActions.tsx";
import { nameOf, type useGrid } from "./useGrid.ts";
import { Value } from "./Value.tsx";

interface Props {
  source: string;
  view: TableView;
  state: ReturnType<typeof useGrid>;
  look: Look;
  busy: boolean;
  /** Rows can be told apart, and so be chosen and changed. */
  keyed: boolean;
  onOrder(order: Look["order"]): void;
  onEdit(row: Cell[]): void;
  onDelete(row: Cell[]): void;
}

/** The rows, in the columns one wants to see. */
export function Grid({ source, view, state, look, busy, keyed, onOrder, onEdit, onDelete }: Props) {
  const { grid, layout, change } = state;
  const columns = (view.columns ?? []).map((column) => column.name);
  const [group] = grid.getHeaderGroups();
  const width = (name: string): CSSProperties => {
    const pixels = layout.widths[name];
    return pixels === undefined ? {} : { width: pixels, minWidth: pixels, maxWidth: pixels };
  };
  const resize = (name: string, pixels: number | undefined) => {
    const { [name]: _, ...others } = layout.widths;
    change({ widths: pixels === undefined ? others : { ...others, [name]: pixels } });
  };
  return (
    <div className="grid-frame" tabIndex={0} role="region" aria-label="Rows">
      <Table className="grid" stickyHeader highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {keyed && (
              <Table.Th w={30}>
                <Checkbox
                  size="xs"
                  aria-label="All rows of this page"
                  checked={grid.getIsAllRowsSelected()}
                  indeterminate={grid.getIsSomeRowsSelected() && !grid.getIsAllRowsSelected()}
                  onChange={grid.getToggleAllRowsSelectedHandler()}
                />
              </Table.Th>
            )}
            {keyed && <Table.Th aria-label="Changes" w={72} />}
            {(group?.headers ?? []).map((header) => {
              const name = nameOf(header.column.id);
              return (
                <Table.Th key={header.id} aria-sort={sortOf(look, name)} style={width(name)} className="resizable">
                  <UnstyledButton className="sorter" onClick={() => onOrder(nextOrder(look, name))}>
                    <bdi className="side-name">{name}</bdi>
                    {look.order?.column === name &&
                      (look.order.descending ? <ArrowDown size={13} /> : <ArrowUp size={13} />)}
                  </UnstyledButton>
                  <Resizer name={name} width={layout.widths[name]} onChange={(pixels) => resize(name, pixels)} />
                </Table.Th>
              );
            })}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {grid.getRowModel().rows.map((row) => {
            const cell = (name: string) => row.original[columns.indexOf(name)] ?? null;
            return (
              <Table.Tr key={row.id} data-chosen={row.getIsSelected() || undefined}>
                {keyed && (
                  <Table.Td>
                    <Checkbox
                      size="xs"
                      aria-label={`Choose row ${row.index + 1}`}
                      checked={row.getIsSelected()}
                      onChange={row.getToggleSelectedHandler()}
                    />
                  </Table.Td>
                )}
                {keyed && (
                  <Table.Td className="row-actions">
                    <RowActions
                      busy={busy}
                      onEdit={view.writable?.update ? () => onEdit(row.original) : null}
                      onDelete={view.writable?.delete ? () => onDelete(row.original) : null}
                      pointing={pointing(source, view, cell)}
                    />
                  </Table.Td>
                )}
                {row.getVisibleCells().map((each) => {
                  const name = nameOf(each.column.id);
                  return (
                    <Table.Td key={each.id} style={width(name)}>
                      <Value value={cell(name)} to={followed(source, view, name, cell)} />
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
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
