import { Group, MultiSelect, Text } from "@mantine/core";
import { useState } from "react";
import type { TableView } from "../../metadata/types.ts";
import { dropConstraint, setPrimaryKey } from "./alter.ts";
import type { ConstraintFacts, Described } from "./describe.ts";
import { Dropping } from "./Dropping.tsx";
import { Proposal } from "./Proposal.tsx";
import { Section } from "./Section.tsx";

interface Props {
  source: string;
  view: TableView;
  facts: Described;
}

export function keyOf({ constraints }: Described): ConstraintFacts | undefined {
  return constraints.find((each) => each.kind === "p");
}

/** The columns that tell the rows apart. */
export function PrimaryKey({ source, view, facts }: Props) {
  const key = keyOf(facts);
  const before = key?.columns ?? [];
  const [columns, setColumns] = useState(before);
  const changed = columns.join("\n") !== before.join("\n");
  return (
    <Section
      title="Primary key"
      action={
        key && <Dropping source={source} statement={dropConstraint(view.table, key.name)} what="the primary key" />
      }
    >
      <MultiSelect
        aria-label="Columns of the primary key"
        placeholder={columns.length === 0 ? "None. Choose the columns that tell the rows apart." : ""}
        data={facts.columns.map((column) => column.name)}
        value={columns}
        onChange={setColumns}
        mb={changed ? "sm" : 0}
      />
      {changed && (
        <Proposal
          source={source}
          statement={columns.length === 0 ? "" : setPrimaryKey(view.table, key?.name ?? null, columns)}
          problem={columns.length === 0 ? "Choose columns, or drop the key with the button above." : null}
          label="Save"
          done="The primary key was saved"
          onDone={() => {}}
          onCancel={() => setColumns(before)}
        />
      )}
      {key && !changed && (
        <Group mt={6}>
          <Text size="xs" c="dimmed" className="breakable">
            {key.name}
          </Text>
        </Group>
      )}
    </Section>
  );
}
