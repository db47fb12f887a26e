import { Button, Checkbox, Group, MultiSelect, Stack } from "@mantine/core";
import { RefreshCw } from "lucide-react";
import { useState } from "react";
import type { Overview } from "../metadata/types.ts";
import { useAsk, useChange } from "../metadata/useEngine.ts";
import type { RemotePage } from "../remotes/types.ts";

interface Chosen {
  on: boolean;
  /** Empty for all. */
  names: string[];
}

const ALL: Chosen = { on: true, names: [] };

/** Reads databases and remote schemas anew: all of them, or those that are chosen. */
export function ReloadMetadata({ overview }: { overview: Overview | undefined }) {
  const remotes = useAsk<RemotePage>("dovetail_list_remote_schemas", { limit: 1000 });
  const [sources, setSources] = useState(ALL);
  const [schemas, setSchemas] = useState(ALL);
  const { busy, make } = useChange();

  function reload() {
    if (overview === undefined) {
      return;
    }
    const args = { reload_sources: told(sources), reload_remote_schemas: told(schemas) };
    void make({ type: "reload_metadata", args }, overview.resource_version, "What you chose was read anew");
  }

  return (
    <Stack gap="sm" w="100%">
      <Choice
        label="Databases"
        names={(overview?.sources ?? []).map((source) => source.name)}
        chosen={sources}
        onChange={setSources}
      />
      <Choice
        label="Remote schemas"
        names={(remotes.data?.remote_schemas ?? []).map((remote) => remote.name)}
        chosen={schemas}
        onChange={setSchemas}
      />
      <Group>
        <Button
          variant="default"
          loading={busy}
          disabled={overview === undefined || !(sources.on || schemas.on)}
          leftSection={<RefreshCw size={15} />}
          onClick={reload}
        >
          Reload metadata
        </Button>
      </Group>
    </Stack>
  );
}

interface ChoiceProps {
  label: string;
  names: string[];
  chosen: Chosen;
  onChange(chosen: Chosen): void;
}

function Choice({ label, names, chosen, onChange }: ChoiceProps) {
  return (
    <Group wrap="nowrap" align="center">
      <Checkbox
        label={label}
        w={150}
        checked={chosen.on}
        onChange={(event) => onChange({ ...chosen, on: event.currentTarget.checked })}
      />
      {names.length > 1 && (
        <MultiSelect
          aria-label={`Which: ${label}`}
          placeholder={chosen.names.length === 0 ? "all of them" : ""}
          data={names}
          value={chosen.names}
          disabled={!chosen.on}
          searchable
          clearable
          size="xs"
          flex={1}
          onChange={(next) => onChange({ ...chosen, names: next })}
        />
      )}
    </Group>
  );
}

function told({ on, names }: Chosen): boolean | string[] {
  return on && names.length > 0 ? names : on;
}
