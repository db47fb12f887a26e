import { TextInput } from "@mantine/core";

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
}

/** A small field that may stay empty: then it is as usual. */
export function UsualText({ label, value, onChange }: Props) {
  return (
    <TextInput
      label={label}
      size="xs"
      placeholder="As usual"
      value={value}
      spellCheck={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
