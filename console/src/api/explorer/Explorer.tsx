import { useGraphiQL, useOperationsEditorState, useOptimisticState } from "@graphiql/react";
import { ActionIcon, Menu, NativeSelect, TextInput } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { OperationTypeNode, type DocumentNode, type OperationDefinitionNode } from "graphql";
import { Plus, Trash2 } from "lucide-react";
import { use, useDeferredValue, useMemo, useRef, useState } from "react";
import { Coming } from "../../parts/Loaded.tsx";
import { Search } from "../../parts/Search.tsx";
import type { LazySchema } from "../schema/lazy.ts";
import { SchemaContext } from "../schema/context.ts";
import { another, kinds, operations, read, renamed, replaced, root } from "./draft.ts";
import { ExplorerRow, ROW_PIXELS } from "./ExplorerRow.tsx";
import { selectionRows, type Row } from "./rows.ts";

const EMPTY: DocumentNode = read("") as DocumentNode;

/** The fields that can be asked for, to be ticked: what is ticked stands in the query, and the other way round. */
export function Explorer() {
  const reading = use(SchemaContext);
  if (reading?.schema) {
    return <Fields schema={reading.schema} />;
  }
  return (
    <div className="explorer">
      <h2 className="explorer-title">Explorer</h2>
      {reading === null || reading.busy ? <Coming /> : <p role="alert">{reading.failure}</p>}
    </div>
  );
}

function Fields({ schema }: { schema: LazySchema }) {
  const [text, setText] = useOptimisticState(useOperationsEditorState());
  const atCursor = useGraphiQL((state) => state.operationName);
  const [wanted, setWanted] = useState<number | null>(null);
  const [search, setSearch] = useState("");
  const words = useDeferredValue(search).toLowerCase().split(/\s+/);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  // While somebody types what cannot be read yet, the last that could.
  const last = useRef(EMPTY);
  const now = useMemo(() => read(text), [text]);
  if (now) {
    last.current = now;
  }
  const document = now ?? last.current;
  // A change would put that one into the editor, over what is being typed.
  const disabled = now === null;
  const all = operations(document);
  const named = all.findIndex((each) => each.name?.value === atCursor);
  const chosen = wanted !== null && wanted < all.length ? wanted : Math.max(0, named);
  const operation = all[chosen] ?? null;

  function put(old: OperationDefinitionNode | null, next: OperationDefinitionNode | null) {
    setText(replaced(schema, document, old, next));
  }

  function add(kind: OperationTypeNode) {
    put(null, another(document, kind));
    setWanted(all.length);
  }

  const shown = operation ?? another(document, OperationTypeNode.QUERY);
  const type = root(schema, shown.operation);
  const rows = type
    ? selectionRows({ schema, words, closed }, type, operation ? shown.selectionSet.selections : [], (selections) =>
        put(operation, { ...shown, selectionSet: { ...shown.selectionSet, selections } }),
      )
    : [];
  return (
    <div className="explorer">
      <h2 className="explorer-title">Explorer</h2>
      <div className="explorer-bar">
        {all.length > 1 && (
          <NativeSelect
            size="xs"
            aria-label="Operation"
            value={chosen}
            data={all.map((each, index) => ({ value: String(index), label: titleOf(each, index) }))}
            onChange={(event) => setWanted(Number(event.currentTarget.value))}
          />
        )}
        <TextInput
          size="xs"
          flex={1}
          aria-label={`Name of the ${shown.operation}`}
          leftSection={<span className="explorer-kind">{shown.operation}</span>}
          leftSectionWidth={84}
          placeholder="without a name"
          spellCheck={false}
          disabled={disabled || operation === null}
          value={operation?.name?.value ?? ""}
          onChange={(event) => operation && put(operation, renamed(operation, event.currentTarget.value))}
        />
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} disabled={disabled} aria-label="Add an operation">
              <Plus size={15} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {kinds(schema).map((kind) => (
              <Menu.Item key={kind} onClick={() => add(kind)}>
                {kind}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {all.length > 1 && (
          <ActionIcon
            variant="default"
            size={30}
            aria-label={`Remove the ${shown.operation}`}
            disabled={disabled}
            onClick={() => put(operation, null)}
          >
            <Trash2 size={15} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <Search label="Search fields" value={search} onChange={setSearch} />
      {disabled && (
        <p className="explorer-note" role="status">
          The query cannot be read. This was the last that could.
        </p>
      )}
      <Rows rows={rows} disabled={disabled} onOpen={(key) => setClosed(toggled(closed, key))} />
    </div>
  );
}

/** Of which only those in sight exist: a thousand tables make thousands. */
function Rows({ rows, disabled, onOpen }: { rows: readonly Row[]; disabled: boolean; onOpen(key: string): void }) {
  const frame = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PIXELS,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });
  return (
    <div ref={frame} className="explorer-rows" tabIndex={-1}>
      <div role="list" aria-label="Fields" style={{ height: lines.getTotalSize(), position: "relative" }}>
        {lines.getVirtualItems().map((line) => {
          const row = rows[line.index];
          return (
            row && (
              <ExplorerRow
                key={row.key}
                row={row}
                top={line.start}
                count={rows.length}
                disabled={disabled}
                index={line.index}
                onOpen={onOpen}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function titleOf(operation: OperationDefinitionNode, index: number): string {
  return operation.name?.value ?? `${operation.operation} ${index + 1}`;
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) {
    next.add(key);
  }
  return next;
}
