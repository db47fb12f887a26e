import { Autocomplete, Checkbox, Group, Select, Stack } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { NEW_BATCH, type Batch } from "./batch.ts";

interface Props {
  partial: boolean;
  onPartial(partial: boolean): void;
  /** Whether more is said already of what stands here. */
  more?: boolean;
  /** How the other side is asked. */
  children?: ReactNode;
}

/** What few relationships need. Open from the beginning where something of it is said. */
export function Advanced({ partial, onPartial, more = false, children }: Props) {
  const [open] = useState(partial || more);
  return (
    <details className="advanced" open={open}>
      <summary>Advanced</summary>
      <Stack gap="sm" mt="sm">
        {children}
        <Checkbox
          label="When the other side fails, go on without it"
          description="The field is null then, and the errors tell why. Otherwise the whole request fails."
          checked={partial}
          onChange={(event) => onPartial(event.currentTarget.checked)}
        />
      </Stack>
    </details>
  );
}

/** For an action. */
export function ListOfInputs({ batch, onChange }: { batch: boolean; onChange(batch: boolean): void }) {
  return (
    <Checkbox
      label="The handler takes a list of inputs and answers a list"
      description="Then it is called once for all rows, and answers in the order of the inputs."
      checked={batch}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

interface KeysProps {
  /** The fields of the objects that are answered. */
  fields: string[];
  batch: Batch | null;
  onChange(batch: Batch | null): void;
}

/** For a remote field. */
export function ListOfKeys({ fields, batch, onChange }: KeysProps) {
  return (
    <>
      <Checkbox
        label="The field takes a list of keys and answers a list"
        description="Then it is asked once for all keys. Otherwise once for each, in one request."
        checked={batch !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? NEW_BATCH : null)}
      />
      {batch !== null && (
        <Group grow align="flex-start">
          <Autocomplete
            label="Field that holds the key"
            description="Of the objects in the answer"
            data={fields}
            value={batch.matchBy}
            spellCheck={false}
            onChange={(matchBy) => onChange({ ...batch, matchBy: matchBy.trim() })}
          />
          <Select
            label="A key leads to"
            description="How many of them have it"
            data={[
              { value: "object", label: "one object" },
              { value: "array", label: "several objects" },
            ]}
            value={batch.type}
            allowDeselect={false}
            onChange={(type) => onChange({ ...batch, type: type === "array" ? "array" : "object" })}
          />
        </Group>
      )}
    </>
  );
}
