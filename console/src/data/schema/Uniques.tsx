import { MultiSelect, Stack } from "@mantine/core";
import { useState } from "react";
import type { TableView } from "../../metadata/types.ts";
import { addUnique, dropConstraint } from "./alter.ts";
import { Constraints } from "./Constraints.tsx";
import type { Described } from "./describe.ts";
import { Proposal } from "./Proposal.tsx";

interface Props {
  source: string;
  view: TableView;
  facts: Described;
}

export function Uniques({ source, view, facts }: Props) {
  return (
    <Constraints
      title="Unique keys"
      hint="No two rows have the same values in these columns."
      source={source}
      one="unique key"
      items={facts.constraints
        .filter((each) => each.kind === "u")
        .map((each) => ({ ...each, drop: dropConstraint(view.table, each.name) }))}
      form={(close) => <NewUnique source={source} view={view} facts={facts} onClose={close} />}
    />
  );
}

function NewUnique({ source, view, facts, onClose }: Props & { onClose(): void }) {
  const [columns, setColumns] = useState<string[]>([]);
  return (
    <Stack gap="sm">
      <MultiSelect
        label="Columns"
        data={facts.columns.map((column) => column.name)}
        value={columns}
        onChange={setColumns}
      />
      <Proposal
        source={source}
        statement={columns.length === 0 ? "" : addUnique(view.table, columns)}
        problem={columns.length === 0 ? "Choose columns." : null}
        label="Add"
        done="The unique key was added"
        onDone={onClose}
        onCancel={onClose}
      />
    </Stack>
  );
}
