import { Alert, Button, Checkbox, Group, List, Stack, Text, TextInput } from "@mantine/core";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { useAsk } from "../metadata/useEngine.ts";
import { CodeArea } from "../parts/CodeArea.tsx";
import { UnsavedGuard } from "../parts/guard.tsx";
import { HeaderRows } from "../parts/HeaderRows.tsx";
import { check, namesOf } from "./check.ts";
import { incomplete, type ActionDraft } from "./draft.ts";
import type { Fault, Signature } from "./sdl.ts";
import type { CustomTypes, TypesView } from "./types.ts";

interface Props {
  initial: ActionDraft;
  /** The name that must stay, of an action that exists. */
  fixedName?: string;
  busy: boolean;
  /** On the button. */
  label: string;
  onSave(draft: ActionDraft, signature: Signature, types: CustomTypes): void;
}

/** An action from head to foot; its types are checked while one types. */
export function ActionForm({ initial, fixedName, busy, label, onSave }: Props) {
  const [draft, setDraft] = useState(initial);
  const known = useAsk<TypesView>("dovetail_get_custom_types");
  const others = useMemo(() => new Set(namesOf(known.data?.custom_types ?? {})), [known.data]);
  const checked = useMemo(() => check(draft.signature, draft.types, others), [draft.signature, draft.types, others]);
  const renamed = fixedName !== undefined && checked.signature !== null && checked.signature.name !== fixedName;
  const problem = renamed ? `The name of an action stays: ${fixedName}.` : incomplete(draft);
  const dirty = JSON.stringify(draft) !== JSON.stringify(initial);
  const faults = [...checked.signatureFaults, ...checked.typeFaults];
  const wrong = faults.some((fault) => fault.doubt !== true);
  const isMutation = checked.signature?.type !== "query";

  function put(part: Partial<ActionDraft>) {
    setDraft({ ...draft, ...part });
  }

  return (
    <Stack gap="lg" className="form">
      <UnsavedGuard when={dirty && !busy} />
      <CodeArea
        label="Action definition"
        description="One field of type Query or Mutation, in GraphQL's schema language"
        value={draft.signature}
        onChange={(signature) => put({ signature })}
        error={told(checked.signatureFaults)}
      />
      <CodeArea
        label="Types"
        description="What it takes and answers: input, type, enum and scalar. What exists already need not be repeated."
        minRows={8}
        value={draft.types}
        onChange={(types) => put({ types })}
        error={told(checked.typeFaults)}
      />
      <TextInput
        label="Handler"
        description="Where the engine sends the request: POST. {{VARIABLE}} stands for a variable of its environment."
        placeholder="https://users.example.com/create-user"
        value={draft.handler}
        onChange={(event) => put({ handler: event.currentTarget.value })}
      />
      <HeaderRows headers={draft.headers} onChange={(headers) => put({ headers })} />
      <Group gap="xl" align="flex-start">
        <Checkbox
          label="Forward the client's headers"
          checked={draft.forwardClientHeaders}
          onChange={(event) => put({ forwardClientHeaders: event.currentTarget.checked })}
        />
        <Checkbox
          label="Asynchronous"
          description="The client gets an id and asks for the answer later. Mutations only."
          disabled={!isMutation}
          checked={draft.asynchronous && isMutation}
          onChange={(event) => put({ asynchronous: event.currentTarget.checked })}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          label="Timeout"
          description="In seconds; 30 if nothing is said"
          inputMode="numeric"
          value={draft.timeout}
          onChange={(event) => put({ timeout: event.currentTarget.value.trim() })}
        />
        <TextInput
          label="Comment"
          description="Shown in the documentation of the schema"
          value={draft.comment}
          onChange={(event) => put({ comment: event.currentTarget.value })}
        />
      </Group>
      <Group className="form-foot">
        <Button
          loading={busy}
          disabled={wrong || problem !== null || !dirty}
          onClick={() => checked.signature && checked.types && onSave(draft, checked.signature, checked.types)}
        >
          {label}
        </Button>
        {dirty && (
          <Button variant="default" onClick={() => setDraft(initial)}>
            Discard
          </Button>
        )}
        <Text size="sm" c="dimmed" role="status">
          {!wrong && problem === null ? (
            <Group component="span" gap={6}>
              <CircleCheck size={15} aria-hidden /> {dirty ? "Ready to be saved" : "Saved"}
            </Group>
          ) : (
            (problem ?? "The definition has faults.")
          )}
        </Text>
      </Group>
    </Stack>
  );
}

function told(faults: Fault[]) {
  return faults.length === 0 ? null : faults.map((fault, index) => <span key={index}>{line(fault)} </span>);
}

function line(fault: Fault): string {
  return fault.line === null ? fault.message : `Line ${fault.line}: ${fault.message}`;
}

/** Says of an action that it is there but not served. */
export function NotServed() {
  return (
    <Alert color="yellow" icon={<TriangleAlert size={18} />} title="This action is inconsistent and not served" mb="md">
      <List size="sm">
        <List.Item>The reason stands under Settings, Inconsistencies.</List.Item>
      </List>
    </Alert>
  );
}
