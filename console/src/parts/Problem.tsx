import { Alert, Button, Code, Group, Stack, Text } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { asEngineError } from "../metadata/call.ts";

/** Why something cannot be shown, in the engine's own words. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { message, code, path } = asEngineError(error);
  return (
    <Alert color="red" icon={<TriangleAlert size={18} />} title={message} role="alert" m="md">
      <Stack gap="xs">
        <Group gap="xs">
          <Text size="xs">{code}</Text>
          {path !== null && <Code>{path}</Code>}
        </Group>
        {onRetry && (
          <Group>
            <Button size="xs" variant="light" color="red" onClick={onRetry}>
              Try again
            </Button>
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
