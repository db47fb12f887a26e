import "./settings.css";
import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { Download, RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { asEngineError } from "../metadata/call.ts";
import type { Overview, Versioned } from "../metadata/types.ts";
import { useAsk, useChange, useSend } from "../metadata/useEngine.ts";
import { Confirmed } from "../parts/Confirmed.tsx";
import { Heading } from "../parts/Heading.tsx";
import { failed } from "../parts/toasts.ts";
import { fileName } from "./exchange.ts";
import { ImportMetadata } from "./ImportMetadata.tsx";
import { ReloadMetadata } from "./ReloadMetadata.tsx";

/** Export, import, reload, reset. */
export function MetadataPage() {
  const { data: overview } = useAsk<Overview>("dovetail_get_overview");
  const { busy, make } = useChange();
  const send = useSend();
  const version = overview?.resource_version;

  async function exported() {
    try {
      const answer = await send("v1/metadata", { type: "export_metadata", version: 2, args: {} });
      save(answer as Versioned & { metadata: unknown });
    } catch (error) {
      failed(asEngineError(error), exported);
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
        <Part
          title="Import"
          text="Puts the metadata of a file in the place of what there is now. You see first what changes."
        >
          <ImportMetadata />
        </Part>
        <Part
          title="Reload"
          text="Reads databases and remote schemas anew: after a change that was not made through this engine."
        >
          <ReloadMetadata overview={overview} />
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
