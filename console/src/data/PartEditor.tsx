import { Button, Code, Group, Select, Stack } from "@mantine/core";
import { Plus } from "lucide-react";
import type { TableRef } from "../metadata/names.ts";
import type { TableView } from "../metadata/types.ts";
import { useAsk } from "../metadata/useEngine.ts";
import { ColumnPart } from "./ColumnPart.tsx";
import { EVERYTHING, readFilter, writeFilter, type Part } from "./filter.ts";
import { Framed, Removal } from "./PartFrame.tsx";

interface Props {
  source: string;
  view: TableView;
  part: Part;
  onChange(part: Part): void;
  /** Absent at the top, which always stays. */
  onRemove?: (() => void) | undefined;
}

/** One part of a row filter, and what is within. */
export function PartEditor(props: Props) {
  const { part, source, view, onChange, onRemove } = props;
  switch (part.kind) {
    case "column":
      return <ColumnPart {...props} part={part} />;
    case "relationship":
      return (
        <Framed title={`of ${part.name}`} onRemove={onRemove}>
          <Beyond
            source={source}
            table={view.graphql?.relationships.find((each) => each.name === part.name)?.table}
            part={part.part}
            onChange={(inner) => onChange({ ...part, part: inner })}
          />
        </Framed>
      );
    case "not":
      return (
        <Framed title="not" onRemove={onRemove}>
          <PartEditor
            source={source}
            view={view}
            part={part.part}
            onChange={(inner) => onChange({ ...part, part: inner })}
          />
        </Framed>
      );
    case "raw":
      return (
        <Group gap="xs" wrap="nowrap">
          <Code className="breakable">{JSON.stringify(part.json)}</Code>
          <Removal onRemove={onRemove} />
        </Group>
      );
    case "all":
    case "any":
      return <Several {...props} part={part} />;
  }
}

function Several({ source, view, part, onChange, onRemove }: Props & { part: Extract<Part, { kind: "all" | "any" }> }) {
  const names = (view.graphql?.relationships ?? []).map((each) => each.name);
  const [first = ""] = (view.columns ?? []).map((column) => column.name);
  const add = (more: Part) => onChange({ ...part, parts: [...part.parts, more] });
  return (
    <Stack gap="xs" className="part">
      <Group gap="xs">
        <Select
          aria-label="How many must hold"
          size="xs"
          w={150}
          data={[
            { value: "all", label: "all of these hold" },
            { value: "any", label: "any of these holds" },
          ]}
          value={part.kind}
          allowDeselect={false}
          onChange={(kind) => onChange({ ...part, kind: kind === "any" ? "any" : "all" })}
        />
        <Removal onRemove={onRemove} />
      </Group>
      {part.parts.map((each, index) => (
        <PartEditor
          key={index}
          source={source}
          view={view}
          part={each}
          onChange={(changed) =>
            onChange({ ...part, parts: part.parts.map((old, at) => (at === index ? changed : old)) })
          }
          onRemove={() => onChange({ ...part, parts: part.parts.filter((_, at) => at !== index) })}
        />
      ))}
      <Group gap="xs">
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<Plus size={12} />}
          onClick={() => add({ kind: "column", column: first, operator: "_eq", value: "" })}
        >
          Condition
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => add({ kind: "any", parts: [] })}>
          Group
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => add({ kind: "not", part: EVERYTHING })}>
          Not
        </Button>
        {names.length > 0 && (
          <Select
            aria-label="Condition on a related row"
            placeholder="Related row"
            size="xs"
            w={150}
            data={names}
            value={null}
            onChange={(name) => name !== null && add({ kind: "relationship", name, part: EVERYTHING })}
          />
        )}
      </Group>
    </Stack>
  );
}

/** The filter at the other end of a relationship: its columns are those of another table. */
function Beyond({
  source,
  table,
  part,
  onChange,
}: {
  source: string;
  table: TableRef | undefined;
  part: Part;
  onChange(part: Part): void;
}) {
  const other = useAsk<TableView>("dovetail_get_table", { source, table }, { enabled: table !== undefined });
  if (!other.data) {
    return <Code>{JSON.stringify(writeFilter(part))}</Code>;
  }
  const relationships = new Set((other.data.graphql?.relationships ?? []).map((each) => each.name));
  return (
    <PartEditor
      source={source}
      view={other.data}
      part={readFilter(writeFilter(part), relationships)}
      onChange={onChange}
    />
  );
}
