import { Alert, Button, Checkbox, FileButton, Group, Stack, TextInput } from "@mantine/core";
import { FileUp, Search } from "lucide-react";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { asEngineError } from "../metadata/call.ts";
import type { Versioned } from "../metadata/types.ts";
import { useAsk, useChange, useSend } from "../metadata/useEngine.ts";
import { CodeArea } from "../parts/CodeArea.tsx";
import { SAVED, UnsavedGuard } from "../parts/guard.tsx";
import { importCommand, NEW_IMPORT, wishes, type ImportDraft, type Preview } from "./openapi.ts";
import { Operations, Remarks } from "./OpenApiChoice.tsx";

/** Actions of the operations of a REST service: its description, what would become of it, and the choice. */
export function ImportOpenApi() {
  const [draft, setDraft] = useState(NEW_IMPORT);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<string | null>(null);
  const [looking, setLooking] = useState(false);
  const forgetFile = useRef<() => void>(null);
  const overview = useAsk<Versioned>("dovetail_get_overview");
  const navigate = useNavigate();
  const send = useSend();
  const { busy, make } = useChange();

  /** Whatever was looked at was another. */
  function put(part: Partial<ImportDraft>) {
    setDraft({ ...draft, ...part });
    if (!("replace" in part)) {
      setPreview(null);
    }
  }

  async function look() {
    setLooking(true);
    try {
      const body = { type: "dovetail_preview_openapi", args: wishes(draft) };
      const seen = (await send("v1/metadata", body)) as Preview;
      setPreview(seen);
      setChosen(new Set(seen.actions.map((action) => action.name)));
      setRefused(null);
    } catch (error) {
      setPreview(null);
      setRefused(asEngineError(error).message);
    } finally {
      setLooking(false);
    }
  }

  async function bring(seen: Preview, version: number) {
    const done = chosen.size === 1 ? "1 action was imported" : `${chosen.size} actions were imported`;
    if (await make(importCommand(draft, seen, chosen), version, done)) {
      void navigate("/actions", SAVED);
    }
  }

  return (
    <Stack gap="md" className="form">
      <UnsavedGuard when={draft.document !== "" && !busy} />
      <CodeArea
        label="Description of the service"
        description="OpenAPI 3 or Swagger 2, as YAML or JSON"
        minRows={8}
        maxRows={16}
        value={draft.document}
        onChange={(document) => put({ document })}
      />
      <Group>
        <FileButton
          resetRef={forgetFile}
          accept=".yaml,.yml,.json,application/json,application/yaml"
          onChange={(file) => {
            // Who has changed the file chooses it again.
            forgetFile.current?.();
            void file?.text().then((document) => put({ document }));
          }}
        >
          {(props) => (
            <Button {...props} variant="default" leftSection={<FileUp size={15} />}>
              Choose a file
            </Button>
          )}
        </FileButton>
      </Group>
      <Group grow align="flex-start">
        <TextInput
          label="Base URL"
          description="Otherwise the first server of the description; may hold {{VARIABLE}}"
          value={draft.baseUrl}
          onChange={(event) => put({ baseUrl: event.currentTarget.value })}
        />
        <TextInput
          label="Prefix"
          description="Put before the names of actions and types"
          value={draft.prefix}
          onChange={(event) => put({ prefix: event.currentTarget.value })}
        />
      </Group>
      <Group>
        <Button
          leftSection={<Search size={15} />}
          loading={looking}
          disabled={draft.document.trim() === ""}
          onClick={() => void look()}
        >
          Preview
        </Button>
      </Group>
      {refused !== null && (
        <Alert color="red" variant="light" role="alert">
          {refused}
        </Alert>
      )}
      {preview !== null && (
        <>
          <Operations preview={preview} chosen={chosen} onChange={setChosen} />
          <Remarks remarks={preview.remarks} />
          <Checkbox
            label="Replace actions and types of the same names"
            checked={draft.replace}
            onChange={(event) => put({ replace: event.currentTarget.checked })}
          />
          <Group>
            <Button
              loading={busy}
              disabled={chosen.size === 0 || overview.data === undefined}
              onClick={() => overview.data && void bring(preview, overview.data.resource_version)}
            >
              Import {chosen.size}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
