import { Badge, Button, Code, Group, Select, SimpleGrid, TagsInput, Text } from "@mantine/core";
import { EyeOff } from "lucide-react";
import { tableText } from "../../metadata/names.ts";
import type { RoleRow, Versioned } from "../../metadata/types.ts";
import { useAsk } from "../../metadata/useEngine.ts";
import { Confirmed } from "../../parts/Confirmed.tsx";
import { UnsavedGuard } from "../../parts/guard.tsx";
import { UsualText } from "../../parts/UsualText.tsx";
import { Section } from "../schema/Section.tsx";
import { useDraft } from "../useDraft.ts";
import { draftOf, hindrance, saveCommands, signature, type FunctionDraft, type FunctionRow } from "./functions.ts";

interface Props {
  source: string;
  row: FunctionRow;
  version: number;
}

const EXPOSED = [
  { value: "", label: "by its volatility" },
  { value: "query", label: "as a query" },
  { value: "mutation", label: "as a mutation" },
];

/** A function that is a root field: where, under which names, and for whom. */
export function TrackedFunction({ source, row, version }: Props) {
  const name = tableText(row.function);
  const { draft, put, busy, save, discard } = useDraft(() => draftOf(row), version);
  const roles = useAsk<Versioned & { roles: RoleRow[] }>("dovetail_list_roles");
  const commands = saveCommands(source, row, draft);
  const [overload] = row.overloads;
  const texts = (overload?.arguments ?? []).flatMap((each) => (each.type === "json" && each.name ? [each.name] : []));
  return (
    <Section
      title={name}
      action={
        <Confirmed
          label="Untrack"
          question={`Untrack ${name}?`}
          busy={busy}
          icon={<EyeOff size={14} />}
          onConfirm={() =>
            save({ type: "pg_untrack_function", args: { source, function: row.function } }, `${name} was untracked`)
          }
        >
          It leaves the GraphQL API, with its permissions. The function itself stays as it is.
        </Confirmed>
      }
    >
      {commands.length > 0 && <UnsavedGuard when={!busy} />}
      <Group gap="xs" mb="sm">
        {overload ? <Code>{signature(row.function, overload)}</Code> : <Text c="red">{hindrance(row)}</Text>}
        {overload && (
          <Badge size="xs" variant="light" color="gray">
            {overload.volatility}
          </Badge>
        )}
      </Group>
      <SimpleGrid cols={3} mb="sm">
        <Select
          label="Exposed"
          size="xs"
          data={EXPOSED}
          value={draft.exposedAs}
          allowDeselect={false}
          onChange={(value) => put({ exposedAs: (value ?? "") as FunctionDraft["exposedAs"] })}
        />
        <UsualText label="Custom name" value={draft.name} onChange={(value) => put({ name: value.trim() })} />
        <Select
          label="Session argument"
          size="xs"
          placeholder={texts.length === 0 ? "It takes no json" : "None"}
          data={texts}
          value={draft.session || null}
          clearable
          onChange={(value) => put({ session: value ?? "" })}
        />
        <UsualText label="Root field" value={draft.field} onChange={(value) => put({ field: value.trim() })} />
        <UsualText
          label="Root field of aggregates"
          value={draft.aggregate}
          onChange={(value) => put({ aggregate: value.trim() })}
        />
        <TagsInput
          label="Roles that may call it"
          size="xs"
          data={(roles.data?.roles ?? []).map((role) => role.name)}
          value={draft.roles}
          onChange={(value) => put({ roles: value })}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed" mb={commands.length > 0 ? "sm" : 0}>
        Queries are open to every role that may select from the table, unless the engine is told otherwise; mutations
        need a role here.
      </Text>
      {commands.length > 0 && (
        <Group>
          <Button size="sm" loading={busy} onClick={() => void save(commands, `${name} was saved`)}>
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
