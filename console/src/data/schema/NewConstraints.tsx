import { ActionIcon, Button, Group, MultiSelect, TextInput } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { ForeignKeyFields } from "./ForeignKeyFields.tsx";
import { NO_KEY } from "./keyInMind.ts";
import { begunColumns, type NewTable } from "./newTable.ts";
import { Section } from "./Section.tsx";

interface Props {
  source: string;
  table: NewTable;
  onChange(table: NewTable): void;
}

/** What must hold of the rows of a new table. */
export function NewConstraints({ source, table, onChange }: Props) {
  const columns = begunColumns(table).map((column) => column.name);
  const names = [...new Set(columns)].filter((name) => name !== "");
  const { foreignKeys, uniques, checks } = table;
  return (
    <>
      <Section title="Foreign keys" hint="A value here must be there in another table.">
        {foreignKeys.map((key, index) => (
          <Removable
            key={index}
            what={`foreign key ${index + 1}`}
            onRemove={() => onChange({ ...table, foreignKeys: without(foreignKeys, index) })}
          >
            <ForeignKeyFields
              source={source}
              columns={names}
              draft={key}
              onChange={(draft) => onChange({ ...table, foreignKeys: foreignKeys.with(index, draft) })}
            />
          </Removable>
        ))}
        <Adding
          label="Add a foreign key"
          onClick={() => onChange({ ...table, foreignKeys: [...foreignKeys, NO_KEY] })}
        />
      </Section>
      <Section title="Unique keys" hint="No two rows have the same values in these columns.">
        {uniques.map((unique, index) => (
          <Removable
            key={index}
            what={`unique key ${index + 1}`}
            onRemove={() => onChange({ ...table, uniques: without(uniques, index) })}
          >
            <MultiSelect
              aria-label={`Columns of unique key ${index + 1}`}
              placeholder="Choose columns"
              data={names}
              value={unique.filter((name) => names.includes(name))}
              onChange={(value) => onChange({ ...table, uniques: uniques.with(index, value) })}
            />
          </Removable>
        ))}
        <Adding label="Add a unique key" onClick={() => onChange({ ...table, uniques: [...uniques, []] })} />
      </Section>
      <Section title="Checks" hint="A condition, in SQL, that every row must meet.">
        {checks.map((check, index) => (
          <Removable
            key={index}
            what={`check ${index + 1}`}
            onRemove={() => onChange({ ...table, checks: without(checks, index) })}
          >
            <Group gap="xs" wrap="nowrap">
              <TextInput
                aria-label={`Name of check ${index + 1}`}
                placeholder="Name (or none)"
                value={check.name}
                onChange={(event) =>
                  onChange({ ...table, checks: checks.with(index, { ...check, name: event.currentTarget.value }) })
                }
              />
              <TextInput
                aria-label={`Condition of check ${index + 1}`}
                placeholder="price > 0"
                flex={1}
                value={check.condition}
                spellCheck={false}
                classNames={{ input: "code-area" }}
                onChange={(event) =>
                  onChange({ ...table, checks: checks.with(index, { ...check, condition: event.currentTarget.value }) })
                }
              />
            </Group>
          </Removable>
        ))}
        <Adding
          label="Add a check"
          onClick={() => onChange({ ...table, checks: [...checks, { name: "", condition: "" }] })}
        />
      </Section>
    </>
  );
}

function without<T>(all: readonly T[], index: number): T[] {
  return all.filter((_, at) => at !== index);
}

function Removable({ what, onRemove, children }: { what: string; onRemove(): void; children: ReactNode }) {
  return (
    <div className="removable">
      <div>{children}</div>
      <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${what}`} onClick={onRemove}>
        <Trash2 size={15} />
      </ActionIcon>
    </div>
  );
}

function Adding({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <Button size="xs" variant="light" leftSection={<Plus size={14} />} onClick={onClick}>
      {label}
    </Button>
  );
}
