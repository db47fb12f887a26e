import { ActionIcon, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { ArrowRight, Plus, Trash2 } from "lucide-react";
import type { CustomizationDraft, FieldNamesDraft, Renaming } from "./customization.ts";

interface Props {
  customization: CustomizationDraft;
  onChange(customization: CustomizationDraft): void;
}

const NEW_PARENT: FieldNamesDraft = { parent: "", prefix: "", suffix: "", fields: [] };

/** What its fields and types are called here, where two servers use one name for different things. */
export function CustomizationFields({ customization, onChange }: Props) {
  const { namespace, prefix, suffix, types, parents } = customization;
  const put = (part: Partial<CustomizationDraft>) => onChange({ ...customization, ...part });
  const putParent = (at: number, part: Partial<FieldNamesDraft>) =>
    put({ parents: parents.map((each, index) => (index === at ? { ...each, ...part } : each)) });
  return (
    <Stack gap="sm" component="section" aria-label="Other names">
      <div>
        <Title order={2} size="h5">
          Other names
        </Title>
        <Text size="sm" c="dimmed">
          Where nothing is said, everything keeps the name it has at the server.
        </Text>
      </div>
      <TextInput
        label="Namespace"
        description="One field in the root, under which all its fields stand"
        value={namespace}
        spellCheck={false}
        onChange={(event) => put({ namespace: event.currentTarget.value })}
      />
      <Affixes what="types" prefix={prefix} suffix={suffix} onChange={put} />
      <Renamings what="type" renamings={types} onChange={(next) => put({ types: next })} />
      {parents.map((each, at) => (
        <Stack key={at} gap="sm" className="inset">
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              label="Fields of the type"
              value={each.parent}
              spellCheck={false}
              flex={1}
              onChange={(event) => putParent(at, { parent: event.currentTarget.value })}
            />
            <Button
              size="xs"
              variant="light"
              color="red"
              onClick={() => put({ parents: parents.filter((_, index) => index !== at) })}
            >
              Remove
            </Button>
          </Group>
          <Affixes
            what={`fields of ${each.parent || "the type"}`}
            prefix={each.prefix}
            suffix={each.suffix}
            onChange={(part) => putParent(at, part)}
          />
          <Renamings
            what={`field of ${each.parent || "the type"}`}
            renamings={each.fields}
            onChange={(fields) => putParent(at, { fields })}
          />
        </Stack>
      ))}
      <Group>
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={14} />}
          onClick={() => put({ parents: [...parents, NEW_PARENT] })}
        >
          Rename fields of a type
        </Button>
      </Group>
    </Stack>
  );
}

interface AffixProps {
  what: string;
  prefix: string;
  suffix: string;
  onChange(part: { prefix: string } | { suffix: string }): void;
}

function Affixes({ what, prefix, suffix, onChange }: AffixProps) {
  return (
    <Group grow>
      <TextInput
        label={`Before the names of ${what}`}
        value={prefix}
        spellCheck={false}
        onChange={(event) => onChange({ prefix: event.currentTarget.value })}
      />
      <TextInput
        label={`After the names of ${what}`}
        value={suffix}
        spellCheck={false}
        onChange={(event) => onChange({ suffix: event.currentTarget.value })}
      />
    </Group>
  );
}

interface RenamingsProps {
  what: string;
  renamings: Renaming[];
  onChange(renamings: Renaming[]): void;
}

function Renamings({ what, renamings, onChange }: RenamingsProps) {
  const rows = [...renamings, { from: "", to: "" }];
  const put = (at: number, part: Partial<Renaming>) =>
    onChange(
      rows
        .map((row, index) => (index === at ? { ...row, ...part } : row))
        .filter((row, index) => index < renamings.length || row.from !== "" || row.to !== ""),
    );
  return (
    <Stack gap={6}>
      {rows.map((row, at) => (
        <Group key={at} gap="xs" wrap="nowrap">
          <TextInput
            size="xs"
            flex={1}
            aria-label={`Name of a ${what} at the server${at === 0 ? "" : `, ${at + 1}`}`}
            placeholder={`A ${what} there`}
            value={row.from}
            spellCheck={false}
            onChange={(event) => put(at, { from: event.currentTarget.value })}
          />
          <ArrowRight size={14} aria-hidden />
          <TextInput
            size="xs"
            flex={1}
            aria-label={`Its name here${at === 0 ? "" : `, ${at + 1}`} (${what})`}
            placeholder="Its name here"
            value={row.to}
            spellCheck={false}
            onChange={(event) => put(at, { to: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Do not rename ${row.from || `this ${what}`}`}
            style={{ visibility: at < renamings.length ? "visible" : "hidden" }}
            onClick={() => onChange(renamings.filter((_, index) => index !== at))}
          >
            <Trash2 size={14} />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
}
