import { Button, Checkbox, FileButton, Group, Stack, Text } from "@mantine/core";
import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { asEngineError } from "../metadata/call.ts";
import type { Versioned } from "../metadata/types.ts";
import { useChange, useSend } from "../metadata/useEngine.ts";
import { failed } from "../parts/toasts.ts";
import { differences, type Difference } from "./difference.ts";
import { Differences } from "./Differences.tsx";
import { readExport } from "./exchange.ts";

interface Preview {
  file: string;
  metadata: unknown;
  /** Of the metadata that it was held against, and that it will replace. */
  version: number;
  differences: Difference[];
}

/** A file is chosen, held against what there is, and only then taken. */
export function ImportMetadata() {
  const send = useSend();
  const { busy, make } = useChange();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [force, setForce] = useState(false);
  const forgetFile = useRef<() => void>(null);

  async function choose(file: File | null) {
    // Who has changed the file chooses it again.
    forgetFile.current?.();
    if (file === null) {
      return;
    }
    try {
      const metadata = readExport(await file.text());
      const now = (await send("v1/metadata", { type: "export_metadata", version: 2, args: {} })) as Versioned & {
        metadata: unknown;
      };
      setPreview({
        file: file.name,
        metadata,
        version: now.resource_version,
        differences: differences(now.metadata, metadata),
      });
    } catch (error) {
      failed(asEngineError(error), () => {});
    }
  }

  async function take({ metadata, version, file }: Preview) {
    const args = { metadata, allow_inconsistent_metadata: force };
    if (await make({ type: "replace_metadata", args }, version, `The metadata is now that of ${file}`)) {
      setPreview(null);
    }
  }

  return (
    <Stack gap="sm" w="100%">
      <Group>
        <FileButton resetRef={forgetFile} accept="application/json,.json" onChange={(file) => void choose(file)}>
          {(props) => (
            <Button variant="default" leftSection={<Upload size={15} />} {...props}>
              Import metadata
            </Button>
          )}
        </FileButton>
        {preview !== null && (
          <Text size="sm" c="dimmed" className="breakable">
            {preview.file}
          </Text>
        )}
      </Group>
      {preview !== null && (
        <>
          <Differences differences={preview.differences} />
          <Checkbox
            label="Take it also if some of it cannot be served"
            checked={force}
            onChange={(event) => setForce(event.currentTarget.checked)}
          />
          <Group>
            <Button loading={busy} disabled={preview.differences.length === 0} onClick={() => void take(preview)}>
              Replace the metadata
            </Button>
            <Button variant="default" onClick={() => setPreview(null)}>
              Cancel
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
