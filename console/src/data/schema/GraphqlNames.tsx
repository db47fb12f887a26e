import { Button, Group, SimpleGrid, Text, TextInput } from "@mantine/core";
import type { TableView } from "../../metadata/types.ts";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { useDraft } from "../useDraft.ts";
import { namesOf, ROOT_FIELDS, withNames } from "./customization.ts";
import { Section } from "./Section.tsx";

/** What the table, its columns and its root fields are called in GraphQL. */
export function GraphqlNames({ source, view }: { source: string; view: TableView }) {
  const before = namesOf(view);
  const { draft, put, dirty, busy, save, discard } = useDraft(
    () => before,
    view.resource_version,
    (names) => withNames(view, names),
  );
  const roots = view.graphql?.roots ?? {};
  return (
    <Section title="GraphQL names" hint="An empty field means the usual name.">
      {dirty && <UnsavedGuard when={!busy} />}
      <TextInput
        label="Custom table name"
        description="The name of the type, and what the names of all root fields are made of"
        placeholder={view.graphql?.type ?? view.table.name}
        value={draft.name}
        spellCheck={false}
        maw={420}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <Text size="sm" fw={500} mt="md" mb={4}>
        Root fields
      </Text>
      <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="sm" verticalSpacing="xs">
        {ROOT_FIELDS.map((key) => (
          <TextInput
            key={key}
            label={key}
            size="xs"
            placeholder={before.roots[key] === undefined ? (roots[key] ?? "") : ""}
            value={draft.roots[key] ?? ""}
            spellCheck={false}
            onChange={(event) => put({ roots: { ...draft.roots, [key]: event.currentTarget.value } })}
          />
        ))}
      </SimpleGrid>
      <Text size="sm" fw={500} mt="md" mb={4}>
        Columns
      </Text>
      <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="sm" verticalSpacing="xs">
        {(view.columns ?? []).map((column) => (
          <TextInput
            key={column.name}
            label={<bdi>{column.name}</bdi>}
            aria-label={`GraphQL name of ${column.name}`}
            size="xs"
            placeholder={column.field ?? "not shown"}
            value={draft.columns[column.name] ?? ""}
            spellCheck={false}
            onChange={(event) => put({ columns: { ...draft.columns, [column.name]: event.currentTarget.value } })}
          />
        ))}
      </SimpleGrid>
      {dirty && (
        <Group mt="md">
          <Button
            size="sm"
            loading={busy}
            onClick={() => {
              const args = { source, table: view.table, configuration: withNames(view, draft) };
              void save({ type: "pg_set_table_customization", args }, "The names were saved");
            }}
          >
            Save
          </Button>
          <Button size="sm" variant="default" onClick={discard}>
            Cancel
          </Button>
        </Group>
      )}
    </Section>
  );
}
