import { Alert, Code, List, NumberInput, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { asEngineError } from "../metadata/call.ts";
import { jsonFault, typedJson } from "../metadata/json.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { CodeArea } from "../parts/CodeArea.tsx";
import { KeyRows } from "./KeyRows.tsx";
import { trialOf, variablesIn, type Row, type TransformDraft } from "./transform.ts";
import { trial } from "./trial.ts";
import type { ActionView } from "./types.ts";

interface Tried {
  webhook_url: string;
  method: string;
  headers: [string, string][];
  body: unknown;
  response_body?: unknown;
}

const TYPING_MILLIS = 300;
const OK = 200;
const MOST = 599;

/** What the engine would send, and what it would make of an answer, of samples that can be changed. */
export function TransformPreview({ view, draft }: { view: ActionView; draft: TransformDraft }) {
  const { handler } = view.action.definition;
  const [body, setBody] = useState(() => payload(view));
  const [session, setSession] = useState<Row[]>([{ name: "x-hasura-role", value: "user" }]);
  const [environment, setEnvironment] = useState<Row[]>(() =>
    variablesIn(handler).map((name) => ({ name, value: "http://localhost:3000" })),
  );
  const [status, setStatus] = useState(OK);
  const [answer, setAnswer] = useState("{}");
  const [settled] = useDebouncedValue({ draft, body, session, environment, status, answer }, TYPING_MILLIS);
  const fault = jsonFault(body) ?? jsonFault(answer);
  const args = useMemo(() => {
    const { draft: now, ...samples } = settled;
    const read = { ...samples, body: typedJson(samples.body) ?? null, answer: typedJson(samples.answer) ?? null };
    return trialOf(handler, now, read);
  }, [handler, settled]);
  const tried = useAsk<Tried>("test_webhook_transform", args, { enabled: fault === null, keep: true });
  const said = tried.data;

  return (
    <Stack gap="md" component="section" aria-label="Preview">
      <Title order={2} size="h5">
        Preview
      </Title>
      <div aria-live="polite">
        {fault !== null || tried.isError ? (
          <Refused error={fault ?? tried.error} />
        ) : (
          said && (
            <Code block tabIndex={0} aria-label="What would be sent">
              {written(said)}
            </Code>
          )
        )}
      </div>
      {said !== undefined && draft.responseBody !== "keep" && !tried.isError && (
        <Code block tabIndex={0} aria-label="What the answer would become">
          {pretty(said.response_body)}
        </Code>
      )}
      <CodeArea label="Sample of a request" value={body} onChange={setBody} error={jsonFault(body)} />
      <KeyRows label="Sample of a session" one="variable" rows={session} onChange={setSession} />
      <KeyRows label="Sample of the environment" one="variable" rows={environment} onChange={setEnvironment} />
      <CodeArea label="Sample of an answer" minRows={2} value={answer} onChange={setAnswer} error={jsonFault(answer)} />
      <NumberInput
        label="Its status"
        min={100}
        max={MOST}
        value={status}
        onChange={(value) => setStatus(Number(value) || OK)}
      />
    </Stack>
  );
}

/** The engine tells the faults of templates one by one. */
function Refused({ error }: { error: unknown }) {
  const told = typeof error === "string" ? null : asEngineError(error);
  const faults = Array.isArray(told?.internal) ? (told.internal as { message?: unknown }[]) : [];
  return (
    <Alert color="red" variant="light" title={told?.message ?? String(error)}>
      {faults.length > 0 && (
        <List size="sm">
          {faults.map((each, index) => (
            <List.Item key={index}>
              <Text size="sm" span>
                {String(each.message)}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

/** What the engine sends without a transform. */
function payload({ action, custom_types }: ActionView): string {
  const { query, variables } = trial(action, custom_types);
  const sent = {
    action: { name: action.name },
    input: JSON.parse(variables) as unknown,
    session_variables: { "x-hasura-role": "user" },
    request_query: query,
  };
  return JSON.stringify(sent, null, 2);
}

/** As HTTP writes it. */
function written({ method, webhook_url, headers, body }: Tried): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\n`);
  return `${method} ${webhook_url}\n${lines.join("")}\n${pretty(body)}`;
}

function pretty(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
