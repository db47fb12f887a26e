import { Stack, Text, ThemeIcon, Title } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

/** Where there is nothing yet: what it would be, and how to get there. */
export function Empty({ Icon, title, children }: { Icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" py={56} px="md" className="empty">
      <ThemeIcon variant="light" size={52} radius="xl">
        <Icon size={26} aria-hidden />
      </ThemeIcon>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text component="div" c="dimmed" size="sm" ta="center" maw={460}>
        {children}
      </Text>
    </Stack>
  );
}
