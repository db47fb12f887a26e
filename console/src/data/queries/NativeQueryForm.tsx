import { Autocomplete, Checkbox, Group, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { CodeArea } from "../../parts/CodeArea.tsx";
import { FormEnd } from "../../parts/FormEnd.tsx";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { useTypes } from "../schema/useCatalog.ts";
import { useDraft } from "../useDraft.ts";
import {
  draftOf,
  NO_QUERY,
  queryProblem,
  saveQuery,
  withCode,
  type ArgumentDraft,
  type LogicalModel,
  type NativeQuery,
} from "./queries.ts";

interface Props {
  source: string;
  version: number;
  models: LogicalModel[];
  /** Null for a new one. */
  before: NativeQuery | null;
  onDone(): void;
}

export function NativeQueryForm({ source, version, models, before, onDone }: Props) {
  const begin = () => (before === null ? NO_QUERY : draftOf(before));
  const { draft, put, dirty, busy, save } = useDraft(begin, version, (each) => ({ ...each, dropped: [] }));
  const types = useTypes(source);
  const problem = queryProblem(draft, before !== null && typeof before.returns !== "string");
  const putArgument = (index: number, part: Partial<ArgumentDraft>) =>
    put({ arguments: draft.arguments.map((each, at) => (at === index ? { ...each, ...part } : each)) });

  return (
    <Stack gap="sm" role="form" aria-label="Native query">
      {dirty && <UnsavedGuard when={!busy} />}
      <SimpleGrid cols={2}>
        <TextInput
          label="Root field"
          value={draft.name}
          spellCheck={false}
          onChange={(event) => put({ name: event.currentTarget.value.trim() })}
        />
        <Select
          label="Logical model of its rows"
          placeholder={models.length === 0 ? "Add one below first" : "Choose"}
          data={models.map((model) => model.name)}
          value={draft.returns || null}
          onChange={(returns) => put({ returns: returns ?? "" })}
        />
      </SimpleGrid>
      <CodeArea
        label="SELECT"
        description="An argument stands in double braces, {{words}}; its value goes to Postgres as a parameter."
        value={draft.code}
        onChange={(code) => put(withCode(draft, code))}
      />
      {draft.arguments.map((argument, index) => (
        <Group key={argument.name} gap="sm">
          <Text size="sm" w={140} className="breakable">
            {argument.name}
          </Text>
          <Autocomplete
            aria-label={`Type of ${argument.name}`}
            size="xs"
            data={types}
            limit={40}
            value={argument.type}
            onChange={(type) => putArgument(index, { type })}
          />
          <Checkbox
            size="xs"
            label="Nullable"
            checked={argument.nullable}
            onChange={(event) => putArgument(index, { nullable: event.currentTarget.checked })}
          />
        </Group>
      ))}
      <TextInput
        label="Description"
        value={draft.description}
        onChange={(event) => put({ description: event.currentTarget.value })}
      />
      <FormEnd
        busy={busy}
        problem={problem}
        idle={!dirty}
        onSave={async () => (await save(saveQuery(source, draft, before), `${draft.name} was saved`)) && onDone()}
        onCancel={onDone}
      />
    </Stack>
  );
}
