import { ActionIcon, Anchor, Button, Group, Table, Text, TextInput } from "@mantine/core";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { segment } from "../../metadata/names.ts";
import type { TablePage } from "../../metadata/types.ts";
import { useAsk } from "../../metadata/useEngine.ts";
import { Loaded } from "../../parts/Loaded.tsx";
import { Dropping } from "../schema/Dropping.tsx";
import { Proposal } from "../schema/Proposal.tsx";
import { Section } from "../schema/Section.tsx";
import { useSchemas } from "../schema/useCatalog.ts";
import { createSchema, dropSchema, renameSchema } from "./schemas.ts";

/** The schemas of a database: folders for tables. */
export function Schemas({ source }: { source: string }) {
  const names = useSchemas(source);
  const counts = useAsk<TablePage>("dovetail_list_tables", { source, limit: 0 });
  const [renamed, setRenamed] = useState<{ from: string; to: string } | null>(null);
  const countOf = (name: string) => counts.data?.schemas.find((each) => each.name === name)?.tables ?? 0;
  return (
    <div className="form">
      <Section title="Schemas" hint="Tables of other schemas than public get its name before theirs in GraphQL.">
        <Loaded query={names}>
          {(list) => (
            <Table className="list-table">
              <Table.Tbody>
                {list.map((name) => (
                  <Table.Tr key={name}>
                    <Table.Td className="breakable">
                      {renamed?.from === name ? (
                        <>
                          <TextInput
                            aria-label={`New name for ${name}`}
                            size="xs"
                            mb="xs"
                            value={renamed.to}
                            spellCheck={false}
                            onChange={(event) => setRenamed({ from: name, to: event.currentTarget.value })}
                          />
                          <Proposal
                            source={source}
                            statement={renamed.to === name ? "" : renameSchema(name, renamed.to)}
                            problem={renamed.to === "" ? "It needs a name." : null}
                            label="Rename"
                            done={`${name} is called ${renamed.to} now`}
                            onDone={() => setRenamed(null)}
                            onCancel={() => setRenamed(null)}
                          />
                        </>
                      ) : (
                        <Text size="sm" fw={500}>
                          <bdi>{name}</bdi>
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td w={110}>
                      <Text size="sm" c="dimmed">
                        {countOf(name) === 1 ? "1 table" : `${countOf(name)} tables`}
                      </Text>
                    </Table.Td>
                    <Table.Td className="row-actions">
                      <Group gap={4} wrap="nowrap" justify="flex-end">
                        <Anchor
                          component={Link}
                          size="xs"
                          to={`/data/${segment(source)}/create-table?schema=${encodeURIComponent(name)}`}
                        >
                          Create a table
                        </Anchor>
                        <ActionIcon
                          variant="subtle"
                          aria-label={`Rename ${name}`}
                          onClick={() => setRenamed({ from: name, to: name })}
                        >
                          <Pencil size={15} />
                        </ActionIcon>
                        <Dropping
                          source={source}
                          statement={dropSchema(name)}
                          what={`the schema ${name}`}
                          typed={name}
                          warning="What is in it is asked about apart."
                        />
                      </Group>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          )}
        </Loaded>
      </Section>
      {/* Not before the list, which would push it away from under the mouse. */}
      {names.data && <NewSchema source={source} taken={names.data} />}
    </div>
  );
}

function NewSchema({ source, taken }: { source: string; taken: string[] }) {
  const [name, setName] = useState<string | null>(null);
  if (name === null) {
    return (
      <Button size="xs" variant="light" onClick={() => setName("")}>
        Create a schema
      </Button>
    );
  }
  return (
    <Section title="New schema">
      <TextInput
        label="Schema name"
        mb="sm"
        value={name}
        spellCheck={false}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Proposal
        source={source}
        statement={name === "" ? "" : createSchema(name)}
        problem={name === "" ? "It needs a name." : taken.includes(name) ? "There is one of this name already." : null}
        label="Create schema"
        done={`${name} was created`}
        onDone={() => setName(null)}
        onCancel={() => setName(null)}
      />
    </Section>
  );
}
