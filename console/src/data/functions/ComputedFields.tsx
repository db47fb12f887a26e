import { ActionIcon, Button, Code, Table, Text } from "@mantine/core";
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { tableText } from "../../metadata/names.ts";
import type { TableView } from "../../metadata/types.ts";
import { useChange } from "../../metadata/useEngine.ts";
import { Confirmed } from "../../parts/Confirmed.tsx";
import { useLeaving } from "../../parts/guard.tsx";
import { Section } from "../schema/Section.tsx";
import { draftOf, dropCommand } from "./computed.ts";
import { ComputedForm } from "./ComputedForm.tsx";

/** Fields of the table that a function of Postgres makes of a row. */
export function ComputedFields({ source, view }: { source: string; view: TableView }) {
  const fields = view.metadata?.computed_fields ?? [];
  /** The name of the one that is edited; empty for a new one. */
  const [edited, setEdited] = useState<string | null>(null);
  const { busy, make } = useChange();
  const { leave, within } = useLeaving();
  return (
    <Section
      title="Computed fields"
      hint="Made of a row by a function of Postgres that takes one: create function full_name(users) returns text …"
    >
      {fields.length > 0 && (
        <Table className="list-table" mb="sm">
          <Table.Tbody>
            {fields.map((field) => {
              const draft = draftOf(field);
              return (
                <Table.Tr key={field.name}>
                  <Table.Td className="breakable">
                    <Text size="sm" fw={500}>
                      <bdi>{field.name}</bdi>
                    </Text>
                    <Text size="xs" c="dimmed">
                      <bdi>{draft.comment}</bdi>
                    </Text>
                  </Table.Td>
                  <Table.Td className="breakable">
                    <Code>{draft.function === null ? "" : tableText(draft.function)}</Code>
                  </Table.Td>
                  <Table.Td className="row-actions">
                    <ActionIcon
                      variant="subtle"
                      mr={6}
                      aria-label={`Edit ${field.name}`}
                      onClick={() => leave(() => setEdited(field.name))}
                    >
                      <Pencil size={15} />
                    </ActionIcon>
                    <Confirmed
                      label={`Drop ${field.name}`}
                      question={`Drop the computed field ${field.name}?`}
                      busy={busy}
                      onConfirm={() =>
                        make(
                          dropCommand(source, view.table, field.name),
                          view.resource_version,
                          `${field.name} was dropped`,
                        )
                      }
                    >
                      It leaves the GraphQL API. The function itself stays as it is.
                    </Confirmed>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
      {edited === null ? (
        <Button size="xs" variant="light" leftSection={<Plus size={14} />} onClick={() => setEdited("")}>
          Add a computed field
        </Button>
      ) : (
        within(
          <ComputedForm
            key={edited}
            source={source}
            view={view}
            before={fields.find((field) => field.name === edited) ?? null}
            onDone={() => setEdited(null)}
          />,
        )
      )}
    </Section>
  );
}
