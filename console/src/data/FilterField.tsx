import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { typedJson } from "../metadata/json.ts";
import type { TableView } from "../metadata/types.ts";
import { CodeArea } from "../parts/CodeArea.tsx";
import { readFilter, writeFilter, type Part } from "./filter.ts";
import { PartEditor } from "./PartEditor.tsx";

interface Props {
  label: string;
  source: string;
  view: TableView;
  /** JSON, maybe unfinished. */
  text: string;
  onChange(text: string): void;
}

/** A row filter: without one, put together by hand, or as JSON. */
export function FilterField({ label, source, view, text, onChange }: Props) {
  const [raw, setRaw] = useState(false);
  const json = useMemo(() => typedJson(text), [text]);
  const relationships = new Set((view.graphql?.relationships ?? []).map((each) => each.name));
  const free = json !== undefined && JSON.stringify(json) === "{}";
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={`How to write: ${label}`}
          data={["Builder", "JSON"]}
          value={raw || json === undefined ? "JSON" : "Builder"}
          onChange={(value) => setRaw(value === "JSON")}
        />
      </Group>
      {free && !raw && (
        <Text size="xs" c="dimmed">
          All of them, as long as there is no condition.
        </Text>
      )}
      {raw || json === undefined ? (
        <CodeArea
          aria-label={label}
          minRows={3}
          value={text}
          onChange={onChange}
          error={json === undefined ? "This is no JSON yet." : null}
        />
      ) : (
        <PartEditor
          source={source}
          view={view}
          part={asGroup(readFilter(json, relationships))}
          onChange={(part) => onChange(JSON.stringify(writeFilter(alone(part))))}
        />
      )}
    </Stack>
  );
}

/** At the top there is always a group, so that there is a place for more conditions. */
function asGroup(part: Part): Part {
  return part.kind === "all" || part.kind === "any" ? part : { kind: "all", parts: [part] };
}

function alone(part: Part): Part {
  const [only] = part.kind === "all" ? part.parts : [];
  return part.kind === "all" && only && part.parts.length === 1 ? only : part;
}
