import { Button, Center, Code, Stack, Text, Title } from "@mantine/core";
import { useRouteError } from "react-router";

/** Where a page has failed: what it said, and the way back. */
export function Crash() {
  const error = useRouteError();
  return (
    <Center h="100%" p="md">
      <Stack align="center" gap="sm">
        <Title order={1} size="h3">
          This page has failed
        </Title>
        <Text c="dimmed">That should not happen. What it said may help those who mend it:</Text>
        <Code block>{error instanceof Error ? error.message : String(error)}</Code>
        <Button onClick={() => window.location.reload()}>Load it again</Button>
      </Stack>
    </Center>
  );
}
