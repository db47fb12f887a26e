import { Alert, Anchor, Button, Center, Checkbox, Paper, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { TriangleAlert } from "lucide-react";
import { useState, type FormEvent } from "react";
import { knock } from "../engine.ts";
import { Mark } from "../shell/Mark.tsx";

interface Props {
  version: string;
  problem: string | null;
  onEnter(secret: string, remember: boolean): void;
}

export function Login({ version, problem: before, onEnter }: Props) {
  const [secret, setSecret] = useState("");
  const [remember, setRemember] = useState(false);
  const [problem, setProblem] = useState(before);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const answer = await knock(secret);
    setBusy(false);
    switch (answer.kind) {
      case "admitted":
        onEnter(secret, remember);
        return;
      case "refused":
        setProblem("The engine does not accept this secret.");
        return;
      case "unreachable":
        setProblem(`The engine did not answer: ${answer.message}`);
    }
  }

  return (
    <Center mih="100vh" p="md" className="login">
      <Paper component="main" withBorder shadow="md" radius="lg" p="xl" w={420}>
        <form onSubmit={submit}>
          <Stack gap="lg">
            <Stack gap={6} align="center">
              <Mark size={44} />
              <Title order={1} size="h2">
                Dovetail
              </Title>
              <Text c="dimmed" size="sm">
                This engine is guarded by an admin secret.
              </Text>
            </Stack>
            {problem !== null && (
              <Alert color="red" icon={<TriangleAlert size={18} />} role="alert">
                {problem}
              </Alert>
            )}
            <PasswordInput
              label="Admin secret"
              description="The value of HASURA_GRAPHQL_ADMIN_SECRET"
              name="admin-secret"
              autoComplete="current-password"
              autoFocus
              value={secret}
              onChange={(event) => setSecret(event.currentTarget.value)}
            />
            <Checkbox
              label="Keep me logged in on this computer"
              description="Otherwise the secret is forgotten when this tab is closed."
              checked={remember}
              onChange={(event) => setRemember(event.currentTarget.checked)}
            />
            <Button type="submit" size="md" fullWidth loading={busy} disabled={secret === ""}>
              Enter
            </Button>
            <Text size="xs" c="dimmed" ta="center">
              Dovetail {version} ·{" "}
              <Anchor href="../healthz" target="_blank" size="xs">
                health
              </Anchor>
            </Text>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
