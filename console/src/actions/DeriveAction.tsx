import { Alert, Button, Group, Stack, TextInput } from "@mantine/core";
import { GitFork } from "lucide-react";
import { useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { asEngineError, EngineError } from "../metadata/call.ts";
import { actionPath } from "../metadata/names.ts";
import { useAsk, useChange, useSend } from "../metadata/useEngine.ts";
import { Begun } from "../parts/Begun.tsx";
import { CodeArea } from "../parts/CodeArea.tsx";
import { SAVED, UnsavedGuard } from "../parts/guard.tsx";
import { Loaded } from "../parts/Loaded.tsx";
import { failed } from "../parts/toasts.ts";
import { ActionForm } from "./ActionForm.tsx";
import { knownWith, remember, taken, type Derived } from "./derived.ts";
import { commands, draftOf } from "./draft.ts";
import type { TypesView } from "./types.ts";

const EXAMPLE = `mutation insertUser($name: String!) {
  insert_users_one(object: {name: $name}) { id name }
}`;

/** An action that stands before a query or mutation: first the operation, then the form filled in. */
export function DeriveAction() {
  const [parameters] = useSearchParams();
  const [operation, setOperation] = useState(parameters.get("derive") ?? "");
  const [name, setName] = useState(parameters.get("name") ?? "");
  const [derived, setDerived] = useState<Derived | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = useSend();

  async function derive() {
    setBusy(true);
    try {
      const args = { operation, ...(name.trim() === "" ? {} : { name: name.trim() }) };
      setDerived((await send("v1/metadata", { type: "dovetail_derive_action", args })) as Derived);
      setRefused(null);
    } catch (error) {
      setDerived(null);
      setRefused(asEngineError(error).message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack gap="lg">
      <UnsavedGuard when={operation !== (parameters.get("derive") ?? "")} />
      <Stack gap="md" className="form">
        <CodeArea
          label="Operation"
          description="A query or mutation. Its variables become the action's arguments, what it selects the answer."
          placeholder={EXAMPLE}
          minRows={6}
          value={operation}
          onChange={setOperation}
          onRun={() => void derive()}
        />
        <TextInput
          label="Name of the action"
          description="Otherwise the operation's"
          value={name}
          spellCheck={false}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group>
          <Button
            leftSection={<GitFork size={15} />}
            loading={busy}
            disabled={operation.trim() === ""}
            onClick={() => void derive()}
          >
            Derive
          </Button>
        </Group>
        {refused !== null && (
          <Alert color="red" variant="light" role="alert">
            {refused}
          </Alert>
        )}
      </Stack>
      {derived !== null && <DerivedForm key={JSON.stringify(derived)} derived={derived} />}
    </Stack>
  );
}

function twice(names: string[]): string {
  const which = names.length === 1 ? "There is another type" : "There are other types";
  return `${which} ${names.join(", ")} already. Rename what is new here, or give the action another name.`;
}

function DerivedForm({ derived }: { derived: Derived }) {
  const navigate = useNavigate();
  const { busy, make } = useChange();
  const types = useAsk<TypesView>("dovetail_get_custom_types");
  const definition = { ...derived.action.definition, handler: "" };
  return (
    <Loaded query={types}>
      {(now) => (
        <Begun data={now}>
          {({ custom_types: known, resource_version }) => (
            <ActionForm
              initial={draftOf({ ...derived.action, definition }, derived.custom_types)}
              busy={busy}
              label="Create"
              onSave={async (draft, signature, written) => {
                const clash = taken(known, written);
                if (clash.length > 0) {
                  failed(new EngineError(twice(clash), "already-exists", null, undefined), () => {});
                  return;
                }
                const list = commands(draft, signature, written, knownWith(known, derived.custom_types), null);
                if (await make(list, resource_version, `The action ${signature.name} was created`)) {
                  remember(signature.name, derived.operation, localStorage);
                  void navigate(actionPath(signature.name, "codegen"), SAVED);
                }
              }}
            />
          )}
        </Begun>
      )}
    </Loaded>
  );
}
