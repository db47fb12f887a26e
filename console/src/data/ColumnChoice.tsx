import { Anchor, Checkbox, Group, SimpleGrid, Text } from "@mantine/core";

interface Props {
  /** What they are together. */
  label?: string;
  names: string[];
  chosen: string[];
  onChange(chosen: string[]): void;
}

/** Some of a table's columns, or of what else it has. */
export function ColumnChoice({ label = "Columns", names, chosen, onChange }: Props) {
  const all = chosen.length === names.length;
  return (
    <div>
      <Group gap="sm" mb={6}>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Anchor component="button" type="button" size="xs" onClick={() => onChange(all ? [] : names)}>
          {all ? "none" : "all"}
        </Anchor>
      </Group>
      <SimpleGrid cols={3} spacing="xs" verticalSpacing={6}>
        {names.map((name) => (
          <Checkbox
            key={name}
            size="xs"
            label={<bdi>{name}</bdi>}
            checked={chosen.includes(name)}
            onChange={() => onChange(toggled(names, chosen, name))}
          />
        ))}
      </SimpleGrid>
    </div>
  );
}

/** In the order of the table. */
function toggled(names: string[], chosen: string[], name: string): string[] {
  return names.filter((each) => (each === name ? !chosen.includes(each) : chosen.includes(each)));
}
