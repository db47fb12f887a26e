import { ActionIcon, Group, Stack, Text } from "@mantine/core";
import { X } from "lucide-react";

/** Something said of a part, and the part. */
export function Framed({
  title,
  onRemove,
  children,
}: {
  title: string;
  onRemove: (() => void) | undefined;
  children: React.ReactNode;
}) {
  return (
    <Stack gap={4} className="part">
      <Group gap="xs">
        <Text size="xs" fw={600}>
          {title}
        </Text>
        <Removal onRemove={onRemove} />
      </Group>
      {children}
    </Stack>
  );
}

/** Absent where the part always stays. */
export function Removal({ onRemove }: { onRemove: (() => void) | undefined }) {
  return (
    onRemove && (
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label="Remove this part" onClick={onRemove}>
        <X size={14} />
      </ActionIcon>
    )
  );
}
