import {
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSelectionFeature,
  tableFeatures,
  useTable,
  type RowSelectionState,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import type { Cell } from "../sql.ts";
import { loadLayout, storeLayout, type Layout } from "./layout.ts";

const FEATURES = tableFeatures({
  columnOrderingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSelectionFeature,
});

interface Options {
  /** Under which name the layout is kept. */
  table: string;
  columns: string[];
  rows: Cell[][];
  /** What tells a row apart; one that cannot be told cannot be chosen. */
  idOf: ((row: Cell[]) => string) | null;
}

/** The rows as a grid: columns in the order and width one likes, rows that can be chosen. */
export function useGrid({ table, columns, rows, idOf }: Options) {
  const [layout, setLayout] = useState(() => loadLayout(localStorage, table, columns));
  const [chosen, setChosen] = useState<RowSelectionState>({});
  const names = columns.join("\n");
  // Ids are prefixed: a column may be called __proto__.
  const definitions = useMemo(
    () => columns.map((name, index) => ({ id: `:${name}`, accessorFn: (row: Cell[]) => row[index] ?? null })),
    [names],
  );

  function change(part: Partial<Layout>) {
    const next = { ...layout, ...part };
    setLayout(next);
    storeLayout(localStorage, table, next);
  }

  const grid = useTable({
    features: FEATURES,
    columns: definitions,
    data: rows,
    enableRowSelection: idOf !== null,
    getRowId: (row, index) => (idOf === null ? String(index) : idOf(row)),
    state: {
      columnOrder: layout.order.map((name) => `:${name}`),
      columnVisibility: Object.fromEntries(layout.hidden.map((name) => [`:${name}`, false])),
      columnSizing: Object.fromEntries(Object.entries(layout.widths).map(([name, width]) => [`:${name}`, width])),
      rowSelection: chosen,
    },
    onRowSelectionChange: setChosen,
  });
  return { grid, layout, change, chosen, forget: () => setChosen({}) };
}

/** The column's own name. */
export function nameOf(id: string): string {
  return id.slice(1);
}
