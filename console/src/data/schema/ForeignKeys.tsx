import { Anchor, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { tablePath, tableText } from "../../metadata/names.ts";
import type { TableView } from "../../metadata/types.ts";
import { addForeignKey, dropConstraint } from "./alter.ts";
import { Constraints } from "./Constraints.tsx";
import type { Described } from "./describe.ts";
import { ForeignKeyFields } from "./ForeignKeyFields.tsx";
import { keyOf, NO_KEY } from "./keyInMind.ts";
import { Proposal } from "./Proposal.tsx";

interface Props {
  source: string;
  view: TableView;
  facts: Described;
}

/** What rows of other tables this one's rows point to; and which tables point here. */
export function ForeignKeys({ source, view, facts }: Props) {
  const pointing = view.referenced_by ?? [];
  return (
    <>
      <Constraints
        title="Foreign keys"
        hint="A value here must be there in another table."
        source={source}
        one="foreign key"
        items={facts.constraints
          .filter((each) => each.kind === "f")
          .map((each) => ({ ...each, drop: dropConstraint(view.table, each.name) }))}
        form={(close) => <NewKey source={source} view={view} onClose={close} />}
      />
      {pointing.length > 0 && (
        <Group gap={8} mb="md" mt={-4} px="xs">
          <Text size="sm" c="dimmed">
            Other tables point here:
          </Text>
          {pointing.map((key) => (
            <Anchor
              key={key.constraint_name + tableText(key.table)}
              component={Link}
              to={tablePath(source, key.table, "modify")}
              size="sm"
            >
              <bdi>{tableText(key.table)}</bdi>
            </Anchor>
          ))}
        </Group>
      )}
    </>
  );
}

function NewKey({ source, view, onClose }: { source: string; view: TableView; onClose(): void }) {
  const [draft, setDraft] = useState(NO_KEY);
  const key = keyOf(draft);
  return (
    <Stack gap="sm">
      <ForeignKeyFields
        source={source}
        columns={(view.columns ?? []).map((column) => column.name)}
        draft={draft}
        onChange={setDraft}
      />
      <Proposal
        source={source}
        statement={key === null ? "" : addForeignKey(view.table, key)}
        problem={key === null ? "A table and at least one pair of columns." : null}
        label="Add"
        done="The foreign key was added"
        onDone={onClose}
        onCancel={onClose}
      />
    </Stack>
  );
}
