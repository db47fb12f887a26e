import { Text } from "@mantine/core";
import { useState } from "react";
import type { TableRef } from "../../metadata/names.ts";
import { alterColumn, draftOf } from "./alter.ts";
import { ColumnFields } from "./ColumnFields.tsx";
import type { ColumnFacts } from "./describe.ts";
import { Proposal } from "./Proposal.tsx";
import { useTypes } from "./useCatalog.ts";

interface Props {
  source: string;
  table: TableRef;
  facts: ColumnFacts;
  /** The constraint that makes it unique. */
  unique: string | null;
  onDone(): void;
}

/** Changes one column. Begun with what it was: what is read anew meanwhile does not disturb. */
export function ColumnEditor({ source, table, facts: now, unique: key, onDone }: Props) {
  const [{ facts, unique }] = useState({ facts: now, unique: key });
  const [draft, setDraft] = useState(() => draftOf(facts, unique !== null));
  const types = useTypes(source);
  const fixed = facts.generated || facts.identity !== "";
  const statement = alterColumn(table, facts, unique, draft);
  return (
    <div className="inset" role="form" aria-label={`Edit ${facts.name}`}>
      <ColumnFields draft={draft} types={types} fixed={fixed} onChange={(part) => setDraft({ ...draft, ...part })} />
      {draft.name !== facts.name && (
        <Text size="xs" c="dimmed" mb="xs">
          The metadata follows: permissions and relationships name the column as it is called then.
        </Text>
      )}
      <Proposal
        source={source}
        statement={statement}
        problem={draft.name === "" || draft.type.trim() === "" ? "A column needs a name and a type." : null}
        label="Save"
        done={`${draft.name} was saved`}
        onDone={onDone}
        onCancel={onDone}
      />
    </div>
  );
}
