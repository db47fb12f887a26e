import { Button, Checkbox, FileButton, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { Download, RefreshCw, RotateCcw, Upload } from "lucide-react";
import { useState, type ReactNode } from "react";
import { asEngineError } from "../metadata/call.ts";
import type { Overview, Versioned } from "../metadata/types.ts";
import { useAsk, useChange, useSend } from "../metadata/useEngine.ts";
import { Confirmed } from "../parts/Confirmed.tsx";
import { Heading } from "../parts/Heading.tsx";
import { failed } from "../parts/toasts.ts";
import { fileName, readExport } from "./exchange.ts";

/** Export, import, reload, reset. */
export function MetadataPage() {
  const { data: overview } = useAsk<Overview>("dovetail_get_overview");
  const { busy, make } = useChange();
  const send = useSend();
  const [force, setForce] = useState(false);
  const version = overview?.resource_version;

  async function exported() {
    try {
      const answer = await send("v1/metadata", { type: "export_metadata", version: 2, args: {} });
      save(answer as Versioned & { metadata: unknown });
    } catch (error) {
      failed(asEngineError(error), exported);
    }
  }

  async function imported(file: File | null) {
    if (file === null || version === undefined) {
      return;
    }
    try {
      const metadata = readExport(await file.text());
      const args = { metadata, allow_inconsistent_metadata: force };
      await make({ type: "replace_metadata", args }, version, `The metadata is now that of ${file.name}`);
    } catch (error) {
      failed(asEngineError(error), () => {});
    }
  }

  return (
    <>
      <Heading above="Settings" title="Metadata" />
      <Stack className="page-body form" gap="md">
        <Part title="Export" text="Everything that was configured, as one file. Rows of tables are no part of it.">
          <Button variant="default" leftSection={<Download size={15} />} onClick={() => void exported()}>
            Export metadata
          </Button>
        </Part>
        <Part title="Import" text="Puts the metadata of a file in the place of what there is now.">
          <FileButton accept="application/json,.json" onChange={(file) => void imported(file)}>
            {(props) => (
              <Button variant="default" leftSection={<Upload size={15} />} loading={busy} {...props}>
                Import metadata
              </Button>
            )}
          </FileButton>
          <Checkbox
            label="Take it also if some of it cannot be served"
            checked={force}
            onChange={(event) => setForce(event.currentTarget.checked)}
          />
        </Part>
        <Part
          title="Reload"
          text="Reads databases and remote schemas anew: after a change that was not made through this engine."
        >
          <Button
            variant="default"
            loading={busy}
            disabled={version === undefined}
            leftSection={<RefreshCw size={15} />}
            onClick={() =>
              version !== undefined &&
              make(
                { type: "reload_metadata", args: { reload_sources: true, reload_remote_schemas: true } },
                version,
                "Databases and remote schemas were read anew",
              )
            }
          >
            Reload metadata
          </Button>
        </Part>
        <Part title="Reset" text="Throws away all that was configured. The databases themselves keep everything.">
          <Confirmed
            label="Reset metadata"
            size="sm"
            question="Reset the metadata?"
            typed="reset"
            busy={busy}
            icon={<RotateCcw size={15} />}
            onConfirm={() =>
              version !== undefined
                ? make({ type: "clear_metadata", args: {} }, version, "The metadata was reset")
                : undefined
            }
          >
            Tables will be untracked, actions, remote schemas, relationships and permissions will be gone. This cannot
            be undone; an export can be imported again.
          </Confirmed>
        </Part>
      </Stack>
    </>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {text}
      </Text>
      <Group>{children}</Group>
    </Paper>
  );
}

function save(content: Versioned & { metadata: unknown }) {
  const link = document.createElement("a");
  const blob = new Blob([JSON.stringify(content, null, 2)], { type: "application/json" });
  link.href = URL.createObjectURL(blob);
  link.download = fileName(new Date());
  link.click();
  URL.revokeObjectURL(link.href);
}
