import { ActionIcon, Autocomplete, Button, Checkbox, Group, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { FormEnd } from "../../parts/FormEnd.tsx";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { useTypes } from "../schema/useCatalog.ts";
import { useDraft } from "../useDraft.ts";
import { draftOf, modelProblem, NO_FIELD, NO_MODEL, saveModel, type FieldDraft } from "./models.ts";
import type { LogicalModel } from "./queries.ts";

interface Props {
  source: string;
  version: number;
  /** The names of all models. */
  models: string[];
  /** Null for a new one. */
  before: LogicalModel | null;
  onDone(): void;
}

export function LogicalModelForm({ source, version, models, before, onDone }: Props) {
  const begin = () => (before === null ? NO_MODEL : draftOf(before));
  const { draft, put, dirty, busy, save } = useDraft(begin, version);
  const types = [...new Set([...models, ...useTypes(source)])];
  const problem = modelProblem(draft);
  const putField = (index: number, part: Partial<FieldDraft>) =>
    put({ fields: draft.fields.map((field, at) => (at === index ? { ...field, ...part } : field)) });

  return (
    <Stack gap="sm" role="form" aria-label="Logical model">
      {dirty && <UnsavedGuard when={!busy} />}
      <SimpleGrid cols={2}>
        <TextInput
          label="Model name"
          value={draft.name}
          spellCheck={false}
          onChange={(event) => put({ name: event.currentTarget.value.trim() })}
        />
        <TextInput
          label="Description"
          value={draft.description}
          onChange={(event) => put({ description: event.currentTarget.value })}
        />
      </SimpleGrid>
      {draft.fields.map((field, index) => {
        const of = field.name || `field ${index + 1}`;
        return (
          <Group key={index} gap="xs" wrap="nowrap">
            <TextInput
              aria-label={`Name of ${of}`}
              placeholder="Field"
              size="xs"
              flex={1}
              value={field.name}
              spellCheck={false}
              onChange={(event) => putField(index, { name: event.currentTarget.value })}
            />
            <Autocomplete
              aria-label={`Type of ${of}`}
              size="xs"
              flex={1}
              data={types}
              limit={40}
              value={field.type}
              onChange={(type) => putField(index, { type })}
            />
            <TextInput
              aria-label={`Description of ${of}`}
              placeholder="Description"
              size="xs"
              flex={1}
              value={field.description}
              onChange={(event) => putField(index, { description: event.currentTarget.value })}
            />
            <Checkbox
              size="xs"
              label="Nullable"
              aria-label={`Nullable: ${of}`}
              checked={field.nullable}
              onChange={(event) => putField(index, { nullable: event.currentTarget.checked })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove ${of}`}
              onClick={() => put({ fields: draft.fields.filter((_, at) => at !== index) })}
            >
              <Trash2 size={15} />
            </ActionIcon>
          </Group>
        );
      })}
      <Group>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<Plus size={13} />}
          onClick={() => put({ fields: [...draft.fields, NO_FIELD] })}
        >
          Add a field
        </Button>
      </Group>
      <FormEnd
        busy={busy}
        problem={problem}
        idle={!dirty}
        onSave={async () =>
          (await save(saveModel(source, draft, models, before), `${draft.name} was saved`)) && onDone()
        }
        onCancel={onDone}
      />
    </Stack>
  );
}
