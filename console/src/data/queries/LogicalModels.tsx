import { Badge, Button, Code, Group, Text } from "@mantine/core";
import { Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { useChange } from "../../metadata/useEngine.ts";
import { Confirmed } from "../../parts/Confirmed.tsx";
import { useLeaving } from "../../parts/guard.tsx";
import { Section } from "../schema/Section.tsx";
import { LogicalModelForm } from "./LogicalModelForm.tsx";
import { ModelPermissions } from "./ModelPermissions.tsx";
import { typeText, untrackModel } from "./models.ts";
import type { LogicalModel } from "./queries.ts";

interface Props {
  source: string;
  version: number;
  models: LogicalModel[];
}

/** What the rows of native queries look like, and who may see them. */
export function LogicalModels({ source, version, models }: Props) {
  /** The name of the one that is edited; empty for a new one. */
  const [edited, setEdited] = useState<string | null>(null);
  const { busy, make } = useChange();
  const { leave, within } = useLeaving();
  const names = models.map((model) => model.name);
  const form = (before: LogicalModel | null) =>
    within(
      <LogicalModelForm
        source={source}
        version={version}
        models={names}
        before={before}
        onDone={() => setEdited(null)}
      />,
    );
  return (
    <>
      {models.length === 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          None yet. A logical model has fields with types of Postgres, and permissions like a table.
        </Text>
      )}
      {models.map((model) => (
        <Section
          key={model.name}
          title={model.name}
          {...(model.description === undefined ? {} : { hint: model.description })}
          action={
            edited !== model.name && (
              <Group gap="xs" wrap="nowrap">
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<Pencil size={14} />}
                  aria-label={`Edit ${model.name}`}
                  onClick={() => leave(() => setEdited(model.name))}
                >
                  Edit
                </Button>
                <Confirmed
                  label={`Remove ${model.name}`}
                  question={`Remove ${model.name}?`}
                  busy={busy}
                  onConfirm={() => make(untrackModel(source, model.name), version, `${model.name} was removed`)}
                >
                  Native queries must not use it any more.
                </Confirmed>
              </Group>
            )
          }
        >
          {edited === model.name ? (
            form(model)
          ) : (
            <>
              <Group gap={6} mb="md">
                {model.fields.map((field) => (
                  <Badge key={field.name} variant="light" color="gray" size="sm" tt="none">
                    <bdi>{field.name}</bdi>: <Code>{typeText(field.type)}</Code>
                    {field.type.nullable ? "" : "!"}
                  </Badge>
                ))}
              </Group>
              <ModelPermissions source={source} version={version} model={model} />
            </>
          )}
        </Section>
      ))}
      {edited === "" ? (
        <Section title="New logical model">{form(null)}</Section>
      ) : (
        <Button size="xs" variant="light" leftSection={<Plus size={14} />} onClick={() => leave(() => setEdited(""))}>
          Add a logical model
        </Button>
      )}
    </>
  );
}
