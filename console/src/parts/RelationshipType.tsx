import { Select } from "@mantine/core";

interface Props {
  value: "object" | "array";
  onChange(value: "object" | "array"): void;
}

/** *Relationship type*, in the words that users of Hasura know. */
export function RelationshipType({ value, onChange }: Props) {
  return (
    <Select
      label="Relationship type"
      data={[
        { value: "object", label: "Object Relationship" },
        { value: "array", label: "Array Relationship" },
      ]}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => onChange(chosen === "array" ? "array" : "object")}
    />
  );
}
