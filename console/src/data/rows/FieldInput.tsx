import { Select, Textarea } from "@mantine/core";
import type { Field } from "./row.ts";

interface Props {
  id: string;
  field: Field;
  /** What may be chosen; null where anything may be written. */
  choices: string[] | null;
  /** What is there while there is no value. */
  placeholder: string;
  onChange(part: Partial<Field>): void;
}

const SHOWN = 200;

/** The value of one column. */
export function FieldInput({ id, field, choices, placeholder, onChange }: Props) {
  const value = field.state === "value" ? field.value : "";
  if (choices === null) {
    return (
      <Textarea
        id={id}
        autosize
        minRows={1}
        maxRows={8}
        spellCheck={false}
        classNames={{ input: "code-area" }}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange({ state: "value", value: event.currentTarget.value })}
      />
    );
  }
  // What was written before the choices were known is shown, too: it is what would be saved.
  const known = value === "" || choices.includes(value) ? choices : [value, ...choices];
  return (
    <Select
      id={id}
      searchable
      limit={SHOWN}
      data={[...new Set(known)]}
      placeholder={placeholder}
      nothingFoundMessage="No such value"
      allowDeselect={false}
      value={known.includes(value) ? value : null}
      onChange={(chosen) => chosen !== null && onChange({ state: "value", value: chosen })}
    />
  );
}
