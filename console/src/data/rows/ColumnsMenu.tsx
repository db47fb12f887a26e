import { ActionIcon, Button, Checkbox, Group, Popover, ScrollArea, Stack } from "@mantine/core";
import { ChevronDown, ChevronUp, Columns3 } from "lucide-react";
import { moved, USUAL, type Layout } from "./layout.ts";

interface Props {
  columns: string[];
  layout: Layout;
  onChange(part: Partial<Layout>): void;
}

/** Which columns are shown, and in what order. */
export function ColumnsMenu({ columns, layout, onChange }: Props) {
  const order = layout.order.length > 0 ? layout.order : columns;
  const hidden = new Set(layout.hidden);
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon variant="default" size="lg" aria-label="Columns">
          <Columns3 size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <ScrollArea.Autosize mah={360}>
          <Stack gap={4} miw={220}>
            {order.map((name) => (
              <Group key={name} gap={4} wrap="nowrap" justify="space-between">
                <Checkbox
                  size="xs"
                  label={<bdi>{name}</bdi>}
                  checked={!hidden.has(name)}
                  onChange={() =>
                    onChange({
                      hidden: hidden.has(name)
                        ? layout.hidden.filter((each) => each !== name)
                        : [...layout.hidden, name],
                    })
                  }
                />
                <Group gap={0} wrap="nowrap">
                  <Move name={name} to="left" onClick={() => onChange({ order: moved(order, name, -1) })} />
                  <Move name={name} to="right" onClick={() => onChange({ order: moved(order, name, 1) })} />
                </Group>
              </Group>
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Button size="compact-xs" variant="subtle" mt="xs" onClick={() => onChange(USUAL)}>
          As the table has them
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

function Move({ name, to, onClick }: { name: string; to: "left" | "right"; onClick(): void }) {
  const Icon = to === "left" ? ChevronUp : ChevronDown;
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Move ${name} to the ${to}`} onClick={onClick}>
      <Icon size={14} />
    </ActionIcon>
  );
}
