import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useEffect } from "react";

interface Props {
  title: string;
  /** What leads to it. */
  above?: string;
  /** Beside the title: badges. */
  beside?: ReactNode;
  /** At the right: buttons. */
  actions?: ReactNode;
}

/** The head of a page; also the name of the browser's tab. */
export function Heading({ title, above, beside, actions }: Props) {
  useEffect(() => {
    document.title = `${title} · Dovetail`;
  }, [title]);
  return (
    <header className="heading">
      {above !== undefined && (
        <Text size="xs" c="dimmed">
          {above}
        </Text>
      )}
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Group gap="sm" wrap="nowrap" miw={0}>
          <Title order={1} size="h3" className="heading-title" title={title}>
            {title}
          </Title>
          {beside}
        </Group>
        <Group gap="xs" wrap="nowrap">
          {actions}
        </Group>
      </Group>
    </header>
  );
}
