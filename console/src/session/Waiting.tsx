import { Center, Loader, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";

const PATIENCE_MILLIS = 300;

/** Nothing for a moment, since the engine mostly answers at once; then what is being waited for. */
export function Waiting({ problem }: { problem: string | null }) {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  if (!visible) {
    return null;
  }
  return (
    <Center h="100vh" role="status">
      <Stack align="center" gap="xs" maw={480} px="md">
        <Loader type="dots" />
        <Text>{problem === null ? "Asking the engine …" : "The engine cannot answer yet. Trying again …"}</Text>
        {problem !== null && (
          <Text size="sm" c="dimmed" ta="center">
            {problem}
          </Text>
        )}
      </Stack>
    </Center>
  );
}
