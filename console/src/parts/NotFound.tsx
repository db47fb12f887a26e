import { Anchor, Center, Stack, Text, Title } from "@mantine/core";
import { Link } from "react-router";

export function NotFound() {
  return (
    <Center h="100%">
      <Stack align="center" gap="xs">
        <Title order={2}>There is nothing here</Title>
        <Text c="dimmed">The address leads to no page of this console.</Text>
        <Anchor component={Link} to="/api">
          To the API
        </Anchor>
      </Stack>
    </Center>
  );
}
