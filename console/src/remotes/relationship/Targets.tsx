import { Select } from "@mantine/core";
import type { ActionPage, ActionView } from "../../actions/types.ts";
import type { TableView } from "../../metadata/types.ts";
import { useAsk } from "../../metadata/useEngine.ts";
import { Pairs } from "../../parts/Pairs.tsx";
import { RelationshipType } from "../../parts/RelationshipType.tsx";
import { TablePicker } from "../../parts/TablePicker.tsx";
import type { RemotePage } from "../types.ts";
import { ListOfKeys } from "./Advanced.tsx";
import { ArgumentRows } from "./ArgumentRows.tsx";
import type { Target } from "./target.ts";
import { leavesOf, useRoots } from "./useRoots.ts";

interface Props<K extends Target["kind"]> {
  /** The fields of the type it starts at. */
  fields: string[];
  target: Extract<Target, { kind: K }>;
  onChange(target: Target): void;
}

export function ToTable({ fields, target, onChange }: Props<"table">) {
  const view = useAsk<TableView>(
    "dovetail_get_table",
    { source: target.source, table: target.table },
    { enabled: target.table !== null },
  );
  const columns = (view.data?.columns ?? []).map((column) => column.name);
  return (
    <>
      <RelationshipType value={target.type} onChange={(type) => onChange({ ...target, type })} />
      <TablePicker
        source={target.source}
        table={target.table}
        onSource={(source) => onChange({ ...target, source, table: null, pairs: [] })}
        onChange={(table) => onChange({ ...target, table, pairs: target.pairs.map((pair) => ({ ...pair, to: "" })) })}
      />
      <Pairs
        from={fields}
        to={target.table === null ? null : columns}
        pairs={target.pairs}
        onChange={(pairs) => onChange({ ...target, pairs })}
      />
    </>
  );
}

export function ToRemote({ fields, target, onChange }: Props<"remote">) {
  const remotes = useAsk<RemotePage>("dovetail_list_remote_schemas", { limit: 1000 });
  const roots = useRoots(target.remote);
  const field = roots?.[target.field];
  return (
    <>
      <Select
        label="Remote schema"
        placeholder="Choose"
        data={(remotes.data?.remote_schemas ?? []).map((each) => each.name)}
        value={target.remote || null}
        searchable
        onChange={(remote) => onChange({ ...target, remote: remote ?? "", field: "", given: {} })}
      />
      <Select
        label="Field"
        placeholder={roots ? "Choose" : "Choose a remote schema first"}
        data={Object.keys(roots ?? {})}
        value={target.field || null}
        disabled={!roots}
        searchable
        onChange={(name) => onChange({ ...target, field: name ?? "", given: {} })}
      />
      {field && (
        <ArgumentRows
          taken={field.args.map((arg) => ({ name: arg.name, type: String(arg.type) }))}
          fields={fields}
          given={target.given}
          onChange={(given) => onChange({ ...target, given })}
        />
      )}
    </>
  );
}

/** Whether the remote field is asked once for all keys. */
export function BatchOfKeys({ target, onChange }: Omit<Props<"remote">, "fields">) {
  const roots = useRoots(target.remote);
  return (
    <ListOfKeys
      fields={leavesOf(roots?.[target.field])}
      batch={target.batch}
      onChange={(batch) => onChange({ ...target, batch })}
    />
  );
}

export function ToAction({ fields, target, onChange }: Props<"action">) {
  const actions = useAsk<ActionPage>("dovetail_list_actions", { limit: 1000 });
  const view = useAsk<ActionView>("dovetail_get_action", { name: target.action }, { enabled: target.action !== "" });
  return (
    <>
      <Select
        label="Action"
        description="Of actions, queries can be joined."
        placeholder="Choose"
        data={(actions.data?.actions ?? []).filter((each) => each.type === "query").map((each) => each.name)}
        value={target.action || null}
        searchable
        nothingFoundMessage="There is no action of the type query"
        onChange={(action) => onChange({ ...target, action: action ?? "", given: {} })}
      />
      {view.data && (
        <ArgumentRows
          taken={view.data.action.definition.arguments ?? []}
          fields={fields}
          given={target.given}
          onChange={(given) => onChange({ ...target, given })}
        />
      )}
    </>
  );
}
