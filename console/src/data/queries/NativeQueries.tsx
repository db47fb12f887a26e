import { Badge, Button, Code, Group, Title } from "@mantine/core";
import { Code as Brackets, Pencil, Plus } from "lucide-react";
import { useState } from "react";
import type { Versioned } from "../../metadata/types.ts";
import { useAsk, useChange } from "../../metadata/useEngine.ts";
import { Confirmed } from "../../parts/Confirmed.tsx";
import { Empty } from "../../parts/Empty.tsx";
import { useLeaving } from "../../parts/guard.tsx";
import { Loaded } from "../../parts/Loaded.tsx";
import { Section } from "../schema/Section.tsx";
import { LogicalModels } from "./LogicalModels.tsx";
import { NativeQueryForm } from "./NativeQueryForm.tsx";
import { untrackQuery, withVersion, type LogicalModel, type NativeQuery } from "./queries.ts";

/** One's own SELECTs as fields, and the models of their rows. */
export function NativeQueries({ source }: { source: string }) {
  const query = useAsk<[Versioned, NativeQuery[], LogicalModel[]]>("bulk", withVersion(source));
  return (
    <div className="form">
      <Loaded query={query}>
        {([{ resource_version: version }, queries, models]) => (
          <>
            <Queries source={source} version={version} queries={queries} models={models} />
            <Title order={2} size="h4" mt="xl" mb="sm">
              Logical models
            </Title>
            <LogicalModels source={source} version={version} models={models} />
          </>
        )}
      </Loaded>
    </div>
  );
}

interface Props {
  source: string;
  version: number;
  queries: NativeQuery[];
  models: LogicalModel[];
}

function Queries({ source, version, queries, models }: Props) {
  /** The name of the one that is edited; empty for a new one. */
  const [edited, setEdited] = useState<string | null>(null);
  const { busy, make } = useChange();
  const { leave, within } = useLeaving();
  const form = (before: NativeQuery | null) =>
    within(
      <NativeQueryForm
        source={source}
        version={version}
        models={models}
        before={before}
        onDone={() => setEdited(null)}
      />,
    );
  return (
    <>
      {queries.length === 0 && edited === null && (
        <Empty Icon={Brackets} title="No native queries yet">
          A native query is a SELECT of yours, with arguments, as a field of the GraphQL API. A logical model, below,
          says what its rows look like and who may see them.
        </Empty>
      )}
      {queries.map((query) => {
        const name = query.root_field_name;
        return (
          <Section
            key={name}
            title={name}
            {...(query.description === undefined ? {} : { hint: query.description })}
            action={
              edited !== name && (
                <Group gap="xs" wrap="nowrap">
                  <Button
                    size="xs"
                    variant="default"
                    leftSection={<Pencil size={14} />}
                    aria-label={`Edit ${name}`}
                    onClick={() => leave(() => setEdited(name))}
                  >
                    Edit
                  </Button>
                  <Confirmed
                    label={`Remove ${name}`}
                    question={`Remove ${name}?`}
                    busy={busy}
                    onConfirm={() => make(untrackQuery(source, name), version, `${name} was removed`)}
                  >
                    The field leaves the GraphQL API.
                  </Confirmed>
                </Group>
              )
            }
          >
            {edited === name ? (
              form(query)
            ) : (
              <>
                <Code block className="statement">
                  {query.code}
                </Code>
                <Group gap={6} mt="xs">
                  {Object.entries(query.arguments ?? {}).map(([argument, { type }]) => (
                    <Badge key={argument} variant="light" color="gray" size="sm" tt="none">
                      {argument}: {type}
                    </Badge>
                  ))}
                  <Badge variant="light" size="sm" tt="none">
                    → {typeof query.returns === "string" ? query.returns : "a model of its own"}
                  </Badge>
                </Group>
              </>
            )}
          </Section>
        );
      })}
      {edited === "" ? (
        <Section title="New native query">{form(null)}</Section>
      ) : (
        <Button size="xs" variant="light" leftSection={<Plus size={14} />} onClick={() => leave(() => setEdited(""))}>
          Add a native query
        </Button>
      )}
    </>
  );
}
