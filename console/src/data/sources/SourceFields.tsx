import { Group, PasswordInput, SegmentedControl, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { UsualText } from "../../parts/UsualText.tsx";
import { POOL, POOL_KEYS, type Prepared, type SourceDraft } from "./settings.ts";
import { Section } from "../schema/Section.tsx";

interface Props {
  draft: SourceDraft;
  onChange(part: Partial<SourceDraft>): void;
}

const NAMING = [
  { value: "hasura-default", label: "snake_case, as in the database" },
  { value: "graphql-default", label: "camelCase, as usual in GraphQL" },
];

const PREPARED: { value: Prepared; label: string }[] = [
  { value: "usual", label: "Unless a pooler forbids" },
  { value: "always", label: "Always" },
  { value: "never", label: "Never" },
];

/** How a database is reached, and what its names are made of. */
export function SourceFields({ draft, onChange }: Props) {
  return (
    <>
      <Section title="Connection">
        <Stack gap="sm">
          <TextInput
            label="Name"
            description="How the metadata calls it"
            value={draft.name}
            spellCheck={false}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
          <Address draft={draft} onChange={onChange} />
          <SimpleGrid cols={3}>
            {POOL_KEYS.map((key) => (
              <UsualText
                key={key}
                label={POOL[key]}
                value={draft.pool[key]}
                onChange={(text) => onChange({ pool: { ...draft.pool, [key]: text } })}
              />
            ))}
            <Select
              label="Isolation of transactions"
              size="xs"
              data={["read-committed", "repeatable-read", "serializable"]}
              value={draft.isolation}
              allowDeselect={false}
              onChange={(isolation) => onChange({ isolation: isolation ?? "read-committed" })}
            />
            <Select
              label="Prepared statements"
              size="xs"
              data={PREPARED}
              value={draft.prepared}
              allowDeselect={false}
              onChange={(prepared) => onChange({ prepared: prepared ?? "usual" })}
            />
          </SimpleGrid>
        </Stack>
      </Section>
      <Section title="Names in GraphQL" hint="So that the tables of two databases do not get in each other's way.">
        <SimpleGrid cols={3}>
          <Select
            label="Naming convention"
            size="xs"
            data={NAMING}
            value={draft.naming}
            allowDeselect={false}
            onChange={(naming) => onChange({ naming: naming ?? "hasura-default" })}
          />
          <UsualText
            label="Namespace of root fields"
            value={draft.namespace}
            onChange={(namespace) => onChange({ namespace })}
          />
          <UsualText
            label="Prefix of root fields"
            value={draft.rootPrefix}
            onChange={(rootPrefix) => onChange({ rootPrefix })}
          />
          <UsualText
            label="Suffix of root fields"
            value={draft.rootSuffix}
            onChange={(rootSuffix) => onChange({ rootSuffix })}
          />
          <UsualText
            label="Prefix of types"
            value={draft.typePrefix}
            onChange={(typePrefix) => onChange({ typePrefix })}
          />
          <UsualText
            label="Suffix of types"
            value={draft.typeSuffix}
            onChange={(typeSuffix) => onChange({ typeSuffix })}
          />
        </SimpleGrid>
      </Section>
    </>
  );
}

/** Hidden on screen, since there may be a password in it. */
function Address({ draft, onChange }: Props) {
  if (draft.from === "other") {
    return <TextInput label="Database" disabled value="It is told by parameters; change them in the metadata." />;
  }
  const common = {
    label: "Database",
    flex: 1,
    value: draft.address,
    spellCheck: false,
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => onChange({ address: event.currentTarget.value }),
  };
  return (
    <Group align="flex-end" wrap="nowrap">
      {draft.from === "url" ? (
        <PasswordInput {...common} placeholder="postgres://user:password@host:5432/database" />
      ) : (
        <TextInput {...common} placeholder="PG_DATABASE_URL" />
      )}
      <SegmentedControl
        aria-label="Where the address comes from"
        data={[
          { value: "url", label: "Address" },
          { value: "env", label: "Variable" },
        ]}
        value={draft.from}
        onChange={(from) => onChange({ from: from === "env" ? "env" : "url", address: "" })}
      />
    </Group>
  );
}
