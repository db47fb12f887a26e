import { Alert, Button, Code, Group, Select, Stack, Text, Title } from "@mantine/core";
import { Play } from "lucide-react";
import { useMemo, useState } from "react";
import { asEngineError } from "../metadata/call.ts";
import { jsonFault } from "../metadata/json.ts";
import type { RoleRow, Versioned } from "../metadata/types.ts";
import { useAsk, useSend } from "../metadata/useEngine.ts";
import { CodeArea } from "../parts/CodeArea.tsx";
import { inquiry, ticket, trial } from "./trial.ts";
import type { ActionView } from "./types.ts";

/** Runs the action as clients do, as any role. */
export function TryAction({ view }: { view: ActionView }) {
  const initial = useMemo(() => trial(view.action, view.custom_types), [view]);
  const [query, setQuery] = useState(initial.query);
  const [variables, setVariables] = useState(initial.variables);
  const [role, setRole] = useState("admin");
  const [answer, setAnswer] = useState<{ text: string; millis: number } | null>(null);
  const [waiting, setWaiting] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const roles = useAsk<Versioned & { roles: RoleRow[] }>("dovetail_list_roles");
  const send = useSend();
  const fault = jsonFault(variables);

  async function run() {
    if (fault === null) {
      const said = await ask({ query, variables: JSON.parse(variables) as unknown });
      setWaiting(ticket(view.action, said));
    }
  }

  async function ask(body: { query: string; variables?: unknown }): Promise<unknown> {
    setBusy(true);
    const begin = performance.now();
    try {
      const said = await send("v1/graphql", body, role === "admin" ? {} : { "x-hasura-role": role });
      setAnswer({ text: JSON.stringify(said, null, 2), millis: performance.now() - begin });
      return said;
    } catch (error) {
      setAnswer({ text: asEngineError(error).message, millis: performance.now() - begin });
      return null;
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="halves">
      <Stack gap="md">
        {view.action.definition.type !== "query" && (
          <Alert color="blue" variant="light">
            This calls the service for real.
          </Alert>
        )}
        <CodeArea label="Request" value={query} onChange={setQuery} onRun={() => void run()} />
        <CodeArea label="Variables" value={variables} onChange={setVariables} error={fault} onRun={() => void run()} />
        <Group align="flex-end">
          <Select
            label="As"
            data={["admin", ...(roles.data?.roles ?? []).map((each) => each.name)]}
            value={role}
            allowDeselect={false}
            onChange={(value) => setRole(value ?? "admin")}
          />
          <Button leftSection={<Play size={15} />} loading={busy} disabled={fault !== null} onClick={() => void run()}>
            Run
          </Button>
          {waiting !== null && (
            <Button
              variant="default"
              loading={busy}
              onClick={() => void ask({ query: inquiry(view.action, view.custom_types, waiting) })}
            >
              Ask for its answer
            </Button>
          )}
        </Group>
      </Stack>
      <Stack gap={6} aria-live="polite">
        <Group justify="space-between">
          <Title order={2} size="h6">
            Answer
          </Title>
          {answer && (
            <Text size="xs" c="dimmed">
              {Math.max(1, Math.round(answer.millis))} ms
            </Text>
          )}
        </Group>
        <Code block className="answer">
          {answer?.text ?? "Run it, and the answer appears here."}
        </Code>
      </Stack>
    </div>
  );
}
