import { CloseButton, TextInput } from "@mantine/core";
import { Search as Glass } from "lucide-react";

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
}

export function Search({ label, value, onChange }: Props) {
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      size="sm"
      spellCheck={false}
      leftSection={<Glass size={15} aria-hidden />}
      rightSection={
        value !== "" && <CloseButton size="sm" aria-label="Clear the search" onClick={() => onChange("")} />
      }
    />
  );
}
